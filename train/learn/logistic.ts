import { type Classifier, hashFeature } from "../../src/learn/index.ts";

export interface Example {
  /** Names of features, or their hashes. */
  readonly features: readonly string[] | readonly number[];
  readonly label: string;
  /** How much it counts; 1 when absent. */
  readonly weight?: number;
}

export interface LogisticOptions {
  /** A power of two. */
  readonly buckets?: number;
  readonly epochs?: number;
  /** Step of Adagrad. */
  readonly rate?: number;
  /** L2 penalty on each weight that an example touches. */
  readonly penalty?: number;
  /** Mean of this many models that differ in the order of the examples and in nothing else; 1 when absent. */
  readonly orders?: number;
  /** So much of an example's label is shared out among all classes, so that no example can ask for certainty; 0 when absent. */
  readonly smoothing?: number;
}

/**
 * Trains a multinomial logistic regression over hashed features with Adagrad, and rounds its weights to signed bytes. The order of the
 * examples in each epoch comes from a fixed seed, so the same examples give the same weights.
 */
export function trainLogistic(examples: readonly Example[], options: LogisticOptions = {}): Classifier {
  const { buckets = 1 << 16, epochs = 12, rate = 0.15, penalty = 1e-5, orders = 1, smoothing = 0 } = options;
  const classes = [...new Set(examples.map((e) => e.label))].sort();
  const classOf = new Map(classes.map((c, i) => [c, i]));
  const size = classes.length;
  const rows = examples.map((e) =>
    Int32Array.from<string | number>(e.features, (f) => ((typeof f === "number" ? f : hashFeature(f)) & (buckets - 1)) * size),
  );
  const gold = Int32Array.from(examples, (e) => classOf.get(e.label)!);
  const importances = Float64Array.from(examples, (e) => e.weight ?? 1);
  const mean = new Float32Array(buckets * size);
  for (let run = 0; run < orders; run++) {
    const start = new Float32Array(buckets * size);
    const weights = descend(rows, gold, importances, start, size, { epochs, rate, penalty, smoothing }, seeded(SEED + run));
    for (let i = 0; i < mean.length; i++) mean[i]! += weights[i]! / orders;
  }
  return quantise(classes, buckets, mean);
}

const SEED = 20240613;

/** Adagrad over the rows, in an order that `random` gives anew in each epoch. Changes and gives back `weights`. */
function descend(
  rows: readonly Int32Array[],
  golds: Int32Array,
  importances: Float64Array,
  weights: Float32Array,
  size: number,
  { epochs, rate, penalty, smoothing }: { epochs: number; rate: number; penalty: number; smoothing: number },
  random: () => number,
): Float32Array {
  const squares = new Float32Array(weights.length).fill(1e-8);
  const order = rows.map((_, i) => i);
  const p = new Float64Array(size);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const index of order) {
      const row = rows[index]!;
      p.fill(0);
      for (const r of row) for (let c = 0; c < size; c++) p[c]! += weights[r + c]!;
      let highest = -Infinity;
      for (let c = 0; c < size; c++) highest = Math.max(highest, p[c]!);
      let total = 0;
      for (let c = 0; c < size; c++) total += p[c] = Math.exp(p[c]! - highest);
      const gold = golds[index]!;
      const importance = importances[index]!;
      for (let c = 0; c < size; c++) {
        const wanted = smoothing / size + (c === gold ? 1 - smoothing : 0);
        const error = (p[c]! / total - wanted) * importance;
        if (Math.abs(error) < 1e-4) continue;
        for (const r of row) {
          const gradient = error + penalty * weights[r + c]!;
          squares[r + c]! += gradient * gradient;
          weights[r + c]! -= (rate * gradient) / Math.sqrt(squares[r + c]!);
        }
      }
    }
  }
  return weights;
}

function quantise(classes: readonly string[], buckets: number, weights: Float32Array): Classifier {
  let largest = 0;
  for (const w of weights) largest = Math.max(largest, Math.abs(w));
  const unit = largest / 127 || 1;
  return { classes, buckets, unit, weights: Int8Array.from(weights, (w) => Math.round(w / unit)) };
}

/** Mulberry32: a small generator with a fixed seed, so that training can be repeated. */
export function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
