import { read } from "../../src/read/index.ts";
import type { BenchTask, Row } from "../task.ts";

/** Reading a web page: the article's body, and its title, authors and day of publication. */
export const task: BenchTask = {
  name: "pages",
  dev: ["pages/bodies.jsonl", "pages/metadata.jsonl"],
  scorer: "pages.mjs",
  predict: (rows) => rows.map(predictPage),
};

const BYLINE = new Intl.ListFormat("en");

function predictPage({ id, url, html }: Row): unknown {
  const [result] = read(String(html), { name: String(id), mime: "text/html", ...(typeof url === "string" ? { url } : {}) });
  if (!result?.ok) return { id, articleBody: "" };
  const { text, title, authors, published } = result.document.source;
  const articleBody = title !== undefined && text.startsWith(`${title}\n\n`) ? text.slice(title.length + 2) : text;
  return { id, articleBody, title, author: authors && BYLINE.format(authors), published };
}
