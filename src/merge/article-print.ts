import type { CodedDocument } from "../code/coded-document.ts";
import { signatureOf } from "./near-duplicates.ts";
import { loadRarity, type Rarity, wordsOf } from "./rarity.ts";

/**
 * What merging remembers of a whole article, so that two reports can be compared without their texts: small, the same for all its
 * events, and readable.
 */
export interface ArticlePrint {
  /** The words that tell it from other news, the most telling first: at most 48, each with how often it stands there. */
  readonly words: readonly string[];
  /** Occurrences times rarity of each word, in tenths. */
  readonly weights: readonly number[];
  /** Telling words of its title. */
  readonly title: readonly string[];
  /** People it names by first and last name, in lower case. */
  readonly people: readonly string[];
  /** MinHash of its word runs, 16 bits each, in base64: finds copies. */
  readonly copy: string;
}

const WORDS = 48;
/** Below this a word is in more than one article of ten and tells nothing. */
const TELLING = 2.3;
const PEOPLE = 24;
/** The text that is looked at: a book is not an article. */
const LONGEST = 60_000;

/** The print of an article: a pure function of its text and its people. */
export function printOf(document: CodedDocument, rarity: Rarity = loadRarity()): ArticlePrint {
  const text = document.text.slice(0, LONGEST);
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const telling = [...counts]
    .map(([word, count]) => ({ word, rare: rarity.of(word), weight: (1 + Math.log(count)) * rarity.of(word) }))
    .filter(({ rare }) => rare >= TELLING)
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, WORDS);
  const title = [...new Set(wordsOf(document.title ?? ""))].filter((word) => rarity.of(word) >= TELLING);
  return {
    words: telling.map(({ word }) => word),
    weights: telling.map(({ weight }) => Math.round(weight * 10)),
    title: title.slice(0, 16),
    people: peopleOf(document),
    copy: packSignature(signatureOf(text)),
  };
}

/** Names of two words or more of the article's people, each once, without initials and generation marks. */
function peopleOf(document: CodedDocument): string[] {
  const names = new Set<string>();
  for (const actor of document.actors) {
    if (actor.kind !== "person") continue;
    for (const mention of actor.mentions) {
      if (mention.form !== "name") continue;
      const parts = wordsOf(mention.text).filter((part) => part.length > 1 && !/^(?:jr|sr|ii|iii|iv)$/.test(part));
      if (parts.length >= 2 && parts.length <= 5) names.add(parts.join(" "));
    }
  }
  return [...names].sort().slice(0, PEOPLE);
}

/** 16 bits of each hash are enough to estimate how many agree. */
function packSignature(signature: Uint32Array): string {
  return Buffer.from(Uint16Array.from(signature, (hash) => hash & 0xffff).buffer).toString("base64");
}

/** The MinHash values again. */
export function unpackSignature(copy: string): Uint16Array {
  const bytes = Buffer.from(copy, "base64");
  const values = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < values.length; i++) values[i] = bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
  return values;
}
