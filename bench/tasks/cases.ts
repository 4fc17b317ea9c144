import { codeRows } from "../code-rows.ts";
import type { BenchTask } from "../task.ts";

/** Whole conflict articles, every field: the coded document is the prediction. */
export const task: BenchTask = {
  name: "cases",
  dev: ["cases/dev.jsonl"],
  scorer: "cases.mjs",
  predict: (rows) => codeRows(rows),
};
