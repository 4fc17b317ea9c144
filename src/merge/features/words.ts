import { hashWord, loadRarity } from "../rarity.ts";
import type { ReadView } from "../view.ts";
import { commonRarity, cosine } from "../word-vector.ts";
import { type Feature, list } from "./feature.ts";

/** The words of one article's print that the other has, too, rarest first. */
function common(a: ReadView, b: ReadView): string[] {
  const theirs = new Set(b.words.ids.subarray(b.words.from, b.words.to));
  return (a.record.reports[0]!.print?.words ?? []).filter((word) => theirs.has(hashWord(word)));
}

/** Telling words in common: the first tenth of likeness, where most pairs of strangers lie. */
export const someWordsFeature: Feature = {
  name: "some rare words",
  about: "likeness (cosine) of the articles' rare words, its first tenth: 0 none, 1 a tenth or more",
  score: (a, b) => Math.min(1, cosine(a.words, b.words) / 0.1),
  sentence: (a, b) => `both use ${list(common(a, b))}`,
};

/** Telling words in common beyond what strangers have. */
export const manyWordsFeature: Feature = {
  name: "many rare words",
  about: "likeness of the articles' rare words beyond a tenth: 1 at a half",
  score: (a, b) => Math.max(0, Math.min(1, (cosine(a.words, b.words) - 0.1) / 0.4)),
  sentence: (a, b) => `${common(a, b).length} rare words in common`,
};

export const titleFeature: Feature = {
  name: "title",
  about: "likeness of the rare words of the titles, 0..1",
  score: (a, b) => cosine(a.title, b.title),
  sentence: () => "their titles share rare words",
};

/** Copies of one text. */
export const copyFeature: Feature = {
  name: "copy",
  about: "share of word runs in common, as MinHash estimates it: 0 below a twentieth, 1 from a half",
  score(a, b) {
    const share = copyShare(a.copy, b.copy);
    return share < 0.05 ? 0 : Math.min(1, share * 2);
  },
  sentence: (a, b) => `${Math.round(100 * copyShare(a.copy, b.copy))}% of the word runs are the same`,
};

/** Estimated Jaccard likeness of two articles' word runs, 0..1. */
export function copyShare(a: Uint16Array, b: Uint16Array): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  let equal = 0;
  for (let i = 0; i < a.length; i++) equal += a[i] === b[i] ? 1 : 0;
  return equal / a.length;
}

/** Rarer than one article in about four hundred: names of people and streets, and the odd circumstance. */
const VERY_RARE = 6;

/** Words that hardly any other article uses. */
export const rarestFeature: Feature = {
  name: "rarest words",
  about: "words in common that hardly any other article uses: 0 none, 1 about five",
  score: (a, b) => Math.min(1, commonRarity(a.words, b.words, loadRarity(), VERY_RARE) / 8),
  sentence: (a, b) => `hardly any other article has ${list(common(a, b).filter((word) => loadRarity().of(word) > VERY_RARE))}`,
};
