import type { Document } from "../document/index.ts";
import { type Morphology, SENTENCES, WORDS } from "./layers.ts";
import { writeMorphology } from "./morphology.ts";

/** What a row needs; `head` counts words of the sentence from 0, -1 for the root. */
export interface ConlluWord {
  readonly text: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly morphology: Morphology;
  readonly head: number;
  readonly relation: string;
  readonly spaceAfter?: boolean;
}

/** The ten-column rows of one sentence, each closed by a line feed. */
export function conlluRows(words: readonly ConlluWord[]): string {
  return words
    .map((w, i) =>
      [
        i + 1,
        field(w.text),
        field(w.lemma),
        w.upos,
        w.xpos,
        writeMorphology(w.morphology),
        w.head + 1,
        w.relation,
        "_",
        w.spaceAfter === false ? "SpaceAfter=No" : "_",
      ].join("\t"),
    )
    .join("\n")
    .concat("\n");
}

/** A field never holds what separates fields. */
function field(value: string): string {
  return value.replace(/[\t\n\r]/g, " ") || "_";
}

/**
 * A document's trees as CoNLL-U (https://universaldependencies.org/format.html), with `sent_id`, `text` and `newpar` comments. Needs
 * SENTENCES and WORDS. Parts of a word ("do" + "n't") are written as words of their own, joined by SpaceAfter=No.
 */
export function toConllu(document: Document): string {
  const words = document.get(WORDS);
  let paragraph = -1;
  return document
    .get(SENTENCES)
    .map((sentence, i) => {
      const [first, end] = sentence.words;
      const comments = [`# sent_id = ${i + 1}`, `# text = ${field(document.slice(sentence.span))}`];
      if (sentence.paragraph !== paragraph) comments.unshift("# newpar");
      paragraph = sentence.paragraph;
      const rows = words.slice(first, end).map((w) => ({
        ...w,
        head: w.head < 0 ? -1 : w.head - first,
        spaceAfter: w.index + 1 >= end || words[w.index + 1]!.span[0] > w.span[1],
      }));
      return `${comments.join("\n")}\n${conlluRows(rows)}\n`;
    })
    .join("");
}
