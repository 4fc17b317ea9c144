/**
 * What the network sees of a word: its normal form, hashed beginnings and endings, and its shape. The constants and hashes stand a
 * second time in `train/parse/network.py`: change both.
 */
export const AFFIX_BUCKETS = [1024, 4096, 6144, 1024, 4096] as const;
const AFFIX_LENGTHS = [2, 3, 4, 2, 3] as const;
const FIRST_PREFIX = 3;
/** Number of shapes: case (7) x composition (6) x first in sentence (2) x length class (6). */
export const SHAPES = 7 * 6 * 2 * 6;

/** Characters of a word that are looked at; what is longer is no word. */
const LONGEST = 64;

const QUOTES: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "`": "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
};

/** Lower case, digits as 0, one kind of quotation mark. */
export function normalForm(form: string): string {
  const cut = form.length > LONGEST ? form.slice(0, LONGEST / 2) + form.slice(-LONGEST / 2) : form;
  return cut.toLowerCase().replace(/[0-9’‘`´“”„«»]/g, (c) => QUOTES[c] ?? "0");
}

/** FNV-1a over UTF-16 code units, folded so that the low bits depend on the high ones. */
function fnv(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h >>>= 0;
  return (h ^ (h >>> 15)) >>> 0;
}

/** Bucket of each affix of a normal form, in the order of AFFIX_BUCKETS. */
export function affixBuckets(word: string): number[] {
  return AFFIX_BUCKETS.map((buckets, i) => {
    const k = AFFIX_LENGTHS[i]!;
    if (i < FIRST_PREFIX) return fnv(word.length >= k ? word.slice(-k) : `<${word}`) % buckets;
    return fnv(word.length >= k ? word.slice(0, k) : `${word}>`) % buckets;
  });
}

const UPPER = 1;
const LOWER = 2;
const LETTER = 3;

function letterCase(c: string): 0 | 1 | 2 | 3 {
  if (c >= "a" && c <= "z") return LOWER;
  if (c >= "A" && c <= "Z") return UPPER;
  if (c < "\u0080") return 0;
  if (c.toLowerCase() !== c) return UPPER;
  if (c.toUpperCase() !== c) return LOWER;
  return /\p{L}/u.test(c) ? LETTER : 0;
}

/** Whether the words show no difference of case (all lower, all capitals, or no letters): then case says nothing about any of them. */
export function isCaseless(forms: readonly string[]): boolean {
  let upper = false;
  let lower = false;
  for (const form of forms) {
    for (const c of form.length > LONGEST ? form.slice(0, LONGEST) : form) {
      const k = letterCase(c);
      if (k === UPPER) upper = true;
      else if (k === LOWER) lower = true;
    }
    if (upper && lower) return false;
  }
  return true;
}

/** Index of a word's shape, 0 to SHAPES - 1. */
export function wordShape(form: string, first: boolean, caseless: boolean): number {
  let upper = 0;
  let lower = 0;
  let digits = 0;
  let joints = 0;
  let others = 0;
  let length = 0;
  let startsUpper = false;
  for (const c of form.length > LONGEST ? form.slice(0, LONGEST) : form) {
    const k = letterCase(c);
    if (k === UPPER) {
      upper++;
      if (length === 0) startsUpper = true;
    } else if (k !== 0) lower++;
    else if (c >= "0" && c <= "9") digits++;
    else if (c === "-" || c === "'" || c === "’" || c === ".") joints++;
    else others++;
    length++;
  }
  const letters = upper + lower;
  const letterClass =
    letters === 0 ? 6 : caseless ? 0 : upper === 0 ? 1 : lower === 0 ? (letters === 1 ? 4 : 3) : upper === 1 && startsUpper ? 2 : 5;
  const composition =
    letters > 0 && digits > 0 ? 1 : digits > 0 ? 2 : letters > 0 && joints > 0 ? 3 : letters > 0 ? (others > 0 ? 5 : 0) : 4;
  const lengthClass = length <= 3 ? length - 1 : length <= 5 ? 3 : length <= 8 ? 4 : 5;
  return ((letterClass * 6 + composition) * 2 + (first ? 1 : 0)) * 6 + Math.max(0, lengthClass);
}
