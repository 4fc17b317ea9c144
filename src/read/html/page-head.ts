import { dayOf } from "../date.ts";
import { blocks } from "./render.ts";

/** What stands visibly around a page's headline: who wrote it and the days it shows its reader. */
export interface PageHead {
  readonly authors: readonly string[];
  readonly published?: string;
  readonly updated?: string;
}

/** How many blocks before and after the headline belong to its surroundings. */
const BEFORE = 4;
const AFTER = 12;

const UPDATED = /\b(?:updated|modified|revised|reviewed|edited)\b/i;
const MONTH_OR_NUMBERS = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?|\d[/.-]\d/i;
const NAME = "\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:(?:de|da|del|della|van|von|der|den|bin|ibn|al|el|la|le)\\s+)?\\p{Lu}[\\p{L}.'’-]*){0,3}";
const BYLINE = new RegExp(
  `(?:^|\\b)(?:by|words|written by|story by|reported by|author):?\\s*(${NAME}(?:(?:,|\\s+and|,\\s+and|\\s+&)\\s+${NAME}){0,4})`,
  "u",
);
const LABEL = /^(?:by|written by|author|authors|words by|reported by|last updated(?: on)?|updated|published(?: on)?|date)\s*:?$/i;

/** Reads the blocks around the headline. `headline` is the title as the page shows it. */
export function readHead(body: Node, headline: string): PageHead {
  const all = blocks(body).flatMap((block) => block.split("\n"));
  const wanted = flat(headline);
  const at = all.findIndex((block) => flat(block) === wanted);
  if (wanted === "" || at < 0) return { authors: [] };
  const around = [...all.slice(at + 1, at + 1 + AFTER), ...all.slice(Math.max(0, at - BEFORE), at).reverse()];
  const authors: string[] = [];
  let published: string | undefined;
  let updated: string | undefined;
  let label = "";
  for (const line of around) {
    const labelled = LABEL.test(line);
    if (line.length <= 110 && !labelled && line.split(/\s+/).length <= 16) {
      const day = MONTH_OR_NUMBERS.test(line) ? dayOf(line) : undefined;
      if (day !== undefined && day.length === 10) {
        if (UPDATED.test(line.split(/\d{4}/)[0]!) || UPDATED.test(label)) updated ??= day;
        else published ??= day;
      }
      const by = BYLINE.exec(
        /^(?:by|written by|author)/i.test(label) && /^\p{Lu}/u.test(line) ? `by ${line}` : line.replace(/^by\b/i, "by"),
      );
      if (by && authors.length === 0) authors.push(by[1]!.replace(/(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?$/, ""));
    }
    label = labelled ? line : "";
  }
  return { authors, ...(published === undefined ? {} : { published }), ...(updated === undefined ? {} : { updated }) };
}

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
