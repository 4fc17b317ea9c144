import type { Word } from "../parse/layers.ts";
import type { Tree } from "./tree.ts";

/** How many nouns may stand between: "the delivery of [food and supplies] to". */
const DEEPEST = 3;
const CARRIES = /^(?:obj|iobj|obl|nmod|conj|appos|dep|xcomp|list)/;

/** Phrases with a preposition below words, however the parser has hung them among the nouns between, each with those beside it. The nearest wins. */
export function reachesDown(tree: Tree, from: readonly number[], marker: RegExp): readonly Word[] {
  const own = new Set(from);
  let level: readonly number[] = from;
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const below = level.flatMap((i) => tree.children(i)).filter((w) => !own.has(w.index) && CARRIES.test(w.relation));
    const found = below.filter((w) => marker.test(tree.marker(w.index)));
    if (found.length > 0)
      return found.flatMap((w) => [w, ...tree.childrenBy(w.index, "conj").filter((c) => c.upos === "NOUN" || c.upos === "PROPN")]);
    level = below.map((w) => w.index);
  }
  return [];
}
