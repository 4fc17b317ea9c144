import { existsSync } from "node:fs";
import { join } from "node:path";
import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { code, loadCoder } from "../src/code/index.ts";
import { read } from "../src/read/index.ts";
import { readRows } from "./rows.ts";

interface Measured {
  readonly name: string;
  readonly documentsPerSecond: number;
  readonly wordsPerSecond: number;
}

/**
 * Documents and words per second of the whole coder on one core, and of the two JavaScript taggers on the same texts in the same
 * run: compare the ratios, since a machine's own speed drifts. One warm-up pass each, then the median of three.
 */
export async function report(folder: string): Promise<string> {
  const texts = articles(folder);
  const words = texts.reduce((n, t) => n + (t.match(/\S+/g)?.length ?? 0), 0);
  const coder = loadCoder();
  const wink = winkNLP(model);
  const measured: Measured[] = [
    measure("dateline, whole coder", texts, words, (text) => {
      const [result] = read(text);
      if (result?.ok) code(result.document, coder);
    }),
    measure("wink-nlp, tagging", texts, words, (text) => wink.readDoc(text).tokens().out(wink.its.pos)),
    measure("compromise, tagging", texts, words, (text) => nlp(text).json()),
  ];
  const own = measured[0]!;
  const lines = measured.map((m) => {
    const ratio = m === own ? "" : `  dateline's speed is ${(own.wordsPerSecond / m.wordsPerSecond).toFixed(3)} of it`;
    return `${m.name.padEnd(24)} ${m.documentsPerSecond.toFixed(1).padStart(8)} documents/s ${Math.round(m.wordsPerSecond).toString().padStart(9)} words/s${ratio}`;
  });
  return [`speed: ${texts.length} articles, ${words} words, one core, median of three passes`, ...lines].join("\n");
}

function articles(folder: string): readonly string[] {
  const files = ["cases/dev.jsonl", "quiet/dev.jsonl"].map((f) => join(folder, f)).filter((f) => existsSync(f));
  if (files.length === 0) throw new Error(`no articles to time at ${folder}; set DATELINE_BENCH to the folder that holds the benchmarks`);
  return files.flatMap((f) => readRows(f).map((row) => String(row.text)));
}

function measure(name: string, texts: readonly string[], words: number, run: (text: string) => void): Measured {
  for (const text of texts) run(text);
  const seconds = [1, 2, 3].map(() => {
    const began = performance.now();
    for (const text of texts) run(text);
    return (performance.now() - began) / 1000;
  });
  const median = seconds.sort((a, b) => a - b)[1]!;
  return { name, documentsPerSecond: texts.length / median, wordsPerSecond: words / median };
}
