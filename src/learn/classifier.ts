import { readFileSync } from "node:fs";

/**
 * A linear classifier over hashed features: for each class one signed byte a bucket. Small enough to ship, fast enough to ask for every
 * noun phrase, and the same on every machine, since the sums are of integers.
 */
export interface Classifier {
  readonly classes: readonly string[];
  /** Number of buckets: a power of two. */
  readonly buckets: number;
  /** `buckets` rows of `classes.length` weights. */
  readonly weights: Int8Array;
  /** The value of one unit of weight, in log odds. */
  readonly unit: number;
}

/** 32-bit FNV-1a over UTF-16 code units, finished with murmur3's mix so that the low bits spread over the buckets. */
export function hashFeature(feature: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) h = Math.imul(h ^ feature.charCodeAt(i), 0x01000193);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

/** The probability of each class, in the order of `classes` (softmax over the summed weights). Features are names or their hashes. */
export function classify(model: Classifier, features: readonly string[] | readonly number[]): Float64Array {
  const sums = new Int32Array(model.classes.length);
  weigh(model, features, sums);
  return probabilities(model, sums);
}

/** Adds to `sums` the weights of features, a sum for each class. */
export function weigh({ buckets, weights }: Classifier, features: readonly string[] | readonly number[], sums: Int32Array): void {
  const size = sums.length;
  for (let i = 0; i < features.length; i++) {
    const feature = features[i]!;
    const row = ((typeof feature === "number" ? feature : hashFeature(feature)) & (buckets - 1)) * size;
    for (let c = 0; c < size; c++) sums[c]! += weights[row + c]!;
  }
}

/** The probability of each class, from the sums of its weights. */
export function probabilities({ unit }: Classifier, sums: Int32Array): Float64Array {
  const size = sums.length;
  const odds = new Float64Array(size);
  let highest = -Infinity;
  for (let c = 0; c < size; c++) highest = Math.max(highest, (odds[c] = sums[c]! * unit));
  let total = 0;
  for (let c = 0; c < size; c++) total += odds[c] = Math.exp(odds[c]! - highest);
  for (let c = 0; c < size; c++) odds[c]! /= total;
  return odds;
}

/** The place of the largest value; the first of equals. */
export function likeliest(probabilities: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < probabilities.length; i++) if (probabilities[i]! > probabilities[best]!) best = i;
  return best;
}

/**
 * Reads a classifier: one line of JSON with classes, buckets and unit, then the weights. Throws an Error that names the file when it is
 * damaged.
 */
export function readClassifier(file: URL): Classifier {
  const bytes = readFileSync(file);
  const end = bytes.indexOf(10);
  const header = JSON.parse(bytes.toString("utf8", 0, end)) as { classes: string[]; buckets: number; unit: number };
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, bytes.length - end - 1);
  if (weights.length !== header.buckets * header.classes.length || (header.buckets & (header.buckets - 1)) !== 0) {
    throw new Error(
      `${file.pathname} is damaged: ${weights.length} weights for ${header.buckets} buckets of ${header.classes.length} classes`,
    );
  }
  return { ...header, weights };
}

/** The bytes that `readClassifier` reads. */
export function packClassifier(model: Classifier): Uint8Array {
  const { classes, buckets, unit } = model;
  const header = new TextEncoder().encode(`${JSON.stringify({ classes, buckets, unit })}\n`);
  const bytes = new Uint8Array(header.length + model.weights.length);
  bytes.set(header);
  bytes.set(new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length), header.length);
  return bytes;
}
