import type { ExtentWord } from "../../src/word/extent-features.ts";
import { bestParts, labelled, type Part, stepped } from "../../src/word/extent-tagger.ts";
import { shuffled } from "./shuffled.ts";

/** Averaged structured perceptron (Collins 2002) over the tagger's own features and search. */
export function trainExtents(examples: readonly { words: ExtentWord[]; parts: Part[] }[], bits: number, epochs: number): Float64Array {
  const mask = (1 << bits) - 1;
  const weights = new Float64Array(1 << bits);
  const sums = new Float64Array(1 << bits);
  let step = 1;
  const update = (bucket: number, by: number): void => {
    weights[bucket & mask]! += by;
    sums[bucket & mask]! += by * step;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    for (const k of shuffled(examples.length, epoch)) {
      const { words, parts } = examples[k]!;
      const guess = bestParts(words, weights);
      for (let i = 0; i < words.length; i++) {
        if (guess[i] !== parts[i]) {
          wrong++;
          for (const f of words[i]!.features) {
            update(labelled(f, parts[i]!), 1);
            update(labelled(f, guess[i]!), -1);
          }
        }
        const before = i === 0 ? 4 : parts[i - 1]!;
        const guessed = i === 0 ? 4 : guess[i - 1]!;
        if (guess[i] === parts[i] && before === guessed) continue;
        for (const f of words[i]!.transition) {
          update(stepped(f, before, parts[i]!), 1);
          update(stepped(f, guessed, guess[i]!), -1);
        }
      }
      step++;
    }
    process.stderr.write(`extents, epoch ${epoch + 1}: ${wrong} words wrong\n`);
  }
  return weights.map((w, i) => w - sums[i]! / step);
}
