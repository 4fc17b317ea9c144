import { readFileSync } from "node:fs";
import type { Boosted } from "../../learn/index.ts";
import { readOneVersusRest } from "./one-versus-rest.ts";
import type { IncidentModels } from "./templates.ts";

/** Where the models of incidents are. */
export const INCIDENT_MODELS = new URL("../../../models/roles/", import.meta.url);

/** The models that come with the program. Throws an Error that names the file when one is missing or damaged. */
export function loadIncidentModels(): IncidentModels {
  const model = (name: string): ReturnType<typeof readOneVersusRest> => readOneVersusRest(new URL(`${name}.bin`, INCIDENT_MODELS));
  const trees = (name: string): Boosted => JSON.parse(readFileSync(new URL(`${name}.json`, INCIDENT_MODELS), "utf8")) as Boosted;
  return {
    sentences: model("sentences"),
    documents: model("documents"),
    relevance: model("relevance"),
    candidates: model("candidates"),
    incidents: model("incidents"),
    kinds: model("kinds"),
    ranker: trees("ranker"),
    pairs: trees("pairs"),
  };
}
