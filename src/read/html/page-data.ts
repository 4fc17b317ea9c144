import type { Origin } from "../read-from.ts";
import { plain } from "./entities.ts";
import type { LinkedNode } from "./linked-data.ts";

/** A value found on a page, and where. */
export interface Found<T> {
  readonly value: T;
  readonly origin: Origin;
}

export function found<T>(value: T, where: string, from: Origin["from"] = "metadata"): Found<T> {
  return { value, origin: { from, where } };
}

/** Most `<meta>` elements that are looked at. */
const MAX_META = 500;

/** A page as its metadata finders see it. */
export class Page {
  readonly document: globalThis.Document;
  readonly nodes: readonly LinkedNode[];
  /** The JSON-LD node of the article. */
  readonly article: LinkedNode | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly #meta = new Map<string, string>();

  constructor(document: globalThis.Document, nodes: readonly LinkedNode[], article: LinkedNode | undefined, url?: string) {
    this.document = document;
    this.nodes = nodes;
    this.article = article;
    for (const element of [...document.querySelectorAll("meta")].slice(0, MAX_META)) {
      const content = element.getAttribute("content")?.trim();
      const name =
        element.getAttribute("property") ??
        element.getAttribute("name") ??
        element.getAttribute("itemprop") ??
        element.getAttribute("http-equiv");
      if (content && name && !this.#meta.has(name.toLowerCase())) this.#meta.set(name.toLowerCase(), content);
    }
    this.url = url ?? address(document.querySelector('link[rel="canonical"]')?.getAttribute("href")) ?? address(this.#meta.get("og:url"));
    const tag = document.documentElement?.getAttribute("lang") || this.#meta.get("og:locale") || this.#meta.get("content-language");
    this.language = tag?.replace("_", "-");
  }

  /** The first of the named meta tags that is there, with the name it was found under. */
  meta(...names: readonly string[]): Found<string> | undefined {
    for (const name of names) {
      const value = this.#meta.get(name);
      if (value !== undefined) return found(plain(value), `<meta ${name}>`);
    }
    return undefined;
  }

  /** The visible text of the elements that a selector finds, at most `limit` of them. */
  texts(selector: string, limit = 5): string[] {
    return [...this.document.querySelectorAll(selector)]
      .slice(0, limit)
      .map((e) => plain(e.textContent ?? ""))
      .filter((t) => t !== "");
  }
}

function address(href: string | null | undefined): string | undefined {
  return href && /^https?:\/\//i.test(href) ? href : undefined;
}
