import { cleanAuthors } from "../authors.ts";
import { textIn } from "./linked-data.ts";
import { type Found, found, type Page } from "./page-data.ts";

const META = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "byl",
  "dc.creator",
  "dcterms.creator",
  "byline",
  "article:author:name",
  "twitter:data1",
];

const MARKED = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel~="author"]',
  ".byline-name",
  '[class*="author-name" i]',
  '[class*="author__name" i]',
  '[class*="authorname" i]',
  '[class*="byline" i] a',
  '[class*="author" i] a',
  '[class*="byline" i]',
  '[class*="author" i]',
];

/** Who wrote the page: JSON-LD, meta tags, the byline. The publisher itself counts when nothing names a person. */
export function findAuthors(page: Page, publisher: string | undefined): Found<readonly string[]> | undefined {
  const candidates: Found<readonly string[]>[] = [];
  const add = (raw: readonly string[], where: string, from: "metadata" | "text" = "metadata") => {
    const names = cleanAuthors(raw);
    if (names.length > 0) candidates.push(found(names, where, from));
  };
  add(textIn(page.article?.author, page.nodes), "JSON-LD author");
  for (const name of META) {
    const stated = page.meta(name);
    if (stated && (name !== "twitter:data1" || /^\p{Lu}\S+(?: \S+){1,3}$/u.test(stated.value))) add([stated.value], stated.origin.where);
  }
  for (const selector of MARKED) {
    const texts = page
      .texts(selector, 3)
      .filter(
        (t) =>
          t.length <= 90 &&
          (selector.includes("name") || selector.includes("rel") || selector.endsWith(" a") || /^(?:written |posted )?by\b/i.test(t)),
      );
    if (texts.length > 0) add(texts, "byline", "text");
  }
  const person = candidates.find((c) => c.value.some((n) => !sameName(n, publisher) && / /.test(n)));
  return person ?? candidates[0];
}

const flat = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function sameName(name: string, publisher: string | undefined): boolean {
  return publisher !== undefined && flat(name) === flat(publisher);
}
