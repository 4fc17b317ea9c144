import type { Span } from "../../document/index.ts";
import type { Word } from "../layers.ts";

/** Dependents that do not belong to the phrase a mention covers: clauses, list partners, afterthoughts, what only the sentence needs. */
const OUTSIDE = new Set([
  "acl",
  "advcl",
  "appos",
  "parataxis",
  "conj",
  "cc",
  "punct",
  "case",
  "cop",
  "nsubj",
  "csubj",
  "mark",
  "discourse",
  "list",
  "obl",
  "aux",
  "advmod",
  "orphan",
  "vocative",
  "dislocated",
  "obj",
  "xcomp",
  "ccomp",
  "expl",
]);

/** The words of the noun phrase with this head: `[first, end)`, without relative clauses and trailing prepositional phrases but "of". */
export function nounPhrase(head: Word, childrenOf: readonly (readonly Word[])[], words: readonly Word[]): Span {
  let first = head.index;
  let last = head.index;
  const grow = (word: Word, depth: number): void => {
    for (const child of childrenOf[word.index]!) {
      const relation = child.relation.split(":")[0]!;
      if (OUTSIDE.has(relation) && !(relation === "advmod" && child.index < head.index && child.index > head.index - 4)) continue;
      if (depth === 0 && relation === "nmod" && child.relation !== "nmod:poss" && child.index > head.index && !isOf(child, childrenOf))
        continue;
      if (child.index < first) first = child.index;
      if (child.index > last) last = child.index;
      for (const mark of childrenOf[child.index]!) if (mark.relation === "case" && mark.index < first) first = mark.index;
      if (depth < 12) grow(child, depth + 1);
    }
  };
  grow(head, 0);
  while (first < head.index && words[first]!.upos === "PUNCT" && !/^["“‘'([]$/.test(words[first]!.text)) first++;
  return [first, last + 1];
}

function isOf(word: Word, childrenOf: readonly (readonly Word[])[]): boolean {
  return childrenOf[word.index]!.some((w) => w.relation === "case" && w.lemma === "of");
}
