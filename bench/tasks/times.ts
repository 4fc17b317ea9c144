import { Document, pipeline } from "../../src/document/index.ts";
import { loadParser, wordsStage } from "../../src/parse/index.ts";
import { TIMES, timesStage } from "../../src/when/index.ts";
import type { BenchTask } from "../task.ts";

/** TempEval-3: the time expressions of an article with their TIMEX3 type and value. */
export const task: BenchTask = {
  name: "times",
  dev: ["times/timebank.jsonl", "times/aquaint.jsonl"],
  scorer: "times.mjs",
  predict(rows) {
    const stages = pipeline([wordsStage(loadParser()), timesStage()]);
    return rows.map(({ id, text, published }) => {
      const dated = typeof published === "string" ? { published, publishedFrom: "input" as const } : {};
      const document = stages.run(Document.from({ id: String(id), text: String(text), language: "en", ...dated }));
      return { id, times: document.get(TIMES).map(({ span, type, value }) => ({ span, type, value })) };
    });
  },
};
