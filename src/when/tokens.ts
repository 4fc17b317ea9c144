import type { TimeLexicon, TimeWord } from "./vocabulary.ts";

// Letters run together, digits run together, anything else stands alone: "third-quarter" is three tokens, "5 p.m." five, "1980s" two.
const TOKEN = /\p{L}+|\d+|[^\s\p{L}\d]/gu;

/** A text cut into the small pieces that time expressions are made of, with what the lexicon knows of each. */
export class Tokens {
  readonly text: string;
  readonly lexicon: TimeLexicon;
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Lower-cased. */
  readonly words: string[] = [];
  readonly #known: (TimeWord | undefined)[] = [];

  constructor(text: string, lexicon: TimeLexicon) {
    this.text = text;
    this.lexicon = lexicon;
    for (const match of text.matchAll(TOKEN)) {
      const word = match[0].toLowerCase();
      this.starts.push(match.index);
      this.ends.push(match.index + match[0].length);
      this.words.push(word);
      this.#known.push(lexicon.words.get(word));
    }
  }

  get length(): number {
    return this.words.length;
  }

  word(i: number): string {
    return this.words[i] ?? "";
  }

  /** What the lexicon knows of a token. */
  known(i: number): TimeWord | undefined {
    return this.#known[i];
  }

  /** Whether nothing stands between a token and the one before it. */
  glued(i: number): boolean {
    return i > 0 && i < this.length && this.ends[i - 1] === this.starts[i];
  }

  /** Whether a line break stands between a token and the one before it: no time expression runs over a paragraph's end. */
  breaks(i: number): boolean {
    return i > 0 && i < this.length && /\n\s*\n/.test(this.text.slice(this.ends[i - 1]!, this.starts[i]!));
  }

  capitalised(i: number): boolean {
    const c = this.text[this.starts[i] ?? -1];
    return c !== undefined && c !== c.toLowerCase();
  }

  digits(i: number): boolean {
    const c = this.words[i]?.charCodeAt(0);
    return c !== undefined && c >= 48 && c <= 57;
  }

  /** The value of a run of digits, -1 for anything else. */
  integer(i: number): number {
    return this.digits(i) && this.words[i]!.length <= 9 ? Number(this.words[i]) : -1;
  }

  /** Index after the token when it is one of the words; `i` itself when it is not. */
  skip(i: number, ...words: readonly string[]): number {
    return words.includes(this.word(i)) ? i + 1 : i;
  }
}
