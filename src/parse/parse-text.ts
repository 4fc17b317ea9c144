import type { Sentence, Word } from "./layers.ts";
import { loadParser } from "./parser.ts";
import { analyse } from "./words-stage.ts";

/**
 * Sentences, words, tags, lemmas, morphology and dependency trees of an English text. Spans index `text`; heads are indices into
 * `words`. Any string is taken; case is not needed. The model is read at the first call.
 */
export function parse(text: string): { readonly sentences: readonly Sentence[]; readonly words: readonly Word[] } {
  return analyse(text, loadParser());
}
