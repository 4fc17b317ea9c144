import type { Draft } from "../draft.ts";
import { linkedom } from "../lazy.ts";
import { MAX_MARKUP_LENGTH } from "../limits.ts";
import { articleBlocks } from "./article.ts";
import { readFragment } from "./fragment.ts";
import { articleNode, linkedNodes, textIn } from "./linked-data.ts";
import { findAuthors } from "./page-authors.ts";
import { Page } from "./page-data.ts";
import { findPublished } from "./page-date.ts";
import { readHead } from "./page-head.ts";
import { findPublisher } from "./page-publisher.ts";
import { findTitle } from "./page-title.ts";
import { strip } from "./strip.ts";

/** A page that has no article to give. */
export interface NoArticle {
  readonly problem: string;
  readonly code: "no-article" | "too-large";
}

/** Fewest characters of prose that make an article: two short sentences. */
const MIN_ARTICLE = 80;

/** Reads a web page: the article's body as paragraphs, and what the page says of itself. Its markup is never kept or run. */
export function readPage(html: string, url?: string): Draft | NoArticle {
  try {
    return parsePage(html, url);
  } catch (error) {
    // The tree builder and Readability are other people's code, run on other people's markup: one page must not end a batch.
    const reason = error instanceof Error ? error.message.slice(0, 120) : "unknown reason";
    return { problem: `a page whose markup cannot be taken apart (${reason}): give its text`, code: "no-article" };
  }
}

function parsePage(html: string, url?: string): Draft | NoArticle {
  const stripped = strip(html);
  if (stripped.html.length > MAX_MARKUP_LENGTH)
    return {
      problem: `a page with ${(stripped.html.length / 1e6).toFixed(0)} million characters of markup; at most ${MAX_MARKUP_LENGTH / 1e6} are read`,
      code: "too-large",
    };
  // Without an <html> element the tree builder would take the first element for the root.
  const whole = /<html[\s>]/i.test(stripped.html.slice(0, 10_000))
    ? stripped.html
    : `<!doctype html><html><body>${stripped.html}</body></html>`;
  const { document } = linkedom().parseHTML(whole);
  const nodes = linkedNodes(stripped.linkedData);
  const page = new Page(document, nodes, articleNode(nodes), url);
  const title = findTitle(page);
  const publisher = findPublisher(page);
  const head = readHead(document.body ?? document, title?.value ?? "");
  const authors = findAuthors(page, head, publisher?.value);
  const published = findPublished(page, head);
  const visible = articleBlocks(page, title?.value);
  const body = visible.join(" ").length < MIN_ARTICLE ? (statedBody(page) ?? visible) : visible;
  if (body.join(" ").length < MIN_ARTICLE)
    return { problem: "a page, but no article was found in it: save the page of one article, or give its text", code: "no-article" };
  const draft: Draft = { format: "html", body: body.join("\n\n"), origins: {} };
  if (stripped.flattened)
    draft.warnings = [{ code: "markup-flattened", message: "its tags are nested too deep or are too many; some were read as plain text" }];
  if (page.url !== undefined) draft.url = page.url;
  if (page.language !== undefined) draft.language = page.language;
  if (title) {
    draft.title = title.value;
    draft.origins.title = title.origin;
  }
  if (publisher) {
    draft.publisher = publisher.value;
    draft.origins.publisher = publisher.origin;
  }
  if (authors) {
    draft.authors = authors.value;
    draft.origins.authors = authors.origin;
  }
  if (published) {
    draft.published = published.value;
    draft.origins.published = published.origin;
  }
  return draft;
}

/** The article as JSON-LD has it, for pages that put their text on the screen by script. */
function statedBody(page: Page): string[] | undefined {
  const stated = textIn(page.article?.articleBody, page.nodes)[0];
  return stated === undefined ? undefined : readFragment(stated.slice(0, MAX_MARKUP_LENGTH));
}
