import { assemble } from "./assemble.ts";
import { cleanAuthors } from "./authors.ts";
import { dayOf } from "./date.ts";
import type { Draft } from "./draft.ts";
import { readFragment } from "./html/fragment.ts";
import { feedsmith } from "./lazy.ts";
import { nameOf, type ReadHints, type ReadResult, refuse } from "./result.ts";

interface FeedItem {
  id?: string | undefined;
  url?: string | undefined;
  title?: string | undefined;
  published?: unknown;
  authors: (string | undefined)[];
  html?: string | undefined;
  language?: string | undefined;
}

/** Reads RSS, Atom, RDF and JSON feeds: one document an item, from its full content or, without one, its summary. */
export function readFeed(text: string, hints: ReadHints): ReadResult[] {
  const name = nameOf(hints);
  let feed: { title?: string | undefined; items: FeedItem[] };
  try {
    feed = itemsOf(feedsmith().parseFeed(text));
  } catch {
    return [refuse(name, "bad-feed", "neither a feed (RSS, Atom, JSON Feed) nor JSON with a “text” field")];
  }
  if (feed.items.length === 0) return [refuse(name, "empty", "a feed without items")];
  return feed.items.map((item, i) => readItem(item, feed.title, { ...hints, name: `${name}, item ${i + 1}` }));
}

function readItem(item: FeedItem, feedTitle: string | undefined, hints: ReadHints): ReadResult {
  const draft: Draft = { format: "feed", body: readFragment(item.html ?? "").join("\n\n"), origins: {} };
  const where = (element: string) => ({ from: "metadata", where: `feed ${element}` }) as const;
  if (item.id !== undefined) draft.id = item.id;
  if (item.url !== undefined) Object.assign(draft, { url: item.url }) && Object.assign(draft.origins, { url: where("link") });
  if (item.title !== undefined) {
    draft.title = readFragment(item.title).join(" ");
    draft.origins.title = where("title");
  }
  if (feedTitle !== undefined)
    Object.assign(draft, { publisher: feedTitle }) && Object.assign(draft.origins, { publisher: where("title of the feed") });
  const authors = cleanAuthors(item.authors.filter((a) => a !== undefined));
  if (authors.length > 0) Object.assign(draft, { authors }) && Object.assign(draft.origins, { authors: where("author") });
  const day = dayOf(typeof item.published === "string" ? item.published : "");
  if (day !== undefined) Object.assign(draft, { published: day }) && Object.assign(draft.origins, { published: where("date") });
  if (item.language !== undefined) draft.language = item.language;
  const { name, publisher } = hints;
  return assemble(draft, { ...(name === undefined ? {} : { name }), ...(publisher === undefined ? {} : { publisher }) });
}

function itemsOf(parsed: ReturnType<ReturnType<typeof feedsmith>["parseFeed"]>): { title?: string | undefined; items: FeedItem[] } {
  switch (parsed.format) {
    case "json":
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((i) => ({
          id: i.id,
          url: i.url,
          title: i.title,
          published: i.date_published,
          authors: (i.authors ?? parsed.feed.authors ?? []).map((a) => a.name),
          html: i.content_html ?? asHtml(i.content_text) ?? asHtml(i.summary),
          language: i.language ?? parsed.feed.language,
        })),
      };
    case "atom":
      return {
        title: textOf(parsed.feed.title),
        items: (parsed.feed.entries ?? []).map((e) => ({
          id: e.id,
          url: (e.links?.find((l) => l.rel === undefined || l.rel === "alternate") ?? e.links?.[0])?.href,
          title: textOf(e.title),
          published: e.published ?? e.updated,
          authors: (e.authors ?? parsed.feed.authors ?? []).map((a) => a.name),
          html: textOf(e.content) ?? textOf(e.summary),
        })),
      };
    case "rss":
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((i) => ({
          id: i.guid?.value,
          url: i.link,
          title: i.title,
          published: i.pubDate ?? i.dc?.dates?.[0],
          authors: [...(i.dc?.creators ?? []), ...(i.authors ?? []).map(textOf)],
          html: i.content?.encoded ?? i.description,
          language: parsed.feed.language,
        })),
      };
    default:
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((i) => ({
          id: i.link,
          url: i.link,
          title: i.title,
          published: i.dc?.dates?.[0],
          authors: i.dc?.creators ?? [],
          html: i.content?.encoded ?? i.description,
        })),
      };
  }
}

/** Feed libraries give texts as strings or as objects that hold one. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return undefined;
  if ("value" in value) return textOf(value.value);
  return "name" in value ? textOf(value.name) : undefined;
}

const asHtml = (text: string | undefined): string | undefined =>
  text
    ?.replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/\n\s*\n/g, "<p>");
