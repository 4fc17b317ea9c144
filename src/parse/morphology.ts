import type { Morphology, Upos } from "./layers.ts";

/** A tag of the network's inventory, taken apart: "VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin". */
export interface Tag {
  readonly upos: Upos;
  readonly xpos: string;
  readonly morphology: Morphology;
}

/** Reads one tag of the inventory; the result is frozen, since all words with that tag share it. */
export function readTag(tag: string): Tag {
  const [upos, xpos, features] = tag.split(" ");
  const pairs = features ? features.split("|").map((f) => f.split("=")) : [];
  return Object.freeze({ upos: upos as Upos, xpos: xpos!, morphology: Object.freeze(Object.fromEntries(pairs)) as Morphology });
}

/** The features as CoNLL-U writes them, in alphabetical order; "_" when there are none. */
export function writeMorphology(morphology: Morphology): string {
  const entries = Object.entries(morphology);
  if (entries.length === 0) return "_";
  return entries
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("|");
}
