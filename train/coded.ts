import { readFileSync, writeFileSync } from "node:fs";
import { textsOf } from "./benchmarks.ts";
import type { CaseRow } from "./coded/article.ts";
import type { EverydayArticle, Violence } from "./coded/everyday.ts";
import { unwrite } from "./coded/unwrite.ts";

interface JudgedRow {
  readonly file: string;
  readonly id: string;
  readonly violence: readonly Violence[];
  readonly upTo?: number;
}

/**
 * Takes articles coded by hand into the training data: `coded FILE…` reads JSON lines in the form of the cases (with `file`, the benchmark
 * file that holds the text, and `triggers`, the telling word of each quote) or of `quiet`, and writes them to train/coded/ as offsets,
 * without text. Articles that are there already are replaced.
 */
export async function train(files: string[]): Promise<void> {
  const given = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line) as (CaseRow & { file: string }) | JudgedRow),
  );
  const textOf = textsOf("coded");
  const everyday = given.flatMap((row) => ("violence" in row ? [judged(row, textOf(row.file, row.id))] : []));
  const articles = given.flatMap((row) => ("events" in row ? [unwrite({ ...row, text: textOf(row.file, row.id) })] : []));
  write("everyday.jsonl", everyday);
  write("articles.jsonl", articles);
  console.log(
    `${articles.length} articles, ${articles.reduce((n, a) => n + a.events.length, 0)} events; ${everyday.length} everyday articles`,
  );
}

function judged({ file, id, violence, upTo }: JudgedRow, text: string): EverydayArticle {
  return {
    file,
    id,
    violence: violence.map(({ quote, trigger, type }) => {
      const start = text.indexOf(quote);
      if (start < 0) throw new Error(`${id}: “${quote}” is not in the text`);
      const at = text.indexOf(trigger, start);
      return { quote: [start, start + quote.length], trigger: [at, at + trigger.length], type };
    }),
    ...(upTo !== undefined && upTo < text.length && { upTo }),
  };
}

function write(name: string, articles: readonly { readonly file: string; readonly id: string }[]): void {
  if (articles.length === 0) return;
  const url = new URL(`coded/${name}`, import.meta.url);
  const known = new Map<string, string>();
  try {
    for (const line of readFileSync(url, "utf8").split("\n").filter(Boolean)) {
      const { file, id } = JSON.parse(line) as { file: string; id: string };
      known.set(`${file} ${id}`, line);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  for (const article of articles) known.set(`${article.file} ${article.id}`, JSON.stringify(article));
  const lines = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  writeFileSync(url, `${lines.join("\n")}\n`);
}
