import type { TellingPair } from "./pairs.ts";

const ROUNDS = 300;

/**
 * Logistic regression by damped diagonal Newton steps, drawn towards weights written by hand: where the articles say little of a feature, it
 * keeps what was written. Same pairs, same weights.
 */
export function fitTowards(pairs: readonly TellingPair[], written: readonly number[], penalty: number): readonly number[] {
  const weights = Float64Array.from(written);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((w, k) => -penalty * (w - written[k]!));
    const curvature = new Float64Array(weights.length).fill(penalty);
    for (const { values, same, weight } of pairs) {
      let odds = 0;
      for (let k = 0; k < values.length; k++) odds += values[k]! * weights[k]!;
      const p = 1 / (1 + Math.exp(-odds));
      for (let k = 0; k < values.length; k++) {
        if (values[k] === 0) continue;
        gradient[k]! += weight * ((same ? 1 : 0) - p) * values[k]!;
        curvature[k]! += weight * p * (1 - p) * values[k]! ** 2;
      }
    }
    // A third of a step: features overlap, and a diagonal takes each for the only one.
    for (let k = 0; k < weights.length; k++) weights[k]! += (0.3 * gradient[k]!) / curvature[k]!;
  }
  return [...weights];
}
