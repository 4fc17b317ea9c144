/**
 * Boosted regression trees for yes or no (logistic loss). A tree is a complete binary tree in level order: node n asks whether
 * `values[feature] < threshold` and goes to 2n+1 (yes) or 2n+2 (no); the last level holds what is added to the log odds.
 */
export interface Boosted {
  readonly names: readonly string[];
  readonly depth: number;
  /** Log odds before the first tree. */
  readonly base: number;
  readonly trees: readonly {
    readonly features: readonly number[];
    readonly thresholds: readonly number[];
    readonly leaves: readonly number[];
  }[];
}

/** The log odds of yes. Values are in the order of `names`. */
export function boostedOdds(model: Boosted, values: readonly number[]): number {
  let odds = model.base;
  for (const { features, thresholds, leaves } of model.trees) {
    let node = 0;
    for (let level = 0; level < model.depth; level++) node = 2 * node + (values[features[node]!]! < thresholds[node]! ? 1 : 2);
    odds += leaves[node - features.length]!;
  }
  return odds;
}

/** The probability of yes, 0..1. Values are in the order of `names`. */
export function boostedProbability(model: Boosted, values: readonly number[]): number {
  return 1 / (1 + Math.exp(-boostedOdds(model, values)));
}
