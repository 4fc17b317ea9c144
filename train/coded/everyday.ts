import { readFileSync } from "node:fs";
import type { Span } from "../../src/document/index.ts";
import { rows } from "../benchmarks.ts";

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
}

const ARTICLES = new URL("everyday.jsonl", import.meta.url);

/** Everyday articles judged whole by hand: what is not named violent is not. */
export function everydayRows(): readonly EverydayRow[] {
  const texts = new Map<string, Map<string, string>>();
  const textOf = (file: string, id: string): string => {
    const known = texts.get(file) ?? texts.set(file, new Map(rows<EverydayRow>(file).map((r) => [r.id, r.text]))).get(file)!;
    const text = known.get(id);
    if (text === undefined) throw new Error(`${ARTICLES.pathname}: ${file} has no row ${id}`);
    return text;
  };
  return readFileSync(ARTICLES, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { file, id, violence } = JSON.parse(line) as EverydayArticle;
      const text = textOf(file, id);
      return {
        id: `${file}:${id}`,
        text,
        traps: [],
        violence: violence.map(({ quote, trigger, type }) => ({ quote: text.slice(...quote), trigger: text.slice(...trigger), type })),
      };
    });
}
