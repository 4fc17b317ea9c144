import type { Sentence, Word } from "../parse/layers.ts";
import type { Traps } from "./traps.ts";

/** How much an article, and a sentence, talks of conflict, of crime and of quiet things: shares of its content words. */
export interface Setting {
  readonly conflict: number;
  readonly crime: number;
  readonly calm: number;
}

/** Counts vocabulary over a stretch of words, as shares of its nouns, verbs, adjectives and names. */
export function settingOf(words: readonly Word[], start: number, end: number, traps: Traps): Setting {
  let content = 0;
  let conflict = 0;
  let crime = 0;
  let calm = 0;
  for (let i = start; i < end; i++) {
    const word = words[i];
    if (word === undefined || !(word.upos === "NOUN" || word.upos === "VERB" || word.upos === "PROPN" || word.upos === "ADJ")) continue;
    content++;
    const lemma = word.lemma.toLowerCase();
    if (traps.conflict.has(lemma)) conflict++;
    if (traps.crime.has(lemma)) crime++;
    if (traps.calm.has(lemma)) calm++;
  }
  const size = Math.max(content, 1);
  return { conflict: conflict / size, crime: crime / size, calm: calm / size };
}

/** The setting of the whole article and of each sentence. */
export function settings(
  words: readonly Word[],
  sentences: readonly Sentence[],
  traps: Traps,
): { article: Setting; sentences: readonly Setting[] } {
  return {
    article: settingOf(words, 0, words.length, traps),
    sentences: sentences.map((s) => settingOf(words, s.words[0], s.words[1], traps)),
  };
}
