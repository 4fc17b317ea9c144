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

/** The weights of transition features, by feature: a row for each label before, and one for the sentence's beginning. */
type Steps = Map<number, Int8Array | Float64Array>;

const ROWS = PARTS + 1;

/** Transition features whose weights are kept together; what is rare is looked up again. */
const MOST_STEPS = 8192;

const stepsOf = new WeakMap<Int8Array | Float64Array, Steps>();

/** Fills `into` with the sums of the weights of a word's transition features, as `Steps` has them. */
function sumSteps(transition: readonly number[], weights: Int8Array | Float64Array, steps: Steps, into: Float64Array): void {
  into.fill(0);
  for (let k = 0; k < transition.length; k++) {
    const feature = transition[k]!;
    let own = steps.get(feature);
    if (own === undefined) {
      own = gatherSteps(feature, weights);
      if (steps.size >= MOST_STEPS) steps.clear();
      steps.set(feature, own);
    }
    for (let i = 0; i < ROWS * PARTS; i++) into[i]! += own[i]!;
  }
}

function gatherSteps(feature: number, weights: Int8Array | Float64Array): Int8Array | Float64Array {
  const mask = weights.length - 1;
  const gathered = weights.slice(0, ROWS * PARTS);
  for (let previous = 0; previous < ROWS; previous++)
    for (let label = 0; label < PARTS; label++) gathered[previous * PARTS + label] = weights[stepped(feature, previous, label) & mask]!;
  return gathered;
}

/** The best sequence of parts: Viterbi over first-order label pairs. The number of weights, one a bucket, is a power of two. */
export function bestParts(sequence: readonly ExtentWord[], weights: Int8Array | Float64Array): Part[] {
  const n = sequence.length;
  const mask = weights.length - 1;
  // Trained weights change between calls while training: only packed ones are kept.
  const kept = weights instanceof Int8Array ? stepsOf.get(weights) : undefined;
  const steps: Steps = kept ?? new Map();
  if (kept === undefined && weights instanceof Int8Array) stepsOf.set(weights, steps);
  const from = new Int8Array(n * PARTS);
  const own = new Float64Array(PARTS);
  const sums = new Float64Array(ROWS * PARTS);
  let scores = new Float64Array(PARTS);
  let next = new Float64Array(PARTS);
  for (let i = 0; i < n; i++) {
    const { features, transition } = sequence[i]!;
    own.fill(0);
    for (let k = 0; k < features.length; k++) {
      const feature = features[k]!;
      for (let label = 0; label < PARTS; label++) own[label]! += weights[labelled(feature, label) & mask]!;
    }
    sumSteps(transition, weights, steps, sums);
    for (let label = 0; label < PARTS; label++) {
      let best = Number.NEGATIVE_INFINITY;
      let bestFrom = 0;
      for (let previous = i === 0 ? PARTS : 0; previous < (i === 0 ? ROWS : PARTS); previous++) {
        const step = (i === 0 ? 0 : scores[previous]!) + sums[previous * PARTS + label]!;
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
