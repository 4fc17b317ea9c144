import type { Classifier } from "../../learn/index.ts";
import type { Hashes } from "./features.ts";

/** The probability of each class on its own (logistic, one against the rest), in the order of `model.classes`. */
export function probabilities(model: Classifier, hashes: Hashes): Float64Array {
  const { buckets, weights, unit } = model;
  const size = model.classes.length;
  const sums = new Float64Array(size);
  for (const hash of hashes) {
    const row = (hash & (buckets - 1)) * size;
    for (let c = 0; c < size; c++) sums[c]! += weights[row + c]!;
  }
  for (let c = 0; c < size; c++) sums[c] = 1 / (1 + Math.exp(-sums[c]! * unit));
  return sums;
}
