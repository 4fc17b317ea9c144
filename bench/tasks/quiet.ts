import { codeRows } from "../code-rows.ts";
import type { BenchTask } from "../task.ts";

/** Everyday news: the violence that is there, and what only sounds like it. The coded document is the prediction. */
export const task: BenchTask = {
  name: "quiet",
  dev: ["quiet/dev.jsonl"],
  scorer: "quiet.mjs",
  predict: (rows) => codeRows(rows),
};
