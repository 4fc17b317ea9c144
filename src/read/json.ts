import { assemble } from "./assemble.ts";
import { cleanAuthors } from "./authors.ts";
import { dayOf } from "./date.ts";
import type { Draft } from "./draft.ts";
import { readPage } from "./html/page.ts";
import { nameOf, type ReadHints, type ReadResult, refuse } from "./result.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The names under which exports of news databases hold each field; the first that is there and not empty is taken. */
const NAMES = {
  id: ["id", "docid", "doc_id", "guid", "_id"],
  url: ["url", "link", "source_url", "uri"],
  title: ["title", "headline", "name"],
  publisher: ["publisher", "source", "outlet", "site_name", "sitename", "domain"],
  authors: ["authors", "author", "byline", "creator"],
  published: ["published", "date_published", "datePublished", "publication_date", "published_at", "publishedAt", "pubDate", "date"],
  language: ["language", "lang"],
  text: ["text", "body", "articleBody", "content_text", "maintext", "fulltext", "plain_text", "content"],
  html: ["html", "content_html", "raw_html"],
} as const;

/** Whether an object is a record that can be read: it has a text or a page. */
export function isRecord(value: unknown): value is Fields {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    (first(value as Fields, "text") ?? first(value as Fields, "html")) !== undefined
  );
}

/** Reads one line of JSONL. */
export function readJsonLine(line: string, hints: ReadHints): ReadResult {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return refuse(
      nameOf(hints),
      "bad-json",
      `not valid JSON (${error instanceof Error ? error.message.slice(0, 120) : "unknown reason"}): one object a line is expected`,
    );
  }
  return readRecord(value, hints);
}

/** Reads one object with the fields of `NAMES`. Its text is kept to the letter, white space and all. */
export function readRecord(value: unknown, hints: ReadHints): ReadResult {
  if (!isRecord(value))
    return refuse(nameOf(hints), "bad-json", "a JSON object with a “text” (or “html”) that is a string and not empty is expected");
  const draft: Draft = { format: "json", body: first(value, "text") ?? "", origins: {}, verbatim: true };
  const html = first(value, "html");
  if (draft.body === "" && html !== undefined) {
    const page = readPage(html, hints.url ?? first(value, "url"));
    if ("problem" in page) return refuse(nameOf(hints), page.code, page.problem);
    Object.assign(draft, page, { format: "json", verbatim: false });
  }
  const found = (field: "url" | "title" | "publisher" | "language", text: string | undefined) => {
    if (text === undefined) return;
    draft[field] = text.replace(/\s+/g, " ").trim();
    draft.origins[field] = { from: "input", where: `the field “${nameUsed(value, field)}”` };
  };
  for (const field of ["url", "title", "publisher", "language"] as const) found(field, first(value, field));
  const id = first(value, "id");
  if (id !== undefined) draft.id = id;
  const authors = cleanAuthors(list(value));
  if (authors.length > 0) {
    draft.authors = authors;
    draft.origins.authors = { from: "input", where: `the field “${nameUsed(value, "authors")}”` };
  }
  const day = dayOf(first(value, "published") ?? "");
  if (day !== undefined) {
    draft.published = day;
    draft.origins.published = { from: "input", where: `the field “${nameUsed(value, "published")}”` };
  }
  return assemble(draft, hints);
}

function nameUsed(value: Fields, field: keyof typeof NAMES): string | undefined {
  return NAMES[field].find((name) => textOf(value[name]) !== undefined);
}

function first(value: Fields, field: keyof typeof NAMES): string | undefined {
  const name = nameUsed(value, field);
  return name === undefined ? undefined : textOf(value[name]);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(textOf).find((v) => v !== undefined);
  if (typeof value === "object" && value !== null && "name" in value) return textOf(value.name);
  return undefined;
}

function list(value: Fields): string[] {
  const name = nameUsed(value, "authors");
  const held = name === undefined ? [] : value[name];
  return (Array.isArray(held) ? held : [held]).map(textOf).filter((v) => v !== undefined);
}
