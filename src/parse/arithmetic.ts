import type { AffineLayer } from "./weights.ts";

/** Sentences that are read side by side. Each lane's numbers depend on that lane alone, so the company a sentence keeps changes nothing. */
export const LANES = 4;

/**
 * The few loops in which the network spends its time, over one shared buffer; every place is a byte offset into it. Products are of
 * 16-bit integers summed in 32 bits (exact in any order), the rest is float32 in one fixed order: all implementations agree to the bit.
 */
export interface Arithmetic {
  /** out[r][o] = (x[r] · weights[o]) · scale[o] + bias[o]; x is int16 rows of `inputs`, out float32 rows of `outputs`. */
  affine(layer: AffineLayer, x: number, rows: number, out: number): void;
  /**
   * One direction of one LSTM layer over LANES rows of sentences. `places` says for each slot where the input's share of the gates lies (int32, to
   * which `offset` is added; float32, units in fours: input, forget, candidate, output); slot = step * LANES + lane; `mask` is 1 for words and 0 for
   * padding, after which a lane begins anew. `state` (LANES rows of `outStride` bytes: what stands before the first word) and `cells` (float32) must be zero. Writes
   * int16 of scale 2047 to `out`, `outStride` bytes a slot. Rows are worked four at a time, so `out` of `affine` must have room for that.
   */
  lstm(
    layer: AffineLayer,
    hidden: number,
    places: number,
    offset: number,
    steps: number,
    backward: boolean,
    mask: number,
    state: number,
    cells: number,
    out: number,
    outStride: number,
  ): void;
  /** out[i] = floor(x[i] · factor + 1/2) held between `low` and 2047: float32 to int16. */
  quantise(x: number, count: number, factor: number, low: number, out: number): void;
  /** out[a][b] = queries[a] · keys[b]: int16 rows of `inputs` to int32. */
  products(queries: number, count: number, keys: number, keyCount: number, inputs: number, out: number): void;
}
