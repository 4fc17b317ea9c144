/** Classes of a UTF-16 code unit, as tokenization and sentence splitting see it. Values are below 256: punctuation is its own class. */
export const SPACE = 1;
export const LOWER = 2;
export const UPPER = 3;
export const DIGIT = 4;
/** Letters of scripts without case, marks, surrogates: they never part from each other. */
export const OTHER_LETTER = 5;
const OTHER_SYMBOL = 6;
const DASH = 7;
const QUOTE_OPEN = 8;
const QUOTE_CLOSE = 9;
const ELLIPSIS = 10;

const table = new Uint8Array(65536);

function classify(code: number): number {
  const c = String.fromCharCode(code);
  if (/[\s\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0000-\u001f\u007f-\u009f\u00ad]/.test(c)) return SPACE;
  if (code >= 0xd800 && code <= 0xdfff) return OTHER_LETTER;
  if (/\p{Lu}|\p{Lt}/u.test(c)) return UPPER;
  if (/\p{Ll}/u.test(c)) return LOWER;
  if (/\p{Nd}/u.test(c)) return DIGIT;
  if (/\p{L}|\p{M}|\p{N}|[\u200c\u200d\ufe0f]/u.test(c)) return OTHER_LETTER;
  if (c === "’") return 39;
  if (c === "‘") return 39;
  if (code > 32 && code < 127) return code;
  if (/[\u2010\u2011]/.test(c)) return 45;
  if (/[\u2012-\u2015]/.test(c)) return DASH;
  if (/[“„«]/.test(c)) return QUOTE_OPEN;
  if (/[”»]/.test(c)) return QUOTE_CLOSE;
  if (c === "…") return ELLIPSIS;
  return OTHER_SYMBOL;
}

/** The class of a code unit. Computed when first asked for. */
export function classOf(code: number): number {
  const known = table[code]!;
  if (known !== 0) return known;
  const found = classify(code);
  table[code] = found;
  return found;
}

/** Letters and digits of any script. */
export function isWordClass(k: number): boolean {
  return k >= LOWER && k <= OTHER_LETTER;
}

/** Letters of any script. */
export function isLetterClass(k: number): boolean {
  return k === LOWER || k === UPPER || k === OTHER_LETTER;
}
