import { Document, pipeline } from "../../src/document/index.ts";
import { type EntityType, loadMentionModel, loadParser, MENTIONS, mentionStage, wordsStage } from "../../src/parse/index.ts";
import type { BenchTask } from "../task.ts";

/** Our types by the names that re3d gives them. */
const RE3D: Readonly<Partial<Record<EntityType, string>>> = {
  person: "Person",
  people: "Organisation",
  organization: "Organisation",
  "armed group": "Organisation",
  military: "Organisation",
  police: "Organisation",
  government: "Organisation",
  "international organization": "Organisation",
  media: "Organisation",
  place: "Location",
  state: "Location",
  facility: "Location",
  weapon: "Weapon",
  vehicle: "Vehicle",
  platform: "MilitaryPlatform",
  nationality: "Nationality",
  time: "Temporal",
  quantity: "Quantity",
};

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
        const type = m.type === "state" && m.form !== "name" ? "Organisation" : RE3D[m.type];
        return type ? [[m.span[0], m.span[1], type]] : [];
      });
      return { id: row.id, entities };
    });
  },
};
