import type { Document, Span } from "../document/index.ts";
import { type Spelling, spell } from "../learn/index.ts";
import { SENTENCES, type Sentence, WORDS, type Word } from "../parse/layers.ts";
import { closingTag } from "./closing-tag.ts";
import { type CueEntry, type CueLexicon, cueEntry } from "./cue-lexicon.ts";
import { type Quotation, quotations } from "./quotation.ts";

/** A document as the stages of this folder look at it: words with their dependents, quotations and lexicon entries at hand. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  /** Dependents of each word, in the order of the text. */
  readonly children: readonly (readonly number[])[];
  readonly quotations: readonly Quotation[];
  /** For each word, the index of the quotation that it or its mark stands in; -1 outside. */
  readonly quotationOf: Int32Array;
  /** For each word, what the lexicon knows of it as a cue. */
  readonly entries: readonly (CueEntry | undefined)[];
  /** For each sentence, the words at its end that only name who said the rest. */
  readonly closingTags: readonly (Span | undefined)[];
  /** For each word, what of it the features name. */
  readonly spellings: readonly WordSpelling[];
}

/** What the names of features hold of a word. */
export interface WordSpelling {
  /** In lower case, as is the text. */
  readonly lemma: Spelling;
  readonly text: Spelling;
  readonly relation: Spelling;
  /** The relation without its subtype. */
  readonly basic: Spelling;
  readonly upos: Spelling;
  readonly xpos: Spelling;
}

const spellWord = (word: Word): WordSpelling => ({
  lemma: spell(word.lemma.toLowerCase()),
  text: spell(word.text.toLowerCase()),
  relation: spell(word.relation),
  basic: spell(relation(word)),
  upos: spell(word.upos),
  xpos: spell(word.xpos),
});

/** The speech act of an entry, as features name it. */
export function spellAct(entry: CueEntry | undefined): Spelling {
  return spell(entry?.act ?? "-");
}

/** The last reading of a document's words: three stages ask for it in turn. */
const laidOut = new WeakMap<readonly Word[], { readonly lexicon: CueLexicon; readonly reading: Reading }>();

/** A parsed document laid out for reading. Linear in the text. */
export function reading(document: Document, lexicon: CueLexicon): Reading {
  const words = document.get(WORDS);
  const known = laidOut.get(words);
  if (known?.lexicon === lexicon) return known.reading;
  const made = layOut(document, lexicon);
  laidOut.set(words, { lexicon, reading: made });
  return made;
}

function layOut(document: Document, lexicon: CueLexicon): Reading {
  const words = document.get(WORDS);
  const children: number[][] = words.map(() => []);
  for (const word of words) if (word.head >= 0 && word.head !== word.index) children[word.head]?.push(word.index);
  const found = quotations(document.text);
  const quotationOf = new Int32Array(words.length).fill(-1);
  let q = 0;
  for (const word of words) {
    while (q < found.length && found[q]!.span[1] <= word.span[0]) q++;
    if (q < found.length && found[q]!.span[0] < word.span[1]) quotationOf[word.index] = q;
  }
  const entries = words.map((word) => cueEntry(lexicon, word));
  const sentences = document.get(SENTENCES);
  const closingTags = sentences.map((sentence) => closingTag(words, sentence, entries, quotationOf));
  let spelt: readonly WordSpelling[] | undefined;
  return {
    text: document.text,
    words,
    sentences,
    children,
    quotations: found,
    quotationOf,
    entries,
    closingTags,
    // Only the classifiers ask for them.
    get spellings() {
      spelt ??= words.map(spellWord);
      return spelt;
    },
  };
}

/** The basic relation, without its subtype: "nsubj" for "nsubj:pass". */
export function relation(word: Word): string {
  const colon = word.relation.indexOf(":");
  return colon < 0 ? word.relation : word.relation.slice(0, colon);
}

/** The first dependent with one of the given basic relations. */
export function dependent(reading: Reading, head: number, ...relations: readonly string[]): Word | undefined {
  for (const child of reading.children[head] ?? []) if (relations.includes(relation(reading.words[child]!))) return reading.words[child];
  return undefined;
}

/** The first dependent with exactly this relation. */
export function childRelated(reading: Reading, head: number, name: string): Word | undefined {
  for (const child of reading.children[head]!) if (reading.words[child]!.relation === name) return reading.words[child];
  return undefined;
}

/** How two words of one sentence hang together: where their paths to the root meet, and the steps from each to there. */
export interface TreePath {
  /** Index of the lowest word that dominates both (one of the two may dominate the other). */
  readonly meeting: number;
  /** From the first word upwards, the meeting word left out. */
  readonly up: readonly number[];
  /** From the second word upwards, the meeting word left out. */
  readonly down: readonly number[];
}

/** The path between two words of one sentence; undefined between sentences, or where it is longer than `limit` steps on a side. */
export function treePath(reading: Reading, from: number, to: number, limit = 12): TreePath | undefined {
  const { words } = reading;
  const up: number[] = [from];
  for (let at = words[from]!.head; at >= 0 && up.length <= limit; at = words[at]!.head) up.push(at);
  const down: number[] = [];
  for (let at = to; at >= 0 && down.length <= limit; at = words[at]!.head) {
    const meet = up.indexOf(at);
    if (meet >= 0) return { meeting: at, up: up.slice(0, meet), down };
    down.push(at);
  }
  return undefined;
}

/** Every word of a subtree, in the order of the text, leaving out the dependents that `skip` names. */
export function subtree(reading: Reading, head: number, skip?: (child: Word) => boolean): number[] {
  const list: number[] = [];
  const stack = [head];
  while (stack.length > 0) {
    const at = stack.pop()!;
    list.push(at);
    for (const child of reading.children[at] ?? []) if (skip === undefined || !skip(reading.words[child]!)) stack.push(child);
  }
  return list.sort((a, b) => a - b);
}

/** Whether `word` is `ancestor` or stands below it. */
export function dominates(reading: Reading, ancestor: number, word: number): boolean {
  for (let at = word, steps = 0; at >= 0 && steps < 200; at = reading.words[at]!.head, steps++) if (at === ancestor) return true;
  return false;
}
