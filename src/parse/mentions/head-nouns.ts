import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { EntityType } from "../layers.ts";

/** Entity types by the lemma of the head noun, in the order of the file: the first type listed is the likeliest. */
export type HeadNouns = ReadonlyMap<string, readonly EntityType[]>;

/** Reads lexicon/entities/head-nouns.yaml. Throws when it is not a mapping of types to lists of lemmas. */
export function loadHeadNouns(): HeadNouns {
  const file = new URL("../../../lexicon/entities/head-nouns.yaml", import.meta.url);
  const lists = load(readFileSync(file, "utf8")) as Readonly<Record<EntityType, readonly string[]>>;
  const types = new Map<string, EntityType[]>();
  for (const [type, lemmas] of Object.entries(lists)) {
    if (!Array.isArray(lemmas)) throw new Error(`head-nouns.yaml, ${type}: expected a list of lemmas`);
    for (const lemma of lemmas) {
      const known = types.get(lemma);
      if (known) known.push(type as EntityType);
      else types.set(lemma, [type as EntityType]);
    }
  }
  return types;
}
