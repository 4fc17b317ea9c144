import { FAILSAFE_SCHEMA, load } from "js-yaml";
import type { PloverType } from "./layers.ts";

/** What makes a word only sound like an event: knowledge from traps.yaml. */
export interface Traps {
  /** Phrases of lemmas, by their first lemma: "war of words", "strike a deal". A trigger inside one is turned down. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Nouns or adjectives just before or after a trigger: "title" fight, attack "ad". */
  readonly neighbours: ReadonlySet<string>;
  /** Objects or complements that make any violent verb figurative: kill a *bill*, fight *inflation*. */
  readonly objects: ReadonlySet<string>;
  /** Subjects that make a violent verb figurative or an accident: *film*, *storm*, *price*. */
  readonly subjects: ReadonlySet<string>;
  /** Vocabulary of articles in which violent words are seldom meant: sports, films, cooking, business. */
  readonly calm: ReadonlySet<string>;
  /** Vocabulary of conflict reporting. */
  readonly conflict: ReadonlySet<string>;
  /** Vocabulary of crime reporting. */
  readonly crime: ReadonlySet<string>;
  /** Lemma to the topics that it speaks for: politics, sport, screen, business, home, law, accident. */
  readonly topics: ReadonlyMap<string, readonly string[]>;
}

/** Reads traps.yaml. Throws when a section is missing or is not a list of words. */
export function readTraps(yaml: string, file: string): Traps {
  const top = new Map(Object.entries((load(yaml, { schema: FAILSAFE_SCHEMA }) ?? {}) as Readonly<Record<string, unknown>>));
  const list = (name: string): string[] => {
    const value = top.get(name);
    if (!Array.isArray(value)) throw new Error(`${file}: the section “${name}” is missing or is not a list`);
    return value.map(String);
  };
  const phrases = new Map<string, string[][]>();
  for (const phrase of list("phrases")) {
    const words = phrase.split(" ");
    const first = words[0] ?? "";
    phrases.set(first, [...(phrases.get(first) ?? []), words]);
  }
  return {
    phrases,
    neighbours: new Set(list("neighbours")),
    objects: new Set(list("objects")),
    subjects: new Set(list("subjects")),
    calm: new Set(list("calm")),
    conflict: new Set(list("conflict")),
    crime: new Set(list("crime")),
    topics: readTopics(top.get("topics"), file),
  };
}

function readTopics(value: unknown, file: string): ReadonlyMap<string, readonly string[]> {
  const topics = new Map<string, string[]>();
  for (const [topic, words] of Object.entries((value ?? {}) as Readonly<Record<string, unknown>>)) {
    if (!Array.isArray(words)) throw new Error(`${file}: the topic “${topic}” is not a list of words`);
    for (const word of new Set(words.map(String))) topics.set(word, [...(topics.get(word) ?? []), topic]);
  }
  return topics;
}

/** The types whose words are the usual traps. */
export const VIOLENT: ReadonlySet<PloverType> = new Set(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "THREATEN"]);
