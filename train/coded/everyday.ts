import { readFileSync } from "node:fs";
import type { Span } from "../../src/document/index.ts";
import { textsOf } from "../benchmarks.ts";

/** A place in everyday news that tells of a violent event. */
export interface Violence {
  readonly quote: string;
  readonly trigger: string;
  readonly type: string;
}

/** An everyday article in the form of the `quiet` benchmark. */
export interface EverydayRow {
  readonly id: string;
  readonly text: string;
  readonly violence: readonly Violence[];
  readonly traps: readonly string[];
}

/** A line of everyday.jsonl: where an article tells of violence. No text is kept in it. */
export interface EverydayArticle {
  readonly file: string;
  readonly id: string;
  readonly violence: readonly { readonly quote: Span; readonly trigger: Span; readonly type: string }[];
  /** Only so many characters were judged; absent where all were. */
  readonly upTo?: number;
}

const ARTICLES = new URL("everyday.jsonl", import.meta.url);

/** Everyday articles judged whole by hand: what is not named violent is not. */
export function everydayRows(): readonly EverydayRow[] {
  const textOf = textsOf(ARTICLES.pathname);
  return readFileSync(ARTICLES, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { file, id, violence, upTo } = JSON.parse(line) as EverydayArticle;
      const text = textOf(file, id).slice(0, upTo);
      return {
        id: `${file}:${id}`,
        text,
        traps: [],
        violence: violence.map(({ quote, trigger, type }) => ({ quote: text.slice(...quote), trigger: text.slice(...trigger), type })),
      };
    });
}
