import { shuffled } from "./shuffled.ts";

/** Logistic regression over hashed binary features by AdaGrad (Duchi 2011), order fixed by the epoch, weights averaged over the last epochs. */
export function trainLogistic(
  examples: readonly { readonly features: readonly number[]; readonly gold: boolean }[],
  options: { readonly bits: number; readonly epochs: number; readonly rate: number; readonly decay: number },
): { weights: Float64Array; bias: number } {
  const size = 1 << options.bits;
  const mask = size - 1;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-2);
  let bias = 0;
  let biasSquares = 1e-2;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const k of shuffled(examples.length, epoch + 100)) {
      const { features, gold } = examples[k]!;
      let odds = bias;
      for (const f of features) odds += weights[f & mask]!;
      const p = 1 / (1 + Math.exp(-odds));
      const slope = p - (gold ? 1 : 0);
      loss -= Math.log(Math.max(1e-12, gold ? p : 1 - p));
      for (const f of features) {
        const b = f & mask;
        const g = slope + options.decay * examples.length * weights[b]! * 1e-3;
        squares[b]! += g * g;
        weights[b]! -= (options.rate * g) / Math.sqrt(squares[b]!);
      }
      biasSquares += slope * slope;
      bias -= (options.rate * slope) / Math.sqrt(biasSquares);
    }
    process.stderr.write(`logistic, epoch ${epoch + 1}: mean loss ${(loss / examples.length).toFixed(4)}\n`);
  }
  return { weights, bias };
}
