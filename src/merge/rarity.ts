import { readFileSync } from "node:fs";

/** How rare words are in news: the share of background articles that hold a word, as inverse document frequency. */
export interface Rarity {
  /** Natural logarithm of articles over articles with the word: 0 is in every article, about 10 in none. */
  of(word: string): number;
  /** The same for a word's `hashWord`. */
  ofHash(hash: number): number;
}

/** Buckets of the table: a power of two. With a quarter of a million, few rare words share a bucket with a common one. */
export const RARITY_BUCKETS = 1 << 18;
/** Steps for each unit of inverse document frequency. */
export const RARITY_STEPS = 20;

const FILE = new URL("../../models/merge/rarity.bin", import.meta.url);

/** FNV-1a over UTF-16 code units, finished by mixing, so that its low bits can be taken. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

let loaded: Rarity | undefined;

/**
 * The background table, read once: static, so that a pair's score depends on the pair alone and not on what else is in the archive.
 * Throws when the file is missing.
 */
export function loadRarity(): Rarity {
  loaded ??= rarityFrom(readFileSync(FILE));
  return loaded;
}

/** A table from its bytes: one for each bucket. */
export function rarityFrom(bytes: Uint8Array): Rarity {
  const ofHash = (hash: number) => bytes[hash & (RARITY_BUCKETS - 1)]! / RARITY_STEPS;
  return { of: (word) => ofHash(hashWord(word)), ofHash };
}

/** Words as the table counts them: lower case, "17-year-old" and "o'neill" whole, possessive endings off. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text
    .normalize("NFC")
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]{1,40}(?:['’-][\p{L}\p{N}]{1,40}){0,3}/gu)) {
    words.push(word.replace(/['’]s$/u, "").replaceAll("’", "'"));
  }
  return words;
}
