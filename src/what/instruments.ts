import { FAILSAFE_SCHEMA, load } from "js-yaml";

/** Weapons and means by lemma (one or two words), to the mode they give an assault. */
export type Instruments = ReadonlyMap<string, string>;

/** Reads instruments.yaml or contexts.yaml: a mapping of names to lists of lemmas, turned round. Throws when a list is missing. */
export function readWordsOf(yaml: string, file: string): Instruments {
  const found = new Map<string, string>();
  for (const [name, lemmas] of Object.entries((load(yaml, { schema: FAILSAFE_SCHEMA }) ?? {}) as Readonly<Record<string, unknown>>)) {
    if (!Array.isArray(lemmas)) throw new Error(`${file}, ${name}: expected a list of words`);
    for (const lemma of lemmas.map(String)) if (!found.has(lemma)) found.set(lemma, name);
  }
  return found;
}
