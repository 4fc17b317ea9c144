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
  const site = letters(page.meta("og:site_name", "application-name")?.value ?? "");
  const headings = page.texts("h1", 8).filter((t) => t.length >= 8 && t.length <= 300 && words(t).length >= 2 && letters(t) !== site);
  const ranked = headings
    .map((text) => ({ text, likeness: Math.max(0, ...stated.map((s) => likeness(s.value, text))) }))
    .sort((a, b) => b.likeness - a.likeness);
  const heading = ranked[0];
  if (heading && (heading.likeness >= 0.5 || (headings.length === 1 && (stated.length === 0 || heading.likeness > 0.15))))
    return found(withoutSection(heading.text), "<h1>", "text");
  const best = stated[0];
  if (best) return { value: withoutSite(best.value, page), origin: best.origin };
  return heading === undefined ? undefined : found(heading.text, "<h1>", "text");
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

const letters = (text: string): string => words(text).join("");

/** How much a heading and a title have in common: the share of their words that both have (Dice), from 0 to 1. */
function likeness(title: string, heading: string): number {
  const a = new Set(words(title));
  const b = new Set(words(heading));
  const common = [...a].filter((w) => b.has(w)).length;
  return (2 * common) / Math.max(1, a.size + b.size);
}

/** "Headline | Opinion": the name of a section after a bar is no part of the headline. */
function withoutSection(heading: string): string {
  return heading.replace(/\s+\|\s+[\p{L} ]{3,20}$/u, "");
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
