import { readFileSync } from "node:fs";

/** One word of a CoNLL-U file; `head` counts words of the sentence from 0, -1 is the root. */
export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  readonly head: number;
  readonly relation: string;
}

/** A surface token: one word, or several written as one. */
export interface GoldToken {
  readonly form: string;
  /** `[first, end)` among the sentence's words. */
  readonly words: readonly [number, number];
  readonly spaceAfter: boolean;
}

export interface GoldSentence {
  readonly words: readonly GoldWord[];
  readonly tokens: readonly GoldToken[];
  /** Whether a paragraph (or document) begins here. */
  readonly paragraph: boolean;
}

/** Reads a CoNLL-U file; empty nodes are passed over. */
export function readConllu(file: string): GoldSentence[] {
  const sentences: GoldSentence[] = [];
  for (const block of readFileSync(file, "utf8").split(/\n\s*\n/)) {
    const words: GoldWord[] = [];
    const tokens: GoldToken[] = [];
    let paragraph = false;
    let covered = 0;
    for (const line of block.split("\n")) {
      if (/^# new(par|doc)/.test(line)) paragraph = true;
      const c = line.split("\t");
      if (c.length < 10 || c[0]!.includes(".")) continue;
      const range = /^(\d+)-(\d+)$/.exec(c[0]!);
      const spaceAfter = !/(^|\|)SpaceAfter=No/.test(c[9]!);
      if (range) {
        covered = Number(range[2]);
        tokens.push({ form: c[1]!, words: [Number(range[1]) - 1, covered], spaceAfter });
        continue;
      }
      words.push({ form: c[1]!, lemma: c[2]!, upos: c[3]!, xpos: c[4]!, feats: c[5]!, head: Number(c[6]) - 1, relation: c[7]! });
      if (words.length > covered) tokens.push({ form: c[1]!, words: [words.length - 1, words.length], spaceAfter });
    }
    if (words.length > 0) sentences.push({ words, tokens, paragraph });
  }
  return sentences;
}

/** A paragraph as running text, with the spans of its words and which of them end a sentence. */
export interface GoldParagraph {
  readonly text: string;
  readonly words: readonly (readonly [number, number])[];
  readonly ends: readonly boolean[];
}

/** Joins sentences into paragraphs of running text. Parts of a token whose forms do not add up to it share its characters in order. */
export function paragraphs(sentences: readonly GoldSentence[]): GoldParagraph[] {
  const out: GoldParagraph[] = [];
  let text = "";
  let words: [number, number][] = [];
  let ends: boolean[] = [];
  const flush = (): void => {
    if (words.length > 0) out.push({ text: text.trimEnd(), words, ends });
    text = "";
    words = [];
    ends = [];
  };
  for (const sentence of sentences) {
    if (sentence.paragraph) flush();
    for (const token of sentence.tokens) {
      let at = text.length;
      for (let w = token.words[0]; w < token.words[1]; w++) {
        const stop = w === token.words[1] - 1 ? text.length + token.form.length : at + sentence.words[w]!.form.length;
        words.push([Math.min(at, text.length + token.form.length), Math.min(stop, text.length + token.form.length)]);
        ends.push(w === sentence.words.length - 1);
        at = stop;
      }
      text += token.form + (token.spaceAfter ? " " : "");
    }
  }
  flush();
  return out;
}
