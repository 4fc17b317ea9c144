import type { Word } from "../../parse/layers.ts";

/** A phrase of the text that might fill a role of an incident, with every place where these very words stand. */
export interface Candidate {
  /** Lower case, without articles and punctuation: how fillers are compared. */
  readonly key: string;
  /** The words as they stand at the first place, without leading article. */
  readonly text: string;
  /** `[first, end)` of the words, one for each place. */
  readonly places: readonly (readonly [first: number, end: number])[];
}

/** Longer phrases name no participant. */
const MOST_WORDS = 9;
const INSIDE = new Set(["DET", "ADJ", "NUM", "NOUN", "PROPN", "X", "SYM"]);
const ENDS = new Set(["NOUN", "PROPN", "X", "NUM", "ADJ"]);
/** Small words inside Spanish, Portuguese, French and Arabic names. */
const NAME_PARTS = new Set(["de", "del", "la", "las", "los", "el", "y", "da", "do", "dos", "di", "al", "bin", "ibn", "abu"]);
const JOINTS = new Set(["-", "'s", "’s", '"', "“", "”", "'"]);
const ARTICLES = new Set(["a", "an", "the"]);

/** Lower case, without punctuation and articles, blanks joined. */
export function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~“”‘’]/g, "")
    .replace(/\b(?:a|an|the)\b/g, " ")
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");
}

/**
 * All phrases that could be fillers: the noun phrases without what stands after them, each part of them that ends in a noun, and
 * phrases joined by "of" ("members of the front"). Which of them is the right extent is for the ranker to say.
 */
export function findCandidates(text: string, words: readonly Word[]): readonly Candidate[] {
  const found = new Map<string, { text: string; places: (readonly [number, number])[] }>();
  const add = (first: number, end: number): void => {
    while (first < end && (ARTICLES.has(words[first]!.text.toLowerCase()) || JOINTS.has(words[first]!.text))) first++;
    while (end > first && JOINTS.has(words[end - 1]!.text)) end--;
    if (end <= first || end - first > MOST_WORDS) return;
    const phrase = text.slice(words[first]!.span[0], words[end - 1]!.span[1]).replace(/\s+/g, " ");
    const key = keyOf(phrase);
    if (key === "") return;
    const known = found.get(key);
    if (!known) found.set(key, { text: phrase, places: [[first, end]] });
    else if (!known.places.some((p) => p[0] === first && p[1] === end)) known.places.push([first, end]);
  };
  const chunks = chunksOf(words);
  chunks.forEach(([first, end], i) => {
    for (let last = end; last > first; last--) {
      if (!ENDS.has(words[last - 1]!.upos)) continue;
      for (let from = first; from < last; from++) if (INSIDE.has(words[from]!.upos)) add(from, last);
    }
    const next = chunks[i + 1];
    if (next && next[0] === end + 1 && words[end]!.text.toLowerCase() === "of")
      for (let from = first; from < end; from++) add(from, next[1]);
  });
  return [...found].map(([key, c]) => ({ key, ...c }));
}

/** Runs of words that can make up a noun phrase, in the order of the text. */
function chunksOf(words: readonly Word[]): readonly (readonly [number, number])[] {
  const chunks: [number, number][] = [];
  let first = -1;
  for (let at = 0; at <= words.length; at++) {
    const word = words[at];
    const goes =
      word !== undefined &&
      (INSIDE.has(word.upos) || (first >= 0 && (JOINTS.has(word.text) || NAME_PARTS.has(word.text.toLowerCase())))) &&
      (first < 0 || words[first]!.sentence === word.sentence) &&
      at - first < 24;
    if (goes) {
      if (first < 0) first = at;
      continue;
    }
    if (first >= 0) chunks.push([first, at]);
    first = word && INSIDE.has(word.upos) ? at : -1;
  }
  return chunks;
}
