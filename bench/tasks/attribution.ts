import { Document, pipeline } from "../../src/document/index.ts";
import { loadParser, wordsStage } from "../../src/parse/index.ts";
import { ATTRIBUTIONS, type Attribution, attributionStage, loadAttributionModel, loadCueLexicon } from "../../src/word/index.ts";
import type { BenchTask } from "../task.ts";

/** PolNeAR: source, cue and content. It marks outermost attributions only, so those within another's content and hearers are left out. */
export const task: BenchTask = {
  name: "attribution",
  dev: ["attribution/dev.jsonl"],
  scorer: "attribution.mjs",
  predict(rows) {
    const stages = pipeline([wordsStage(loadParser()), attributionStage(loadCueLexicon(), loadAttributionModel())]);
    return rows.map((row) => {
      const document = stages.run(Document.from({ id: String(row.id), text: String(row.text), language: "en" }));
      const outer = document.get(ATTRIBUTIONS).filter((a) => a.within === undefined && a.relay === undefined);
      return { id: row.id, attributions: outer.map(parts) };
    });
  },
};

function parts({ source, cue, content }: Attribution) {
  return { source: source === undefined ? [] : [source], cue: cue === undefined ? [] : [cue], content };
}
