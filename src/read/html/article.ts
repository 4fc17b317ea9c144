import { readability } from "../lazy.ts";
import type { Page } from "./page-data.ts";
import { blocks } from "./render.ts";

/** The article's paragraphs: what Mozilla's Readability keeps of the page, with the ends of blocks as the ends of paragraphs. */
export function articleBlocks(page: Page, title: string | undefined): string[] {
  const parsed = new (readability().Readability)<globalThis.Element>(page.document, {
    serializer: (node) => node as globalThis.Element,
    charThreshold: 250,
  }).parse();
  const content = parsed?.content;
  const found = content ? blocks(content) : [];
  const wanted = flat(title ?? "");
  return found.length > 0 && wanted !== "" && flat(found[0]!) === wanted ? found.slice(1) : found;
}

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
