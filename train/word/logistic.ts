import { shuffled } from "./shuffled.ts";

/** Share of an example's features that is left out at each step, so that rare ones do not carry it alone. */
const DROPPED = 0.15;

/**
 * Logistic regression over hashed binary features by AdaGrad (Duchi 2011), with some features left out at each step; the weights are the mean over the
 * second half of the epochs. Order and omissions come from fixed seeds.
 */
export function trainLogistic(
  examples: readonly { readonly features: readonly number[]; readonly gold: boolean }[],
  options: { readonly bits: number; readonly epochs: number; readonly rate: number },
): { weights: Float64Array; bias: number } {
  const size = 1 << options.bits;
  const mask = size - 1;
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-2);
  let bias = 0;
  let meanBias = 0;
  let biasSquares = 1e-2;
  let state = 7;
  const kept: number[] = [];
  const half = options.epochs >> 1;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const k of shuffled(examples.length, epoch + 100)) {
      const { features, gold } = examples[k]!;
      kept.length = 0;
      for (const f of features) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        if (state > DROPPED * 2 ** 32) kept.push(f & mask);
      }
      let odds = bias;
      for (const b of kept) odds += weights[b]!;
      const p = 1 / (1 + Math.exp(-odds));
      const slope = p - (gold ? 1 : 0);
      loss -= Math.log(Math.max(1e-12, gold ? p : 1 - p));
      if (Math.abs(slope) < 1e-4) continue;
      const squared = slope * slope;
      for (const b of kept) {
        squares[b]! += squared;
        weights[b]! -= (options.rate * slope) / Math.sqrt(squares[b]!);
      }
      biasSquares += squared;
      bias -= (options.rate * slope) / Math.sqrt(biasSquares);
    }
    if (epoch >= half) {
      for (let b = 0; b < size; b++) mean[b]! += weights[b]! / (options.epochs - half);
      meanBias += bias / (options.epochs - half);
    }
    process.stderr.write(`logistic, epoch ${epoch + 1}: mean loss ${(loss / examples.length).toFixed(4)}\n`);
  }

  return { weights: mean, bias: meanBias };
}
