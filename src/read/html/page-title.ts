import { plain } from "./entities.ts";
import { textIn } from "./linked-data.ts";
import { type Found, found, type Page } from "./page-data.ts";

/**
 * The headline of a page. The `<h1>` is what a reader sees; it is believed when the page's metadata says nearly the same or when it is
 * the only one; else OpenGraph, JSON-LD, the Twitter card and `<title>`, each without the site's name.
 */
export function findTitle(page: Page): Found<string> | undefined {
  const stated = [
    page.meta("og:title"),
    headline(page),
    page.meta("twitter:title", "dc.title", "sailthru.title", "parsely-title", "headline"),
    element(page, "title"),
  ].filter((f) => f !== undefined);
  const headings = page.texts("h1", 8).filter((t) => t.length >= 8 && t.length <= 300);
  for (const heading of headings) if (stated.some((s) => alike(s.value, heading))) return found(heading, "<h1>", "text");
  if (headings.length === 1 && stated.length === 0) return found(headings[0]!, "<h1>", "text");
  const best = stated[0];
  if (best) return { value: withoutSite(best.value, page), origin: best.origin };
  return headings[0] === undefined ? undefined : found(headings[0], "<h1>", "text");
}

function headline(page: Page): Found<string> | undefined {
  const value = textIn(page.article?.headline, page.nodes)[0];
  return value === undefined ? undefined : found(plain(value), "JSON-LD headline");
}

function element(page: Page, name: string): Found<string> | undefined {
  const value = page.texts(name, 1)[0];
  return value === undefined ? undefined : found(value, `<${name}>`);
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a heading says what a title says: one holds nearly all words of the other. */
function alike(title: string, heading: string): boolean {
  const a = new Set(words(title));
  const b = words(heading);
  if (a.size === 0 || b.length < 2) return false;
  const common = new Set(b.filter((w) => a.has(w))).size;
  return common >= 0.6 * Math.min(a.size, new Set(b).size) && common >= 2;
}

/** "Headline | Site" without the site: the part after the last separator goes when it is short or is the site's name. */
export function withoutSite(title: string, page: Page): string {
  const site = page.meta("og:site_name", "application-name")?.value ?? "";
  const parts = title.split(/\s+(?:[|•»·:]|[-–—])\s+/);
  if (parts.length < 2) return title;
  const last = parts.at(-1)!;
  const cut = title.lastIndexOf(last);
  const head = title.slice(0, cut).replace(/\s*[|•»·:–—-]\s*$/, "");
  const sameAsSite = site !== "" && words(site).join("").includes(words(last).join("")) && words(last).length > 0;
  const bar = /[|•»·]\s+\S[^|•»·]*$/.test(title);
  return (sameAsSite || (bar && last.length <= 40)) && words(head).length >= 2 ? head : title;
}
