import { dayInUrl, dayOf } from "../date.ts";
import { publicationLine } from "../publication-line.ts";
import { type Found, found, type Page } from "./page-data.ts";
import type { PageHead } from "./page-head.ts";

const META = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.date",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dc.date.created",
  "publishdate",
  "publish-date",
  "publish_date",
  "publisheddate",
  "pubdate",
  "publication_date",
  "published-date",
  "cxenseparse:publishtime",
  "cxenseparse:recs:publishtime",
  "article.published",
  "date",
  "created",
];

/** A page whose visible date of revision lies further than this behind its first publication has been written anew. */
const REWRITTEN_DAYS = 7;

/**
 * The day a page was published, from what it says of itself: JSON-LD, meta tags, the date under its headline, a `<time>` or line marked
 * as a date, its address. The date that the page shows its reader wins over an earlier one in its metadata (metadata is in another
 * time zone, or keeps the day of a first version that is no longer there); a visible "updated" wins only when it is more than a week
 * later, as news is corrected for some days.
 */
export function findPublished(page: Page, head: PageHead): Found<string> | undefined {
  const monthFirst =
    page.language === undefined ? undefined : /^en-us$/i.test(page.language) ? true : /^en$/i.test(page.language) ? undefined : false;
  const stated = inMetadata(page, monthFirst);
  if (head.published !== undefined && (stated === undefined || days(stated.value, head.published) >= -1)) {
    return stated?.value === head.published ? stated : found(head.published, "the line at the headline", "text");
  }
  if (stated === undefined) {
    const line = timeElement(page, monthFirst) ?? markedLine(page, monthFirst) ?? inAddress(page);
    if (line !== undefined) return line;
  }
  if (head.updated !== undefined && (stated === undefined || days(stated.value, head.updated) > REWRITTEN_DAYS))
    return found(head.updated, "the line “updated” at the headline", "text");
  return stated;
}

/** Days from one ISO day to another. */
function days(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function inMetadata(page: Page, monthFirst: boolean | undefined): Found<string> | undefined {
  for (const name of ["datePublished", "uploadDate", "dateCreated"]) {
    for (const node of [page.article, ...(page.article ? [] : page.nodes)]) {
      const held = node?.[name];
      const day = typeof held === "string" ? dayOf(held, monthFirst) : undefined;
      if (day !== undefined) return found(day, `JSON-LD ${name}`);
    }
  }
  for (const name of META) {
    const stated = page.meta(name);
    const day = stated && dayOf(stated.value, monthFirst);
    if (day) return { value: day, origin: stated.origin };
  }
  return undefined;
}

/** A `<time>` that is marked as publication, or the first one of the page that stands outside lists of other stories. */
function timeElement(page: Page, monthFirst: boolean | undefined): Found<string> | undefined {
  const all = [...page.document.querySelectorAll("time")].slice(0, 40);
  const usable = all.filter(
    (t) => !/updat|modif/i.test(`${t.className} ${t.getAttribute("itemprop") ?? ""}`) && !t.closest("aside, nav, footer, li, .related"),
  );
  const marked = usable.find((t) => t.hasAttribute("pubdate") || /publish/i.test(`${t.className} ${t.getAttribute("itemprop") ?? ""}`));
  for (const element of marked ? [marked] : usable.slice(0, 1)) {
    const day = dayOf(element.getAttribute("datetime") ?? "", monthFirst) ?? dayOf(element.textContent ?? "", monthFirst);
    if (day !== undefined) return found(day, "<time>", "text");
  }
  return undefined;
}

const MARKED =
  '[itemprop="datePublished"], [class*="publish" i], [class*="post-date" i], [class*="entry-date" i], [class*="byline" i], [class*="date" i], [class*="posted" i], [class*="meta" i]';

/** An element whose class says "date" and whose text is nothing but one. */
function markedLine(page: Page, monthFirst: boolean | undefined): Found<string> | undefined {
  let looked = 0;
  for (const element of page.document.querySelectorAll(MARKED)) {
    if (++looked > 60) break;
    const text = (element.getAttribute("content") ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
    if (text.length > 120 || text.length < 8 || element.closest("aside, nav, footer, li")) continue;
    const day = publicationLine(text) ?? (element.getAttribute("itemprop") === "datePublished" ? dayOf(text, monthFirst) : undefined);
    if (day !== undefined) return found(day, "date line", "text");
  }
  return undefined;
}

function inAddress(page: Page): Found<string> | undefined {
  const day = page.url === undefined ? undefined : dayInUrl(page.url);
  return day === undefined ? undefined : found(day, "address");
}
