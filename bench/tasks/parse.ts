import { conlluRows } from "../../src/parse/conllu.ts";
import { loadParser } from "../../src/parse/index.ts";
import type { BenchTask } from "../task.ts";

/** Tags, lemmas and trees for gold words. One row holds a whole file: `{ conllu }`. */
export const task: BenchTask = {
  name: "parse",
  dev: ["parse/ewt-dev.conllu", "parse/gum-dev.conllu"],
  scorer: "parse.mjs",
  predict(rows) {
    const parser = loadParser();
    return rows.map((row) => {
      const forms = String(row.conllu)
        .split(/\n\s*\n/)
        .map((block) =>
          block
            .split("\n")
            .map((line) => line.split("\t"))
            .filter((c) => /^\d+$/.test(c[0]!))
            .map((c) => c[1]!),
        )
        .filter((words) => words.length > 0);
      const parsed = parser.parseSentences(forms);
      return { conllu: parsed.map((words, s) => conlluRows(words.map((w, i) => ({ ...w, text: forms[s]![i]! })))).join("\n") };
    });
  },
};
