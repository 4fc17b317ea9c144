import type { Span } from "../document/index.ts";
import type { Word } from "../parse/layers.ts";
import type { Tree } from "./tree.ts";

/** Dependents that tell more of a noun but are not its name: clauses, afterthoughts, other members of a list. */
const OUTSIDE = new Set([
  "acl:relcl",
  "acl",
  "appos",
  "parataxis",
  "conj",
  "cc",
  "punct",
  "case",
  "advcl",
  "cop",
  "nsubj",
  "mark",
  "dep",
  "discourse",
  "list",
  "obl",
  "aux",
  "advmod",
]);

/** The characters of the noun phrase with this head: "the Iranian-backed militias", without relative clauses and list partners. */
export function phraseSpan(tree: Tree, head: Word): Span {
  let first = head.index;
  let last = head.index;
  for (const child of tree.children(head.index)) {
    if (OUTSIDE.has(child.relation) || OUTSIDE.has(child.relation.split(":")[0]!)) continue;
    const isLong = child.relation.startsWith("nmod") && child.relation !== "nmod:poss" && tree.marker(child.index) !== "of";
    if (isLong) continue;
    const [from, to] = tree.extent(child.index);
    if (from < first) first = from;
    if (to - 1 > last) last = to - 1;
  }
  while (first < head.index && tree.words[first]!.upos === "PUNCT" && !/["“(‘']/.test(tree.words[first]!.text)) first++;
  while (last > head.index && tree.words[last]!.upos === "PUNCT") last--;
  return [tree.words[first]!.span[0], tree.words[last]!.span[1]];
}
