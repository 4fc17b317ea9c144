/** Words in the order of the text, lower-cased; past the end, the empty word. */
interface WordSequence {
  word(index: number): string;
}

/** Fixed wordings of one or more tokens, found by their first word; the longest wins. */
export class Phrases<T> {
  readonly #byFirst = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      const words = phrase.toLowerCase().match(/\p{L}+|\d+|[^\s\p{L}\d]/gu) ?? [];
      if (words.length === 0) continue;
      const list = this.#byFirst.get(words[0]!) ?? [];
      this.#byFirst.set(words[0]!, list);
      list.push({ words, value });
      list.sort((a, b) => b.words.length - a.words.length);
    }
  }

  /** The longest phrase that begins at a token. A curly apostrophe counts as a straight one. */
  at(tokens: WordSequence, i: number): { readonly end: number; readonly value: T } | undefined {
    for (const { words, value } of this.#byFirst.get(tokens.word(i)) ?? []) {
      if (words.every((word, k) => tokens.word(i + k) === word || (word === "'" && tokens.word(i + k) === "’")))
        return { end: i + words.length, value };
    }
    return undefined;
  }

  /** Whether any phrase begins with this word. */
  begins(word: string): boolean {
    return this.#byFirst.has(word);
  }
}
