import { hashWord, type Rarity } from "./rarity.ts";

/** Weighted words, sorted by their hash, scaled to length 1: two of them are compared by one walk. They stand in shared pools, from `from` to before `to`. */
export interface WordVector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
  readonly from: number;
  readonly to: number;
}

const POOL = 1 << 16;

/**
 * Where vectors stand, one after another in large arrays: a million articles are a few hundred objects for the garbage collector, not
 * millions.
 */
export class VectorPool {
  readonly #size: number;
  #ids = new Uint32Array(0);
  #weights = new Float32Array(0);
  #used = 0;

  constructor(size = POOL) {
    this.#size = size;
  }

  /** A vector of the words, each with its weight; of a word that comes twice the last weight counts. */
  vectorOf(words: readonly string[], weightOf: (index: number) => number): WordVector {
    const byId = new Map<number, number>();
    let square = 0;
    words.forEach((word, i) => {
      const weight = weightOf(i);
      byId.set(hashWord(word), weight);
      square += weight * weight;
    });
    if (this.#used + byId.size > this.#ids.length) {
      const size = Math.max(this.#size, byId.size);
      this.#ids = new Uint32Array(size);
      this.#weights = new Float32Array(size);
      this.#used = 0;
    }
    const from = this.#used;
    for (const id of byId.keys()) this.#ids[this.#used++] = id;
    this.#ids.subarray(from, this.#used).sort();
    const length = Math.sqrt(square) || 1;
    for (let i = from; i < this.#used; i++) this.#weights[i] = byId.get(this.#ids[i]!)! / length;
    return { ids: this.#ids, weights: this.#weights, from, to: this.#used };
  }
}

/** Nothing in common with anything. */
export const NO_WORDS: WordVector = { ids: new Uint32Array(0), weights: new Float32Array(0), from: 0, to: 0 };

/** The last pair's likeness: three features ask for it in a row. */
let last: { readonly a: WordVector; readonly b: WordVector; readonly value: number } | undefined;

/** Cosine of two weighted word lists, 0..1. */
export function cosine(a: WordVector, b: WordVector): number {
  if (last?.a === a && last.b === b) return last.value;
  let sum = 0;
  for (let i = a.from, j = b.from; i < a.to && j < b.to; ) {
    const x = a.ids[i]!;
    const y = b.ids[j]!;
    if (x === y) sum += a.weights[i++]! * b.weights[j++]!;
    else if (x < y) i++;
    else j++;
  }
  last = { a, b, value: Math.min(1, sum) };
  return last.value;
}

/** How much rarer than `least` the words are that both have, added up. */
export function commonRarity(a: WordVector, b: WordVector, rarity: Rarity, least: number): number {
  let sum = 0;
  for (let i = a.from, j = b.from; i < a.to && j < b.to; ) {
    const x = a.ids[i]!;
    const y = b.ids[j]!;
    if (x === y) {
      sum += Math.max(0, rarity.ofHash(x) - least);
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return sum;
}
