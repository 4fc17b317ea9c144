import type { Feature } from "./feature.ts";
import { placeFeature } from "./place.ts";
import { timeFeature } from "./time.ts";
import { manyWordsFeature, someWordsFeature } from "./words.ts";

/** Place and time at once: either alone is shared by many events of one war. */
export const placeAndTimeFeature: Feature = {
  name: "place and time",
  about: "the lesser of place and time, where both speak for it",
  score: (a, b) => Math.max(0, Math.min(placeFeature.score(a, b), timeFeature.score(a, b))),
  sentence: () => "one place at one time",
};

/** Words and time at once: a town's shootings share the town's words. */
export const wordsAndTimeFeature: Feature = {
  name: "words and time",
  about: "likeness of rare words where the time speaks for it, and against it where the time does",
  score: (a, b) => ((someWordsFeature.score(a, b) + manyWordsFeature.score(a, b)) / 2) * timeFeature.score(a, b),
  sentence: (_a, _b, score) => (score > 0 ? "like words at one time" : "like words, but at another time"),
};
