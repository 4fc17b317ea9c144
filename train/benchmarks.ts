import { readFileSync } from "node:fs";

/** Where the benchmarks are. */
export const folder = (): string => process.env.DATELINE_BENCH ?? "../shared/bench";

/** Rows of a JSON-lines file of the benchmark folder. */
export function rows<T>(file: string): T[] {
  return readFileSync(`${folder()}/${file}`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}
