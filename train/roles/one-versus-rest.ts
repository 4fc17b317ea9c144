import type { OneVersusRest } from "../../src/code/incidents/one-versus-rest.ts";
import { seeded } from "../learn/logistic.ts";

export interface Labelled {
  readonly hashes: Uint32Array;
  /** Which classes it is of, as bits in the order of the classes. */
  readonly labels: number;
  readonly weight?: number;
}

export interface Options {
  /** In how many documents a feature must stand to be learnt. */
  readonly least?: number;
  readonly epochs?: number;
  /** Step of Adagrad. */
  readonly rate?: number;
  /** L2 penalty on each weight that an example touches. */
  readonly penalty?: number;
}

/** Trains on examples grouped by document. Weights are rounded to bytes; the order of examples comes from a fixed seed. */
export function trainOneVersusRest(
  classes: readonly string[],
  documents: readonly (readonly Labelled[])[],
  options: Options = {},
): OneVersusRest {
  const { least = 3, epochs = 8, rate = 0.1, penalty = 1e-5 } = options;
  const size = classes.length;
  const features = frequentFeatures(documents, least);
  const place = new Map<number, number>();
  features.forEach((hash, i) => place.set(hash, i));
  const examples = documents.flat();
  const rows = examples.map((e) => {
    const known: number[] = [];
    for (const h of e.hashes) {
      const at = place.get(h);
      if (at !== undefined) known.push(at * size);
    }
    return Int32Array.from(known);
  });
  const weights = new Float32Array(features.length * size);
  const squares = new Float32Array(features.length * size).fill(1e-4);
  const order = examples.map((_, i) => i);
  const random = seeded(7);
  const errors = new Float64Array(size);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const index of order) {
      const { labels, weight = 1 } = examples[index]!;
      const row = rows[index]!;
      errors.fill(0);
      for (const r of row) for (let c = 0; c < size; c++) errors[c]! += weights[r + c]!;
      for (let c = 0; c < size; c++) {
        const error = (1 / (1 + Math.exp(-errors[c]!)) - ((labels >> c) & 1)) * weight;
        if (error < 2e-3 && error > -2e-3) continue;
        for (const r of row) {
          const gradient = error + penalty * weights[r + c]!;
          squares[r + c]! += gradient * gradient;
          weights[r + c]! -= (rate * gradient) / Math.sqrt(squares[r + c]!);
        }
      }
    }
  }
  let largest = 0;
  for (const w of weights) largest = Math.max(largest, Math.abs(w));
  const unit = largest / 127 || 1;
  return { classes, features, unit, weights: Int8Array.from(weights, (w) => Math.round(w / unit)) };
}

/** Hashes that stand in at least so many documents, ascending. */
function frequentFeatures(documents: readonly (readonly Labelled[])[], least: number): Uint32Array {
  const counts = new Map<number, number>();
  for (const document of documents) {
    const seen = new Set<number>();
    for (const { hashes } of document) for (const h of hashes) seen.add(h);
    for (const h of seen) counts.set(h, (counts.get(h) ?? 0) + 1);
  }
  const kept: number[] = [];
  for (const [hash, n] of counts) if (n >= least) kept.push(hash);
  return Uint32Array.from(kept).sort();
}
