/**
 * A linear yes-or-no classifier over hashed features: the sum of one small integer a feature. Its length is a power of two; two features
 * that fall on one weight share it.
 */
export class LinearClassifier {
  readonly weights: Int8Array;
  readonly #mask: number;

  constructor(weights: Int8Array) {
    if (weights.length === 0 || (weights.length & (weights.length - 1)) !== 0) throw new RangeError("length must be a power of two");
    this.weights = weights;
    this.#mask = weights.length - 1;
  }

  /** The score of a list of feature hashes; yes when it is above 0. */
  score(features: Int32Array, count: number): number {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.weights[mix(features[i]!) & this.#mask]!;
    return sum;
  }
}

/** Spreads a hash over all of its bits (the finaliser of MurmurHash3). */
export function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A hash of a hash and one thing more. Order counts. */
export function join(a: number, b: number): number {
  return Math.imul(a ^ (b + 0x9e3779b9), 0x01000193) ^ (b >>> 7);
}

/** FNV-1a of part of a text, letters ASCII-lowered. */
export function hashSlice(text: string, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    let c = text.charCodeAt(i);
    if (c >= 65 && c <= 90) c += 32;
    else if (c >= 48 && c <= 57) c = 48;
    else if (c === 0x2019 || c === 0x2018) c = 39;
    h = Math.imul(h ^ c, 0x01000193);
  }
  return h;
}
