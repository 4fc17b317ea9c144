import { type Classifier, probabilities, weigh } from "../../learn/index.ts";
import { type Candidate, collect, PARTS } from "./pair-features.ts";

/** Sums that are kept for each part of the features; what is rare is summed anew. */
const MOST_SUMS = 16_384;

/** Judges pairs as `classify` does by `pairFeatures`, but sums only once what recurs from pair to pair. */
export class PairJudge {
  readonly #model: Classifier;
  readonly #known = PARTS.map(() => new Map<number, Int32Array>());

  constructor(model: Classifier) {
    this.#model = model;
  }

  /** The probability of each class. */
  judge(first: Candidate, second: Candidate, between: number): Float64Array {
    const sums = new Int32Array(this.#model.classes.length);
    for (let p = 0; p < PARTS.length; p++) {
      const part = PARTS[p]!;
      const number = part.number?.(first, second, between);
      if (number === undefined) weigh(this.#model, collect([part], first, second, between), sums);
      else {
        const known = this.#known[p]!;
        let own = known.get(number);
        if (own === undefined) {
          own = new Int32Array(sums.length);
          weigh(this.#model, collect([part], first, second, between), own);
          if (known.size >= MOST_SUMS) known.clear();
          known.set(number, own);
        }
        for (let c = 0; c < sums.length; c++) sums[c]! += own[c]!;
      }
    }
    return probabilities(this.#model, sums);
  }
}
