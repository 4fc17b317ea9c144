import { readFileSync } from "node:fs";
import type { Hashes } from "./features.ts";

/**
 * Logistic regressions of several classes, each against the rest, over features known by their 32-bit hashes. Only features that were
 * seen in several training documents are in it; the rest say nothing.
 */
export interface OneVersusRest {
  readonly classes: readonly string[];
  /** Hashes of the known features, ascending. */
  readonly features: Uint32Array;
  /** For each feature a weight for each class. */
  readonly weights: Int8Array;
  /** The value of one unit of weight, in log odds. */
  readonly unit: number;
}

/** The probability of each class on its own, in the order of `model.classes`. */
export function probabilities(model: OneVersusRest, hashes: Hashes): Float64Array {
  const { weights, unit } = model;
  const size = model.classes.length;
  const sums = new Float64Array(size);
  for (const hash of hashes) {
    const at = find(model.features, hash) * size;
    if (at >= 0) for (let c = 0; c < size; c++) sums[c]! += weights[at + c]!;
  }
  for (let c = 0; c < size; c++) sums[c] = 1 / (1 + Math.exp(-sums[c]! * unit));
  return sums;
}

/** The place of a hash; -1 when it is not there. Hashes are spread evenly, so the search begins where it should be. */
function find(sorted: Uint32Array, hash: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const span = sorted[high]! - sorted[low]!;
    const guess = span > 0 ? low + Math.floor(((hash - sorted[low]!) / span) * (high - low)) : low;
    const middle = Math.min(high, Math.max(low, guess));
    const value = sorted[middle]!;
    if (value === hash) return middle;
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The bytes that `readOneVersusRest` reads: one line of JSON, then hashes (little endian), then weights. */
export function packOneVersusRest(model: OneVersusRest): Uint8Array {
  const { classes, features, unit, weights } = model;
  const line = JSON.stringify({ classes, features: features.length, unit });
  const header = new TextEncoder().encode(`${line}${" ".repeat(3 - (line.length % 4))}\n`);
  const bytes = new Uint8Array(header.length + features.byteLength + weights.length);
  bytes.set(header);
  const view = new DataView(bytes.buffer);
  features.forEach((hash, i) => view.setUint32(header.length + 4 * i, hash, true));
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), header.length + features.byteLength);
  return bytes;
}

/** Reads a model. Throws an Error that names the file when it is damaged. */
export function readOneVersusRest(file: URL): OneVersusRest {
  const bytes = readFileSync(file);
  const end = bytes.indexOf(10) + 1;
  const {
    classes,
    features: count,
    unit,
  } = JSON.parse(bytes.toString("utf8", 0, end)) as { classes: string[]; features: number; unit: number };
  if (bytes.length !== end + count * (4 + classes.length))
    throw new Error(`${file.pathname} is damaged: ${bytes.length} bytes for ${count} features`);
  const features = new Uint32Array(count);
  for (let i = 0; i < count; i++) features[i] = bytes.readUInt32LE(end + 4 * i);
  return { classes, features, unit, weights: Int8Array.from(bytes.subarray(end + 4 * count), (b) => (b << 24) >> 24) };
}
