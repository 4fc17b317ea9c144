import type { Sentence, Word } from "../parse/layers.ts";
import type { Tense } from "./form.ts";
import type { Tokens } from "./tokens.ts";

const REPORTING = new Set(["said", "says", "told", "reported", "announced", "added", "wrote"]);
const STOP = /^[.;?!]$/;

/** Which way the words around an expression look, without syntax: the nearest sign before it in its sentence, then the nearest behind. */
export function tenseByWords(tokens: Tokens, start: number, end: number): Tense | undefined {
  const { forward, aheadOf } = tokens.lexicon;
  if (aheadOf.has(tokens.word(start - 1))) return "future";
  for (let i = start - 1; i >= Math.max(0, start - 12); i--) {
    const word = tokens.word(i);
    if (STOP.test(word) && !tokens.glued(i + 1)) break;
    if (forward.has(word)) return "future";
    if (REPORTING.has(word) || /^(was|were|had|did|ago)$/.test(word) || (/ed$/.test(word) && word.length > 4)) return "past";
  }
  for (let i = end; i < Math.min(tokens.length, end + 8); i++) {
    const word = tokens.word(i);
    if (STOP.test(word)) break;
    if (word === "will" || word === "would" || word === "is" || word === "are") return word === "will" ? "future" : undefined;
    if (REPORTING.has(word) || /^(was|were|had|did)$/.test(word)) return "past";
  }
  return undefined;
}

/** The words of a parsed text by where they stand, to look up the verb that governs a time expression. */
export interface Syntax {
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
}

/** Index of the word that holds or follows a character offset; binary search. */
export function wordAt(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.span[1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The tense of the verb that governs the expression at [from, to): up from its head to the first verb, looking at each step at the
 * auxiliaries, and at words that look ahead ("scheduled", "due", "deadline") on the way.
 */
export function tenseBySyntax({ words }: Syntax, tokens: Tokens, from: number, to: number): Tense | undefined {
  const first = wordAt(words, from);
  const end = wordAt(words, to - 1) + 1;
  if (first >= words.length) return undefined;
  let head = first;
  for (let i = first; i < end && i < words.length; i++) if (words[i]!.head < first || words[i]!.head >= end) head = i;
  const before = words[first - 1];
  if (before && tokens.lexicon.aheadOf.has(before.text.toLowerCase()) && before.sentence === words[first]!.sentence) return "future";
  let at = words[head]!.head;
  for (let steps = 0; at >= 0 && steps < 6; steps++) {
    const word = words[at]!;
    const lower = word.text.toLowerCase();
    if (tokens.lexicon.forward.has(lower) && word.upos !== "AUX") return "future";
    if (word.upos === "VERB" || word.upos === "AUX" || word.relation === "root") {
      const tense = verbTense(words, at);
      if (tense) return tense;
    }
    at = word.head;
  }
  return undefined;
}

/** Tense of a verb with its auxiliaries; an infinitive or gerund has none of its own unless it looks ahead ("to meet on Friday"). */
function verbTense(words: readonly Word[], at: number): Tense | undefined {
  const verb = words[at]!;
  let past = false;
  let perfect = false;
  let present = false;
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const word = words[i]!;
    if (word.sentence !== verb.sentence) break;
    if (word.head !== at || (word.relation !== "aux" && word.relation !== "aux:pass" && word.relation !== "cop")) continue;
    const lower = word.text.toLowerCase();
    if (/^(will|'ll|’ll|shall|would|may|might|can|could|should|must|wo)$/.test(lower))
      return /^(would|could|might)$/.test(lower) ? undefined : "future";
    if (/^(was|were|had|did)$/.test(lower)) past = true;
    else if (/^(has|have|'ve|’ve)$/.test(lower)) perfect = true;
    else if (/^(is|are|am|'s|’s|'re|’re|do|does)$/.test(lower)) present = true;
  }
  if (past || perfect) return "past";
  if (verb.xpos === "VBD") return "past";
  if (verb.xpos === "VBN") return present ? "past" : undefined;
  if (verb.xpos === "VBZ" || verb.xpos === "VBP") return "present";
  if (verb.xpos === "VBG" && present) return "present";
  if (verb.xpos === "VB") return "future";
  return undefined;
}
