import type { Span } from "../document/index.ts";
import type { Sentence, Word } from "../parse/layers.ts";
import type { CueEntry } from "./cue-lexicon.ts";

/** Longest "…, the regional police chief said" that is looked for. */
const LONGEST = 10;
const TIME = /^(on|in|at|late|early|\p{Lu}\p{Ll}+day|today|yesterday)$/u;

/**
 * The stretch of words at a sentence's end that only names who said the rest: ", the agency said", ", according to the ministry". As indices of
 * words, from the comma to the sentence's end; undefined where there is none. Read from the words and not from the tree, because parsers often get such tags wrong.
 */
export function closingTag(
  words: readonly Word[],
  sentence: Sentence,
  entries: readonly (CueEntry | undefined)[],
  quotationOf: Int32Array,
): Span | undefined {
  const [first, end] = sentence.words;
  for (let i = end - 1; i > first + 2; i--) {
    if (words[i]!.text.toLowerCase() === "according" && words[i - 1]!.text === ",") return [i - 1, end];
  }
  let last = end - 1;
  while (last > first && words[last]!.upos === "PUNCT") last--;
  // "said on Tuesday", "said late Monday"
  for (let skipped = 0; skipped < 4 && last > first && TIME.test(words[last]!.text); skipped++) last--;
  const entry = entries[last];
  if (words[last]!.upos !== "VERB" || entry?.act !== "assert" || quotationOf[last]! >= 0) return undefined;
  for (let i = last - 1; i > first && last - i <= LONGEST; i--) {
    const word = words[i]!;
    if (word.upos === "VERB" || word.upos === "SCONJ") return undefined;
    if (word.text === "," && i < last - 1) return [i, end];
  }
  return undefined;
}
