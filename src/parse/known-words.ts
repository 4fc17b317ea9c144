import type { LemmaTable } from "./lemmatize.ts";
import { lemmatize } from "./lemmatize.ts";
import type { Tag } from "./morphology.ts";
import { KNOWN_ROWS, type Network } from "./network.ts";
import { isCaseless, wordShape } from "./word-features.ts";

/** What is kept of a form, so that it need not be worked out again at its next place. */
export interface KnownWord {
  /** One string for all the form's places: what is looked up by it later is found sooner. */
  readonly form: string;
  /** Its row in the network where it opens a sentence or not, and where the sentence shows no case or does; 0 where it has none yet. */
  readonly rows: Int32Array;
  /** By the tag's index. */
  readonly lemmas: string[];
  uses: number;
}

/** A piece of a sentence, ready for the network. */
export interface KnownSentence {
  readonly words: readonly KnownWord[];
  readonly rows: Int32Array;
}

const PLACES = 4;

/**
 * A bounded memory of words: most words of a text were read before, and the first and widest layer of the network sees nothing of a
 * word but its form and shape. What is kept changes no answer, only when it is computed.
 */
export class KnownWords {
  readonly #network: Network;
  readonly #embed: (form: string, shape: number) => Int16Array;
  readonly #lemmas: LemmaTable;
  #words = new Map<string, KnownWord>();
  /** The first free row; row 0 is the network's own. */
  #free = 1;

  /** `embed` gives the vector of a form with a shape. */
  constructor(network: Network, embed: (form: string, shape: number) => Int16Array, lemmas: LemmaTable) {
    this.#network = network;
    this.#embed = embed;
    this.#lemmas = lemmas;
  }

  /** Looks up the words of one batch of sentences. The rows hold until the next batch. */
  read(sentences: readonly (readonly string[])[]): KnownSentence[] {
    const most = sentences.reduce((n, forms) => n + forms.length, 0);
    if (this.#free + most > KNOWN_ROWS) this.#forget();
    const first = this.#free;
    const unknown: Int16Array[] = [];
    const read = sentences.map((forms) => {
      const caseless = isCaseless(forms);
      const rows = new Int32Array(forms.length);
      const words = forms.map((form, i) => {
        const word = this.#word(form);
        const place = (i === 0 ? 1 : 0) + (caseless ? 2 : 0);
        if (word.rows[place] === 0) {
          word.rows[place] = this.#free++;
          unknown.push(this.#embed(form, wordShape(form, i === 0, caseless)));
        }
        word.uses++;
        rows[i] = word.rows[place]!;
        return word;
      });
      return { words, rows };
    });
    this.#network.know(unknown, first);
    return read;
  }

  /** The word's lemma under a tag, given the tag and its index. */
  lemma(word: KnownWord, index: number, { upos, xpos }: Tag): string {
    return (word.lemmas[index] ??= lemmatize(word.form, upos, xpos, this.#lemmas));
  }

  #word(form: string): KnownWord {
    const known = this.#words.get(form);
    if (known !== undefined) return known;
    const word = { form, rows: new Int32Array(PLACES), lemmas: [], uses: 0 };
    this.#words.set(form, word);
    return word;
  }

  /** Keeps the words that were used most, in half of the rows. */
  #forget(): void {
    const kept = new Map<string, KnownWord>();
    const held: { readonly word: KnownWord; readonly place: number; readonly row: number }[] = [];
    for (const word of [...this.#words.values()].sort((a, b) => b.uses - a.uses)) {
      const own = [...word.rows.entries()].flatMap(([place, row]) => (row === 0 ? [] : [{ word, place, row }]));
      if (held.length + own.length > KNOWN_ROWS / 2) break;
      word.uses >>= 1;
      held.push(...own);
      kept.set(word.form, word);
    }
    this.#words = kept;
    this.#free = 1;
    // In the order of the rows, so that none is overwritten before it is moved.
    for (const { word, place, row } of held.sort((a, b) => a.row - b.row)) {
      this.#network.move(row, this.#free);
      word.rows[place] = this.#free++;
    }
  }
}
