import { readFileSync } from "node:fs";
import type { ParticipantModel } from "./choose.ts";
import { VALUE_NAMES } from "./features.ts";

/** Where the model is. */
export const PARTICIPANT_MODEL = new URL("../../../models/who/participants.json", import.meta.url);

/** Reads the trees. Throws an Error that names the file when it is missing, or made for other values than the program now looks at. */
export function loadParticipantModel(): ParticipantModel {
  const model = JSON.parse(readFileSync(PARTICIPANT_MODEL, "utf8")) as ParticipantModel;
  for (const { names } of Object.values(model))
    if (names.join() !== VALUE_NAMES.join()) throw new Error(`${PARTICIPANT_MODEL.pathname} is made for other values: train it anew`);
  return model;
}
