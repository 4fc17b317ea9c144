import type { Arithmetic } from "./arithmetic.ts";
import { LANES } from "./arithmetic.ts";
import type { AffineLayer } from "./weights.ts";

const { fround } = Math;

/** tanh as a Padé approximant of order 7/6, clamped where it meets 1; every step rounded to float32. */
export function tanh32(x: number): number {
  const c = x > 4.9 ? fround(4.9) : x < -4.9 ? fround(-4.9) : x;
  const s = fround(c * c);
  const top = fround(c * fround(135135 + fround(s * fround(17325 + fround(s * fround(378 + s))))));
  const bottom = fround(135135 + fround(s * fround(62370 + fround(s * fround(3150 + fround(s * 28))))));
  return fround(top / bottom);
}

/** The network's arithmetic in plain JavaScript: the reference, and what runs where WebAssembly's SIMD is missing. */
export function plainArithmetic(buffer: ArrayBufferLike): Arithmetic {
  const i16 = new Int16Array(buffer);
  const f32 = new Float32Array(buffer);
  const i32 = new Int32Array(buffer);
  const sums = new Int32Array(4);
  const values = new Float32Array(16);

  /** Four neighbouring outputs of one row, as 32-bit sums. Weights lie in blocks of four outputs, two inputs at a time. */
  function block(weights: number, inputs: number, x: number): void {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0, w = weights; k < inputs; k += 2, w += 8) {
      const p = i16[x + k]!;
      const q = i16[x + k + 1]!;
      a = (a + p * i16[w]! + q * i16[w + 1]!) | 0;
      b = (b + p * i16[w + 2]! + q * i16[w + 3]!) | 0;
      c = (c + p * i16[w + 4]! + q * i16[w + 5]!) | 0;
      d = (d + p * i16[w + 6]! + q * i16[w + 7]!) | 0;
    }
    sums[0] = a;
    sums[1] = b;
    sums[2] = c;
    sums[3] = d;
  }

  function affine(layer: AffineLayer, x: number, rows: number, out: number): void {
    const { inputs, outputs } = layer;
    for (let r = 0; r < rows; r++) {
      for (let o = 0; o < outputs; o += 4) {
        block(layer.weights / 2 + o * inputs, inputs, x / 2 + r * inputs);
        for (let j = 0; j < 4; j++) {
          const scaled = fround(fround(sums[j]!) * f32[layer.scale / 4 + o + j]!);
          f32[out / 4 + r * outputs + o + j] = fround(scaled + f32[layer.bias / 4 + o + j]!);
        }
      }
    }
  }

  function gate(layer: AffineLayer, block4: number, projected: number, j: number): number {
    return fround(f32[projected + block4 + j]! + fround(fround(sums[j]!) * f32[layer.scale / 4 + block4 + j]!));
  }

  return {
    affine,
    lstm(layer, hidden, places, offset, steps, backward, mask, state, cells, out, outStride) {
      let previous = state;
      for (let n = 0; n < steps; n++) {
        const t = backward ? steps - 1 - n : n;
        for (let lane = 0; lane < LANES; lane++) {
          const slot = t * LANES + lane;
          const h = (previous + lane * outStride) / 2;
          const c = cells / 4 + lane * hidden;
          const p = (i32[places / 4 + slot]! + offset) / 4;
          const keep = f32[mask / 4 + slot]!;
          const o = (out + slot * outStride) / 2;
          for (let u = 0; u < hidden; u += 4) {
            for (let g = 0; g < 4; g++) {
              block(layer.weights / 2 + (u * 4 + g * 4) * hidden, hidden, h);
              for (let j = 0; j < 4; j++) values[g * 4 + j] = tanh32(gate(layer, u * 4 + g * 4, p, j));
            }
            for (let j = 0; j < 4; j++) {
              const input = fround(fround(values[j]! * 0.5) + 0.5);
              const forget = fround(fround(values[4 + j]! * 0.5) + 0.5);
              const output = fround(fround(values[12 + j]! * 0.5) + 0.5);
              const cell = fround(fround(fround(forget * f32[c + u + j]!) + fround(input * values[8 + j]!)) * keep);
              f32[c + u + j] = cell;
              const real = fround(fround(output * tanh32(cell)) * keep);
              i16[o + u + j] = Math.floor(fround(fround(real * 2047) + 0.5));
            }
          }
        }
        previous = out + t * LANES * outStride;
      }
    },
    quantise(x, count, factor, low, out) {
      const f = fround(factor);
      for (let i = 0; i < count; i++) {
        const v = Math.floor(fround(fround(f32[x / 4 + i]! * f) + 0.5));
        i16[out / 2 + i] = Math.max(low, Math.min(2047, v));
      }
    },
    products(queries, count, keys, keyCount, inputs, out) {
      for (let a = 0; a < count; a++) {
        for (let b = 0; b < keyCount; b++) {
          let sum = 0;
          for (let k = 0; k < inputs; k++) sum = (sum + i16[queries / 2 + a * inputs + k]! * i16[keys / 2 + b * inputs + k]!) | 0;
          i32[out / 4 + a * keyCount + b] = sum;
        }
      }
    },
  };
}
