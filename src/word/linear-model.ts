import { readFileSync } from "node:fs";

/** A linear model over hashed features: one signed byte for each bucket, and the value of one unit. */
export interface LinearModel {
  readonly weights: Int8Array;
  readonly unit: number;
  /** Added to every score. */
  readonly bias: number;
}

/** The score of a set of hashed features: the log odds, for a model trained as a logistic regression. */
export function score(model: LinearModel, features: readonly number[]): number {
  const { weights } = model;
  const mask = weights.length - 1;
  let sum = 0;
  for (const f of features) sum += weights[f & mask]!;
  return model.bias + sum * model.unit;
}

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Reads a model: eight bytes with unit and bias as little-endian float32, then the weights; their number is a power of two. */
export function readLinearModel(file: URL): LinearModel {
  const bytes = readFileSync(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + 8, bytes.byteLength - 8);
  if (weights.length === 0 || (weights.length & (weights.length - 1)) !== 0)
    throw new RangeError(`${file.pathname}: ${weights.length} weights, expected a power of two`);
  return { unit: view.getFloat32(0, true), bias: view.getFloat32(4, true), weights };
}

/** The bytes that `readLinearModel` reads, from real-valued weights: scaled so that the largest becomes 127. */
export function packLinearModel(weights: Float32Array | Float64Array, bias: number): Uint8Array {
  let largest = 0;
  for (const w of weights) largest = Math.max(largest, Math.abs(w));
  const unit = largest / 127 || 1;
  const bytes = new Uint8Array(8 + weights.length);
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, unit, true);
  view.setFloat32(4, bias, true);
  for (let i = 0; i < weights.length; i++) view.setInt8(8 + i, Math.round(weights[i]! / unit));
  return bytes;
}
