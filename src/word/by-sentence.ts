import type { Span } from "../document/index.ts";
import type { Sentence } from "../parse/layers.ts";

/** Items by the sentences that their spans touch, so that a long document need not be searched whole. Sentences are in order, apart. */
export class BySentence<T> {
  readonly #sentences: readonly Sentence[];
  readonly #lists: T[][];

  constructor(sentences: readonly Sentence[], items: Iterable<T>, spansOf: (item: T) => readonly Span[]) {
    this.#sentences = sentences;
    this.#lists = sentences.map(() => []);
    for (const item of items)
      for (const span of spansOf(item))
        for (const s of this.#touched(span)) if (this.#lists[s]!.at(-1) !== item) this.#lists[s]!.push(item);
  }

  /** The items that touch a sentence, in the order in which they were given. */
  of(sentence: number): readonly T[] {
    return this.#lists[sentence] ?? [];
  }

  /** The items of the sentences that a span touches; one may come more than once. */
  near(span: Span): T[] {
    return [...this.#touched(span)].flatMap((s) => this.#lists[s]!);
  }

  *#touched([start, end]: Span): Generator<number> {
    let low = 0;
    let high = this.#sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sentences[middle]!.span[1] <= start) low = middle + 1;
      else high = middle;
    }
    for (let s = low; s < this.#sentences.length && this.#sentences[s]!.span[0] < end; s++) yield s;
  }
}
