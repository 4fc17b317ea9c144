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
 * The tense of the verb that governs the expression at [from, to): up from its head to the first verb that has one, looking on the way at
 * words that look ahead ("scheduled", "due", "deadline"). "none": it belongs to a noun ("a June agreement", "the Jan. 14 deadline"), whose
 * time the verb's tense does not tell. Undefined: no verb was found.
 */
export function tenseBySyntax({ words }: Syntax, tokens: Tokens, from: number, to: number): Tense | "none" | undefined {
  const { forward, aheadOf } = tokens.lexicon;
  const first = wordAt(words, from);
  const end = wordAt(words, to - 1) + 1;
  if (first >= words.length) return undefined;
  let head = first;
  for (let i = first; i < end && i < words.length; i++) if (words[i]!.head < first || words[i]!.head >= end) head = i;
  for (let i = first - 1; i >= first - 2 && i >= 0 && words[i]!.sentence === words[first]!.sentence; i--) {
    const lower = words[i]!.text.toLowerCase();
    if (lower === "since") return "past";
    // "They withdrew by June": what is over by then is over.
    if (i === first - 1 && aheadOf.has(lower)) return isOver(words, words[head]!.head, forward) ? "past" : "future";
    const { upos } = words[i]!;
    const ahead = upos === "NOUN" || upos === "PROPN" ? lower === "deadline" : upos !== "AUX" && forward.has(lower);
    if (ahead || (lower === "record" && words[i - 1]?.text === "of")) return wasPlanned(words, i) ? "past" : "future";
  }
  let noun = false;
  let compound = /^(compound|nmod:poss|amod|nummod)/.test(words[head]!.relation);
  for (let at = words[head]!.head, steps = 0; at >= 0 && steps < 6; at = words[at]!.head, steps++) {
    const word = words[at]!;
    // "On Friday the ministry planned …": a day before a past verb is the day of planning.
    if (forward.has(word.text.toLowerCase()) && word.upos !== "AUX")
      return (word.xpos === "VBD" && head < at) || wasPlanned(words, at) ? "past" : "future";
    if (word.upos === "VERB" || word.upos === "AUX") {
      const tense = verbTense(words, at);
      if (tense) return tense === "future" && !compound ? "future" : noun ? "none" : tense;
    } else if (word.upos === "NOUN" || word.upos === "PROPN") noun = true;
    if (!noun) compound = false;
  }
  return noun ? "none" : undefined;
}

/** Whether a verb itself stands in the past and does not look ahead. */
function isOver(words: readonly Word[], at: number, forward: ReadonlySet<string>): boolean {
  const verb = words[at];
  return verb?.upos === "VERB" && !forward.has(verb.text.toLowerCase()) && verb.xpos === "VBD";
}

/** "Had been due to expire on Friday": what was to come then has come since. */
function wasPlanned(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) if (/^had$/i.test(words[i]!.text)) return true;
  return false;
}

/** Tense of a verb with its auxiliaries; undefined for a participle or infinitive that must take it from the verb above. */
function verbTense(words: readonly Word[], at: number): Tense | undefined {
  const verb = words[at]!;
  let past = false;
  let present = false;
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const word = words[i]!;
    if (word.sentence !== verb.sentence) break;
    if (word.head !== at || !(word.relation.startsWith("aux") || word.relation === "cop")) continue;
    const lower = word.text.toLowerCase();
    if (/^(will|'ll|’ll|shall|may|might|can|must|should|wo)$/.test(lower)) return "future";
    if (/^(was|were|had|did|has|have|'ve|’ve)$/.test(lower)) past = true;
    else if (/^(is|are|am|'s|’s|'re|’re|do|does)$/.test(lower)) present = true;
  }
  if (past || verb.xpos === "VBD") return "past";
  if (verb.xpos === "VBN") return present || (verb.relation === "acl" && !/^be$/i.test(words[at - 1]?.text ?? "")) ? "past" : undefined;
  if (verb.xpos === "VBZ" || verb.xpos === "VBP" || (verb.xpos === "VBG" && present)) return "present";
  return undefined;
}
