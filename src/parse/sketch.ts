import type { Morphology, Upos, Word } from "./layers.ts";

/**
 * Words with a tree from a compact notation, for tests and documentation: each word is `text/UPOS>head:relation`, heads counted from 1
 * within the sentence, 0 for the root; optionally `text/UPOS/XPOS` and `text|lemma`. Example: `Rebels/NOUN>2:nsubj shelled|shell/VERB/VBD>0:root`.
 * The text is the words joined by single spaces. Throws when a word is not of that form.
 */
export function sketchWords(notation: string): readonly Word[] {
  const parts = notation.trim().split(/\s+/);
  let at = 0;
  return parts.map((part, index) => {
    const match = /^([^|/]+)(?:\|([^/]+))?\/([A-Z]+)(?:\/([A-Z$]+))?>(\d+):([a-z:]+)$/.exec(part);
    if (!match) throw new Error(`“${part}” is not of the form text|lemma/UPOS/XPOS>head:relation`);
    const [, text, lemma, upos, xpos, head, relation] = match as unknown as [
      string,
      string,
      string | undefined,
      string,
      string | undefined,
      string,
      string,
    ];
    const start = at;
    at += text.length + 1;
    return {
      index,
      span: [start, start + text.length],
      text,
      lemma: lemma ?? text,
      upos: upos as Upos,
      xpos: xpos ?? "",
      morphology: morphologyOf(xpos),
      head: Number(head) - 1,
      relation,
      sentence: 0,
    };
  });
}

function morphologyOf(xpos: string | undefined): Morphology {
  switch (xpos) {
    case "VBD":
      return { Tense: "Past", VerbForm: "Fin" };
    case "VBN":
      return { Tense: "Past", VerbForm: "Part" };
    case "VBG":
      return { VerbForm: "Ger" };
    case "VB":
      return { VerbForm: "Inf" };
    case "NNS":
      return { Number: "Plur" };
    default:
      return {};
  }
}
