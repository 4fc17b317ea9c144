import type { View } from "../view.ts";
import { type Feature, list, shared } from "./feature.ts";

/** Share of the shorter list that both have, 0..1; −0.5 where both name somebody and nobody is the same. */
function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const n = shared(a, b).length;
  return n === 0 ? -0.5 : n / Math.min(a.length, b.length);
}

function participants(name: "actors" | "recipients" | "instruments", about: string, what: string): Feature {
  return {
    name,
    about: `${about}: the share that both have; −0.5 if both say and nothing is the same`,
    score: (a: View, b: View) => overlap(a[name], b[name]),
    sentence: (a, b, score) =>
      score < 0 ? `${what} differ: ${list(a[name])}; ${list(b[name])}` : `${what} in common: ${list(shared(a[name], b[name]))}`,
  };
}

export const actorsFeature = participants("actors", "who did it", "perpetrators");
export const recipientsFeature = participants("recipients", "to whom", "those it was done to");
export const instrumentsFeature = participants("instruments", "weapons and means", "means");

/** People named in both articles, by first and last name. */
export const peopleFeature: Feature = {
  name: "people",
  about: "people named in both articles: 0.5 for one, 0.75 for two, 1 for three; −0.5 if both name people and none is the same",
  score(a, b) {
    if (a.people.length === 0 || b.people.length === 0) return 0;
    const n = shared(a.people, b.people).length;
    return n === 0 ? -0.5 : Math.min(1, 0.25 + n * 0.25);
  },
  sentence: (a, b, score) => (score < 0 ? "they name different people" : `both name ${list(shared(a.people, b.people))}`),
};
