import { type Classifier, probabilities, weigh } from "../../learn/index.ts";
import type { Word } from "../layers.ts";
import type { Candidate } from "./candidates.ts";
import type { HeadNouns } from "./head-nouns.ts";
import { contextFeatures, headFeatures } from "./type-features.ts";

interface HeadSums {
  readonly lemma: string;
  readonly xpos: string;
  readonly form: Candidate["form"];
  readonly sums: Int32Array;
}

/** Heads whose sums are kept; what is rare is summed anew. */
const MOST_HEADS = 8192;

/** Judges candidates as `classify` does by `typeFeatures`, but sums only once what a head weighs wherever it stands. */
export class TypeJudge {
  readonly #types: Classifier;
  readonly #headNouns: HeadNouns;
  /** By the head's characters. */
  readonly #heads = new Map<string, HeadSums[]>();

  constructor(types: Classifier, headNouns: HeadNouns) {
    this.#types = types;
    this.#headNouns = headNouns;
  }

  /** The probability of each type. */
  judge(candidate: Candidate, words: readonly Word[], below: readonly (readonly Word[])[]): Float64Array {
    const sums = this.#headSums(candidate).slice();
    weigh(this.#types, contextFeatures(candidate, words, below, this.#headNouns, true), sums);
    return probabilities(this.#types, sums);
  }

  #headSums({ head, form }: Candidate): Int32Array {
    let alike = this.#heads.get(head.text);
    const known = alike?.find((h) => h.form === form && h.xpos === head.xpos && h.lemma === head.lemma);
    if (known !== undefined) return known.sums;
    const sums = new Int32Array(this.#types.classes.length);
    weigh(this.#types, headFeatures(head, form, true), sums);
    if (alike === undefined) {
      if (this.#heads.size >= MOST_HEADS) this.#heads.clear();
      alike = [];
      this.#heads.set(head.text, alike);
    }
    alike.push({ lemma: head.lemma, xpos: head.xpos, form, sums });
    return sums;
  }
}
