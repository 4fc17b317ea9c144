import { readability } from "../lazy.ts";
import { publicationLine } from "../publication-line.ts";
import type { Page } from "./page-data.ts";
import { blocks } from "./render.ts";

/** Names of classes and ids of what stands beside a story inside its own container. Whole words of the name are matched. */
const BESIDE =
  /(?:^|[\s_-])(?:caption|figcaption|wp-caption-text|credits?|photo-?credit|image-?credit|copyright|byline|bylines|author-?(?:bio|box|card|info)|about-?author|related|recirc|recommended|recommendations|newsletter|newsletters|signup|sign-up|subscribe|share|sharing|social|sharedaddy|promo|advert|advertisement|ad|ads|adslot|breadcrumbs?|comments?|tags?|taglist|post-tags|toc|table-of-contents|timestamp|dateline-date|pub-?date|post-?meta|entry-?meta|article-?meta|read-?more|readmore|more-?on|most-?read|popular|sponsor|sponsored|disclaimer|outbrain|taboola|print-only|slideshow|gallery-caption)(?=$|[\s_-])/i;

/** A block with a name of `BESIDE` that holds more than this share of the story is the story itself, named badly. */
const MOST_BESIDE = 0.3;

/** The article's paragraphs: what Mozilla's Readability keeps of the page, with the ends of blocks as the ends of paragraphs. */
export function articleBlocks(page: Page, title: string | undefined): string[] {
  const parsed = new (readability().Readability)<globalThis.Element>(page.document, {
    serializer: (node) => node as globalThis.Element,
    charThreshold: 250,
    keepClasses: true,
  }).parse();
  const content = parsed?.content;
  if (!content) return [];
  const limit = (content.textContent ?? "").length * MOST_BESIDE;
  const found = blocks(content, (element) => isBeside(element) && (element.textContent ?? "").length < limit);
  return trim(found, title ?? "");
}

function isBeside(element: Element): boolean {
  const name = element.localName;
  if (name === "figcaption" || name === "nav" || name === "footer" || name === "aside") return true;
  if (name === "p" && isCrossReference(element)) return true;
  if (name === "p" || name === "span" || name === "a") return /caption|credit/i.test(`${element.className} ${element.id}`);
  return BESIDE.test(`${element.className} ${element.id}`);
}

/** A paragraph that is nothing but a link, and no sentence: the headline of another story. */
function isCrossReference(paragraph: Element): boolean {
  const link = paragraph.querySelector("a");
  const text = (paragraph.textContent ?? "").trim();
  return link !== null && text.length > 20 && (link.textContent ?? "").trim() === text && !/[.!?:…]["”’)\]]*$/.test(text);
}

/** Takes what stands above the first sentence (the title again, the byline, the date, menus) and below the last. */
function trim(found: readonly string[], title: string): string[] {
  const wanted = flat(title);
  const repeated = found.slice(0, 40).findLastIndex((block) => wanted !== "" && flat(block) === wanted);
  let start = repeated + 1;
  while (start < found.length && isHeadLine(found[start]!)) start++;
  let end = found.length;
  while (end > start && isTailLine(found[end - 1]!)) end--;
  return start >= end ? [...found] : found.slice(start, end);
}

/** A line that is no sentence: a place in a menu, a label, an address, a date. */
function isHeadLine(line: string): boolean {
  if (publicationLine(line) !== undefined || /^https?:\/\/\S+$/.test(line) || /^by\b.{2,60}$/i.test(line)) return true;
  return line.length < 60 && !/[.!?:…]["”’)\]]*$/.test(line) && /^[\p{ASCII}\p{P}\s]+$/u.test(line);
}

function isTailLine(line: string): boolean {
  return line.length < 40 && !/[.!?:…;,]["”’)\]]*$/.test(line) && /^[\p{ASCII}\p{P}\s]+$/u.test(line);
}

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
