import type { Word } from "../parse/layers.ts";

/** A document's dependency trees with the look-ups that finding participants needs. */
export interface Tree {
  readonly words: readonly Word[];
  /** Dependents of a word, in the order of the text. */
  children(index: number): readonly Word[];
  /** Dependents by exact relation, or by universal relation when the name has no subtype. */
  childrenBy(index: number, ...relations: readonly string[]): readonly Word[];
  /** The lower-cased prepositions that mark a word: its `case` dependents and what is fixed to them, joined: "because of". */
  marker(index: number): string;
  /** `[first, end)` of the words below and including a word. */
  extent(index: number): readonly [first: number, end: number];
}

/** Builds the look-ups, in one pass over the words. */
export function treeOf(parsed: readonly Word[]): Tree {
  const words = withNamesForVerbs(parsed);
  const below: Word[][] = words.map(() => []);
  for (const word of words) if (word.head >= 0) below[word.head]!.push(word);
  const universal = words.map((w) => {
    const colon = w.relation.indexOf(":");
    return colon < 0 ? w.relation : w.relation.slice(0, colon);
  });
  const markers = new Map<number, string>();
  const tree: Tree = {
    words,
    children: (index) => below[index]!,
    childrenBy: (index, ...relations) =>
      below[index]!.filter((w) => relations.includes(w.relation) || relations.includes(universal[w.index]!)),
    marker(index) {
      const known = markers.get(index);
      if (known !== undefined) return known;
      const cases = below[index]!.filter((w) => w.relation === "case" && w.index < index);
      const marker = cases
        .flatMap((c) => [c, ...below[c.index]!.filter((w) => w.relation === "fixed")])
        .map((w) => w.text.toLowerCase())
        .join(" ");
      markers.set(index, marker);
      return marker;
    },
    extent(index) {
      let first = index;
      let last = index;
      const pending = [index];
      while (pending.length > 0) {
        const at = pending.pop()!;
        if (at < first) first = at;
        if (at > last) last = at;
        for (const child of below[at]!) pending.push(child.index);
      }
      return [first, last + 1];
    },
  };
  return tree;
}

/**
 * "On Friday IS had carried out an attack": a name in capitals that a tagger takes for the auxiliary is the subject, where the verb has no
 * other one.
 */
function withNamesForVerbs(words: readonly Word[]): readonly Word[] {
  if (!words.some((w) => w.text === "IS" && /^(?:aux|cop)/.test(w.relation))) return words;
  const hasSubject = new Set(words.filter((w) => w.relation.startsWith("nsubj")).map((w) => w.head));
  const isMixed = new Set(words.filter((w) => /^\p{Ll}{3,}$/u.test(w.text)).map((w) => w.sentence));
  const isName = (w: Word): boolean =>
    w.text === "IS" && /^(?:aux|cop)/.test(w.relation) && !hasSubject.has(w.head) && isMixed.has(w.sentence);
  return words.map((w) => (isName(w) ? { ...w, upos: "PROPN", xpos: "NNP", lemma: "IS", relation: "nsubj" } : w));
}
