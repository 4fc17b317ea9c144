import { type IncidentFiller, incidentTemplates, loadIncidentModels } from "../../src/code/incidents/index.ts";
import { annotate, loadCoder } from "../../src/code/index.ts";
import { Document } from "../../src/document/index.ts";
import type { BenchTask } from "../task.ts";

/** MUC-4: role fillers and templates of attacks in Latin American news. */
export const task: BenchTask = {
  name: "roles",
  dev: ["roles/dev.jsonl"],
  scorer: "roles.mjs",
  predict(rows) {
    const coder = loadCoder();
    const models = loadIncidentModels();
    return rows.map((row) => {
      const document = annotate(Document.from({ id: String(row.docid), text: String(row.doctext), language: "en" }), coder);
      const templates = incidentTemplates(document, models).map((t) => ({
        incident_type: t.type,
        PerpInd: entities(t.perpetrators),
        PerpOrg: entities(t.organisations),
        Target: entities(t.targets),
        Victim: entities(t.victims),
        Weapon: entities(t.weapons),
      }));
      return { docid: row.docid, templates };
    });
  },
};

/** One string for each entity. */
const entities = (fillers: readonly IncidentFiller[]): readonly (readonly string[])[] => fillers.map((f) => [f.text]);
