/** FNV-1a over UTF-16 code units: features of the learnt parts are hashed, so that no table of names travels with the weights. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

/** Weights of a logistic classifier over hashed features, as bytes with one scale. The length is a power of two. */
export interface HashedWeights {
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: number;
}

/** The probability that a logistic classifier gives: 0..1. */
export function probability(model: HashedWeights, features: readonly number[]): number {
  const mask = model.weights.length - 1;
  let sum = 0;
  for (const feature of features) sum += model.weights[feature & mask]!;
  return 1 / (1 + Math.exp(-(sum * model.scale + model.bias)));
}
