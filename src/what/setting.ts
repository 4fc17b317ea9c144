import type { Sentence, Word } from "../parse/layers.ts";
import type { Traps } from "./traps.ts";

/** How much an article, and a sentence, talks of conflict, of crime and of quiet things: shares of its content words. */
export interface Setting {
  readonly conflict: number;
  readonly crime: number;
  readonly calm: number;
  /** The topic that most of the words speak for; "" when few speak for any. */
  readonly topic: string;
}

/** A topic needs this share of the content words, and this many of them. */
const LEAST_SHARE = 0.04;
const LEAST_WORDS = 2;

/** Counts vocabulary over a stretch of words, as shares of its nouns, verbs, adjectives and names. */
export function settingOf(words: readonly Word[], start: number, end: number, traps: Traps): Setting {
  let content = 0;
  let conflict = 0;
  let crime = 0;
  let calm = 0;
  const topics = new Map<string, number>();
  for (let i = start; i < end; i++) {
    const word = words[i];
    if (word === undefined || !(word.upos === "NOUN" || word.upos === "VERB" || word.upos === "PROPN" || word.upos === "ADJ")) continue;
    content++;
    const lemma = word.lemma.toLowerCase();
    if (traps.conflict.has(lemma)) conflict++;
    if (traps.crime.has(lemma)) crime++;
    if (traps.calm.has(lemma)) calm++;
    for (const topic of traps.topics.get(lemma) ?? []) topics.set(topic, (topics.get(topic) ?? 0) + 1);
  }
  const size = Math.max(content, 1);
  return { conflict: conflict / size, crime: crime / size, calm: calm / size, topic: topicOf(topics, size) };
}

function topicOf(topics: ReadonlyMap<string, number>, size: number): string {
  let best = "";
  let most = Math.max(LEAST_WORDS, LEAST_SHARE * size) - 0.5;
  for (const [topic, count] of topics) {
    if (count > most) {
      best = topic;
      most = count;
    }
  }
  return best;
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
