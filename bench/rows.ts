import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Row } from "./task.ts";

/** The rows of a JSONL file; a CoNLL-U file is one row, `{conllu}`. */
export function readRows(file: string): readonly Row[] {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".conllu")) return [{ conllu: text }];
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);
}

/** Writes rows as `readRows` reads them. The file appears whole or not at all. */
export function writeRows(file: string, rows: readonly unknown[]): void {
  const isTreebank = (row: unknown): row is { conllu: string } => typeof row === "object" && row !== null && "conllu" in row;
  const text = rows.every(isTreebank) && rows.length === 1 ? rows[0]!.conllu : rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const partial = `${file}.partial-${process.pid}`;
  writeFileSync(partial, text);
  renameSync(partial, file);
}
