import { existsSync } from "node:fs";
import { join } from "node:path";
import { evidenceFaults } from "../src/code/index.ts";
import { codeRows } from "./code-rows.ts";
import { readRows } from "./rows.ts";

/** Codes a few benchmark articles and checks the evidence rule on each: that the whole chain works, not how well. */
export async function report(folder: string): Promise<string> {
  const file = join(folder, "cases/dev.jsonl");
  if (!existsSync(file)) return "smoke: no benchmarks here (set DATELINE_BENCH to their folder); nothing to smoke-test";
  const rows = readRows(file).slice(0, 5);
  const coded = codeRows(rows);
  const faults = coded.flatMap((c) => evidenceFaults(c).map((fault) => `${c.id}: ${fault}`));
  const events = coded.reduce((n, c) => n + c.events.length, 0);
  if (coded.length !== rows.length || events === 0 || faults.length > 0) {
    throw new Error(`smoke: ${coded.length} of ${rows.length} articles coded, ${events} events\n${faults.join("\n")}`);
  }
  return `smoke: ${coded.length} articles coded, ${events} events, every value with its evidence`;
}
