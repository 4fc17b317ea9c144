import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Files of running text below the benchmark folder, and the field that holds it. All are train or development files. */
const SOURCES: readonly (readonly [file: string, field: string])[] = [
  ["attribution/train.jsonl", "text"],
  ["incidents/articles.jsonl", "text"],
  ["roles/train.jsonl", "doctext"],
  ["places/lgl.jsonl", "text"],
  ["places/tr-news.jsonl", "text"],
  ["relations/train.jsonl", "sentence"],
  ["times/timebank.jsonl", "text"],
  ["times/aquaint.jsonl", "text"],
  ["pages/bodies.jsonl", "articleBody"],
  ["pages/metadata.jsonl", "articleBody"],
];

/** The unlabelled texts, file by file. A file that is not there is passed over. */
export function* rawTexts(bench: string): Generator<string> {
  for (const [file, field] of SOURCES) {
    const path = join(bench, file);
    if (!existsSync(path)) continue;
    for (const line of readFileSync(path, "utf8").split("\n")) {
      if (line === "") continue;
      const text = (JSON.parse(line) as Record<string, unknown>)[field];
      if (typeof text === "string") yield text;
    }
  }
}
