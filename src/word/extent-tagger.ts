import type { ExtentWord } from "./extent-features.ts";

/** The part that a word plays for one cue. */
export type Part = 0 | 1 | 2 | 3;
export const OUTSIDE: Part = 0;
export const SOURCE: Part = 1;
export const CUE: Part = 2;
export const CONTENT: Part = 3;
export const PARTS = 4;

/** Bucket of a feature for a label. */
export function labelled(feature: number, label: number): number {
  return (Math.imul(feature, 4) + label) >>> 0;
}

/** Bucket of a transition feature for a pair of labels; `PARTS` stands for the sentence's beginning. */
export function stepped(feature: number, previous: number, label: number): number {
  return Math.imul(feature ^ Math.imul(previous * PARTS + label + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
}

/** The best sequence of parts: Viterbi over first-order label pairs. The number of weights, one a bucket, is a power of two. */
export function bestParts(sequence: readonly ExtentWord[], weights: Int8Array | Float64Array): Part[] {
  const n = sequence.length;
  const mask = weights.length - 1;
  const from = new Int8Array(n * PARTS);
  const own = new Float64Array(PARTS);
  let scores = new Float64Array(PARTS);
  let next = new Float64Array(PARTS);
  for (let i = 0; i < n; i++) {
    const { features, transition } = sequence[i]!;
    own.fill(0);
    for (let k = 0; k < features.length; k++) {
      const feature = features[k]!;
      for (let label = 0; label < PARTS; label++) own[label]! += weights[labelled(feature, label) & mask]!;
    }
    for (let label = 0; label < PARTS; label++) {
      let best = Number.NEGATIVE_INFINITY;
      let bestFrom = 0;
      for (let previous = i === 0 ? PARTS : 0; previous < (i === 0 ? PARTS + 1 : PARTS); previous++) {
        let step = i === 0 ? 0 : scores[previous]!;
        for (let k = 0; k < transition.length; k++) step += weights[stepped(transition[k]!, previous, label) & mask]!;
        if (step > best) {
          best = step;
          bestFrom = previous;
        }
      }
      next[label] = best + own[label]!;
      from[i * PARTS + label] = bestFrom;
    }
    [scores, next] = [next, scores];
  }
  const labels: Part[] = new Array(n);
  let at = 0;
  for (let label = 1; label < PARTS; label++) if (scores[label]! > scores[at]!) at = label;
  for (let i = n - 1; i >= 0; i--) {
    labels[i] = at as Part;
    at = from[i * PARTS + at]!;
  }
  return labels;
}
