import { Document, pipeline } from "../../src/document/index.ts";
import { loadMentionModel, loadParser, MENTIONS, mentionStage, wordsStage } from "../../src/parse/index.ts";
import { asRe3d } from "../re3d-types.ts";
import type { BenchTask } from "../task.ts";

/** Entities of the defence and security domain (re3d). The shipped model has seen these documents: the honest figure is the cross-validated one. */
export const task: BenchTask = {
  name: "entities",
  dev: ["entities/dev.jsonl"],
  scorer: "entities.mjs",
  predict(rows) {
    const stages = pipeline([wordsStage(loadParser()), mentionStage(loadMentionModel())]);
    return rows.map((row) => {
      const document = stages.run(Document.from({ id: String(row.id), text: String(row.text), language: "en" }));
      const entities = document.get(MENTIONS).flatMap((m) => {
        const type = asRe3d(m.type, m.form);
        return type ? [[m.span[0], m.span[1], type]] : [];
      });
      return { id: row.id, entities };
    });
  },
};
