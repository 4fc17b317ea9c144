import { outletOf } from "../outlets.ts";
import { plain } from "./entities.ts";
import { hasType, textIn } from "./linked-data.ts";
import { type Found, found, type Page } from "./page-data.ts";

/** Who published the page: JSON-LD, OpenGraph, other meta tags, the outlet known by its address. */
export function findPublisher(page: Page): Found<string> | undefined {
  const stated = textIn(page.article?.publisher, page.nodes)[0];
  if (stated !== undefined && !/^https?:/.test(stated)) return found(plain(stated), "JSON-LD publisher");
  const site = page.meta("og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone");
  if (site) return site;
  const known = page.url === undefined ? undefined : outletOf(page.url);
  if (known !== undefined) return found(known, "address");
  const node = page.nodes.find((n) => hasType(n, "NewsMediaOrganization") || hasType(n, "WebSite"));
  const name = textIn(node?.name, page.nodes)[0];
  if (name !== undefined) return found(plain(name), "JSON-LD site");
  const tail = page
    .texts("title", 1)[0]
    ?.split(/\s+[|–—-]\s+/)
    .at(-1);
  const title = page.texts("title", 1)[0];
  return tail !== undefined && tail !== title && tail.length <= 40 ? found(tail, "<title>") : undefined;
}
