import { cleanAuthors } from "../authors.ts";
import { plain } from "./entities.ts";
import { textIn } from "./linked-data.ts";
import { type Found, found, type Page } from "./page-data.ts";
import type { PageHead } from "./page-head.ts";

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

/** Where templates put the byline; in places that are not `marked` as a name, the text must begin with "by". */
const MARKED = [
  { selector: '[itemprop="author"] [itemprop="name"]', marked: true },
  { selector: '[itemprop="author"]', marked: true },
  { selector: '[rel~="author"]', marked: true },
  { selector: ".byline-name", marked: true },
  { selector: '[class*="author-name" i], [class*="author__name" i], [class*="authorname" i]', marked: true },
  { selector: '[class*="byline" i] a, [class*="author" i] a', marked: true },
  { selector: 'a[href*="/author/"], a[href*="/authors/"]', marked: true },
  { selector: '[class*="byline" i], [class*="author" i]', marked: false },
];

/** Who wrote the page: JSON-LD, meta tags, the line at the headline, the byline. The publisher itself counts when nothing names a person. */
export function findAuthors(page: Page, head: PageHead, publisher: string | undefined): Found<readonly string[]> | undefined {
  const candidates: Found<readonly string[]>[] = [];
  const add = (raw: readonly string[], where: string, from: "metadata" | "text" = "metadata") => {
    const names = cleanAuthors(raw.map(plain));
    const others = names.filter((n) => !sameName(n, publisher));
    const kept = others.length > 0 ? others : names;
    if (kept.length > 0) candidates.push(found(kept, where, from));
  };
  add(textIn(page.article?.author, page.nodes), "JSON-LD author");
  for (const name of META) {
    const stated = page.meta(name);
    if (stated && (name !== "twitter:data1" || /^\p{Lu}\S+(?: \S+){1,3}$/u.test(stated.value))) add([stated.value], stated.origin.where);
  }
  add(head.authors, "the line at the headline", "text");
  for (const { selector, marked } of MARKED) {
    const texts = page.texts(selector, 3).filter((t) => t.length <= 90 && (marked || /^(?:written |posted )?by\b/i.test(t)));
    if (texts.length > 0) add(texts, "byline", "text");
  }
  const person = candidates.find((c) => c.value.some((n) => !sameName(n, publisher) && /\s/.test(n)));
  return person ?? candidates[0];
}

const flat = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function sameName(name: string, publisher: string | undefined): boolean {
  return publisher !== undefined && flat(name) === flat(publisher);
}
