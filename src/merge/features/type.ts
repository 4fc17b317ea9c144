import { loadTypeLexicon } from "../type-lexicon.ts";
import type { Feature } from "./feature.ts";

/** Whether PLOVER types are the same, near or far. */
export const typeFeature: Feature = {
  name: "type",
  about: "PLOVER types: 0 the same, down to −1 for types that nobody gives to one event",
  score: (a, b) => loadTypeLexicon().nearness(a.type, b.type) - 1,
  sentence: (a, b) => `one is ${a.type}, the other ${b.type}`,
};

/** Whether the modes can be those of one event. */
export const modeFeature: Feature = {
  name: "mode",
  about: "PLOVER modes: 1 the same, 0.3 if texts use both for one event, −1 if not; 0 where one is not said",
  score(a, b) {
    if (a.mode === undefined || b.mode === undefined) return 0;
    return a.mode === b.mode ? 1 : loadTypeLexicon().modesAgree(a.mode, b.mode) ? 0.3 : -1;
  },
  sentence: (a, b, score) =>
    score === 1 ? `both by ${a.mode}` : score > 0 ? `${a.mode} and ${b.mode} can be one` : `one is by ${a.mode}, the other by ${b.mode}`,
};
