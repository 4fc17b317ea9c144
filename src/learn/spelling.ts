const PRIME = 0x01000193;

/** FNV-1a's state before any text. */
export const EMPTY = 0x811c9dc5 | 0;

/** Texts that are kept ready; what is rare is made ready again. */
const MOST_KEPT = 32_768;

/** So many readings of a long text pay for its table. */
const PAYS = 256;

/** Texts of so many characters below 256 are packed into three integers: no table is as near at hand. */
const SHORT = 12;

/**
 * A text made ready to be hashed many times as a part of feature names. FNV-1a takes one multiplication a character, each waiting for
 * the one before; but what a text of characters below 256 does to a state h is h · PRIME^n plus a sum that depends on the low byte of h
 * alone. With a table of the 256 sums, hashing a long text is one multiplication and one addition, with the same result.
 */
export class Spelling {
  readonly text: string;
  /** Number of characters when the text is short, else -1. */
  readonly #short: number;
  readonly #first: number;
  readonly #second: number;
  readonly #third: number;
  #power = 1;
  #uses = 0;
  #sums: Int32Array | undefined;

  constructor(text: string) {
    this.text = text;
    let narrow = true;
    for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) narrow = false;
    this.#short = narrow && text.length <= SHORT ? text.length : -1;
    this.#first = this.#short < 0 ? 0 : pack(text, 0);
    this.#second = this.#short < 0 ? 0 : pack(text, 4);
    this.#third = this.#short < 0 ? 0 : pack(text, 8);
    if (!narrow) this.#uses = Number.NEGATIVE_INFINITY;
  }

  /** The state of FNV-1a after this text, from the state before it. */
  after(state: number): number {
    const length = this.#short;
    if (length < 0) return this.#afterLong(state);
    if (length <= 4) return unpack(this.#first, length, state);
    const middle = unpack(this.#first, 4, state);
    if (length <= 8) return unpack(this.#second, length - 4, middle);
    return unpack(this.#third, length - 8, unpack(this.#second, 4, middle));
  }

  #afterLong(state: number): number {
    const sums = this.#sums;
    if (sums !== undefined) return (Math.imul(state, this.#power) + sums[state & 255]!) | 0;
    if (++this.#uses > PAYS) this.#tabulate();
    return read(this.text, state);
  }

  #tabulate(): void {
    const sums = new Int32Array(256);
    let power = 1;
    for (let i = 0; i < this.text.length; i++) power = Math.imul(power, PRIME);
    for (let low = 0; low < 256; low++) sums[low] = read(this.text, low) - Math.imul(low, power);
    this.#power = power;
    this.#sums = sums;
  }
}

function read(text: string, state: number): number {
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), PRIME);
  return state;
}

function unpack(codes: number, count: number, state: number): number {
  for (let left = count; left > 0; left--, codes >>>= 8) state = Math.imul(state ^ (codes & 255), PRIME);
  return state;
}

/** Up to four characters below 256 as one integer, the first lowest. */
function pack(text: string, from: number): number {
  let codes = 0;
  for (let i = Math.min(from + 4, text.length) - 1; i >= from; i--) codes = (codes << 8) | text.charCodeAt(i);
  return codes;
}

let kept = new Map<string, Spelling>();

/** The spelling of a text; those of common texts are shared. */
export function spell(text: string): Spelling {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept = new Map();
  const made = new Spelling(text);
  kept.set(text, made);
  return made;
}

const TRUE = new Spelling("true");
const FALSE = new Spelling("false");
const NUMBERS: readonly Spelling[] = Array.from({ length: 256 }, (_, n) => new Spelling(String(n)));

export function spellBoolean(value: boolean): Spelling {
  return value ? TRUE : FALSE;
}

export function spellNumber(value: number): Spelling {
  return NUMBERS[value] ?? new Spelling(String(value));
}
