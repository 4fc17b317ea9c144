import { readTimes } from "../../src/when/index.ts";
import type { BenchTask } from "../task.ts";

/** TempEval-3: the time expressions of an article with their TIMEX3 type and value. */
export const task: BenchTask = {
  name: "times",
  dev: ["times/timebank.jsonl", "times/aquaint.jsonl"],
  scorer: "times.mjs",
  predict: (rows) =>
    rows.map(({ id, text, published }) => ({
      id,
      times: readTimes(String(text), typeof published === "string" ? { published } : {}).map(({ span, type, value }) => ({
        span,
        type,
        value,
      })),
    })),
};
