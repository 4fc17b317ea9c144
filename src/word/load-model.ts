import type { AttributionModel } from "./find-attributions.ts";
import { readLinearModel } from "./linear-model.ts";

const FOLDER = new URL("../../models/word/", import.meta.url);

/** Reads the trained models of attribution from `models/word/`. Throws when a file is missing or damaged. */
export function loadAttributionModel(folder: URL = FOLDER): AttributionModel {
  const file = (name: string) => readLinearModel(new URL(`${name}.bin`, folder));
  // The thresholds are those that gave the best whole-attribution F1 on PolNeAR's development part (models/word/CARD.md).
  return {
    cue: file("cue"),
    source: file("source"),
    extent: file("extent"),
    cueThreshold: 0.5,
    vouchingThreshold: 0.35,
    sourceThreshold: 0.15,
  };
}
