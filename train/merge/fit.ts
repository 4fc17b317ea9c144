import { FEATURES } from "../../src/merge/features/index.ts";

/** A candidate pair with its features and the truth. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly features: readonly number[];
  readonly same: boolean;
}

const ROUNDS = 400;
/** L2 penalty on each weight: keeps features that say the same from pulling against one another. */
const PENALTY = 2;

/**
 * Logistic regression by full-batch gradient steps with one curvature a weight (diagonal Newton): few features, no random order, the
 * same weights every time. Features set by hand keep their weight. No
 * weight is below 0: a score already says for or against, and a reason that counts against its own sense could not be told to people.
 */
export function fitPairs(
  pairs: readonly Pair[],
  byHand: Readonly<Record<string, number>>,
): { bias: number; weights: Record<string, number> } {
  const n = FEATURES.length;
  const weights = Float64Array.from(FEATURES, ({ name }) => byHand[name] ?? 0);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = Float64Array.from(weights, (w) => -PENALTY * w);
    const curvature = new Float64Array(n).fill(PENALTY);
    let biasGradient = 0;
    let biasCurvature = 1e-6;
    for (const { features, same } of pairs) {
      let z = bias;
      for (let k = 0; k < n; k++) z += weights[k]! * features[k]!;
      const p = 1 / (1 + Math.exp(-z));
      const error = (same ? 1 : 0) - p;
      const spread = p * (1 - p);
      biasGradient += error;
      biasCurvature += spread;
      for (let k = 0; k < n; k++) {
        gradient[k]! += error * features[k]!;
        curvature[k]! += spread * features[k]! * features[k]!;
      }
    }
    // A third of a step: features overlap, and a diagonal takes each for the only one.
    bias += (0.3 * biasGradient) / biasCurvature;
    for (let k = 0; k < n; k++)
      if (byHand[FEATURES[k]!.name] === undefined) weights[k] = Math.max(0, weights[k]! + (0.3 * gradient[k]!) / curvature[k]!);
  }
  const round = (x: number) => Math.round(x * 1000) / 1000;
  return { bias: round(bias), weights: Object.fromEntries(FEATURES.map(({ name }, k) => [name, round(weights[k]!)])) };
}
