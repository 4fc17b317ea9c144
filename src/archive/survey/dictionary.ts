/** What a column holds where SQLite has NULL. */
export const NONE = -1;

/** Distinct strings, each with a number from 0 in the order of their coming: columns of text become columns of numbers. */
export class Dictionary {
  readonly values: string[];
  readonly #ids: Map<string, number>;
  /** What was added last: rows that follow each other come from one article, and have much in common. */
  #last: string | undefined;
  #lastId = NONE;

  constructor(values: readonly string[] = []) {
    this.values = [...values];
    this.#ids = new Map(this.values.map((value, id) => [value, id]));
  }

  /** The number of a value, a new one for a new value; NONE for null. */
  add(value: unknown): number {
    if (value === null || value === undefined) return NONE;
    const text = typeof value === "string" ? value : String(value);
    if (text === this.#last) return this.#lastId;
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.values.push(text) - 1;
      this.#ids.set(text, id);
    }
    this.#last = text;
    this.#lastId = id;
    return id;
  }

  /** The number of a value; undefined when no row has it. */
  idOf(value: string): number | undefined {
    return this.#ids.get(value);
  }

  /** For each number, whether its value passes: what is asked of a column is asked once of each distinct value. */
  passing(test: (value: string) => boolean): Uint8Array {
    const passes = new Uint8Array(this.values.length);
    this.values.forEach((value, id) => {
      if (test(value)) passes[id] = 1;
    });
    return passes;
  }
}

/** SQLite's NOCASE and LIKE: only the letters A to Z lose their case. */
export function folded(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}
