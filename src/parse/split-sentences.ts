import type { Span } from "../document/index.ts";
import { classOf, isLetterClass, isWordClass, LOWER, UPPER } from "./character-class.ts";
import { hashSlice, join, type LinearClassifier } from "./linear.ts";

/** Longest sentence, in words: what is longer is cut there, since scoring all pairs of words grows with the square. */
export const MOST_WORDS = 180;

const RUN = 16;

/** What the splitter looks at of each word, worked out once. */
export interface WordView {
  readonly hash: Int32Array;
  /** Small number for its outline: classes of its first, second and last character and its length up to 3. */
  readonly outline: Int32Array;
  /** Whether white space follows. */
  readonly space: Uint8Array;
}

export function viewWords(text: string, words: readonly Span[]): WordView {
  const n = words.length;
  const hash = new Int32Array(n);
  const outline = new Int32Array(n);
  const space = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const [start, end] = words[i]!;
    hash[i] = hashSlice(text, start, Math.min(end, start + RUN));
    const first = classOf(text.charCodeAt(start));
    const second = end - start > 1 ? classOf(text.charCodeAt(start + 1)) : 0;
    const last = classOf(text.charCodeAt(end - 1));
    outline[i] = ((first * 256 + second) * 256 + last) * 4 + Math.min(3, end - start);
    space[i] = i + 1 < n && words[i + 1]![0] > end ? 1 : 0;
  }
  return { hash, outline, space };
}

/**
 * Fills `into` for the question whether a sentence ends after word i. `since` counts the words since the last end; `quoted` says whether
 * a quotation is open; `caseless` whether the paragraph shows no difference of case.
 */
export function endFeatures(v: WordView, i: number, since: number, quoted: number, caseless: number, into: Int32Array): number {
  const n = v.hash.length;
  const h = (k: number): number => (k < 0 || k >= n ? 7 : v.hash[k]!);
  const o = (k: number): number => (k < 0 || k >= n ? 7 : v.outline[k]!);
  const space = v.space[i]!;
  const long = since < 2 ? since : since < 4 ? 2 : since < 8 ? 3 : since < 16 ? 4 : since < 32 ? 5 : 6;
  const left = n - 1 - i;
  const remaining = left < 3 ? left : left < 8 ? 3 : 4;
  const here = join(o(i), space * 2 + caseless);
  const next = join(o(i + 1), caseless);
  let c = 0;
  const add = (kind: number, value: number): void => {
    into[c++] = join(Math.imul(kind, 0x3c6ef372), value);
  };
  add(1, here);
  add(2, join(here, next));
  add(3, join(h(i), space));
  add(4, join(h(i), h(i + 1)));
  add(5, join(h(i), next));
  add(6, join(h(i + 1), here));
  add(7, join(h(i - 1), join(h(i), next)));
  add(8, join(h(i - 1), h(i)));
  add(9, join(o(i - 1), join(here, next)));
  add(10, join(here, join(next, o(i + 2))));
  add(11, join(join(h(i), next), quoted));
  add(12, join(here, long));
  add(13, join(join(here, next), long));
  add(14, join(h(i + 1), long));
  add(15, join(here, remaining));
  add(16, join(join(h(i), next), remaining));
  add(17, join(h(i + 1), join(h(i + 2), space)));
  add(18, join(o(i - 1), h(i)));
  add(19, join(join(h(i), next), join(o(i + 2), quoted)));
  add(20, join(h(i - 1), join(h(i), h(i + 1))));
  add(21, join(o(i - 2), join(o(i - 1), join(here, next))));
  add(22, join(h(i + 1), quoted));
  add(23, join(h(i + 1), join(o(i), o(i + 2))));
  return c;
}

/** Whether letters of only one case stand in these words. */
export function paragraphIsCaseless(text: string, words: readonly Span[]): boolean {
  let upper = false;
  let lower = false;
  for (const [start, end] of words) {
    for (let i = start; i < end; i++) {
      const k = classOf(text.charCodeAt(i));
      if (k === UPPER) upper = true;
      else if (k === LOWER) lower = true;
      if (upper && lower) return false;
    }
  }
  return true;
}

/** Whether a quotation is open after a word, given whether it was before: straight marks turn it, curly ones say which. */
export function quotedAfter(text: string, word: Span, quoted: number): number {
  if (word[1] - word[0] > 2) return quoted;
  const c = text.charAt(word[0]);
  if (c === '"') return 1 - quoted;
  if (c === "“" || c === "«" || c === "„") return 1;
  if (c === "”" || c === "»") return 0;
  return quoted;
}

/** Titles and other abbreviations that are always followed by more of the sentence. */
const GOES_ON = new Set(
  "mr mrs ms dr prof gen lt col maj capt cmdr sgt cpl adm brig gov sen rep rev fr hon pres st mt ft vs messrs supt insp det amb min sec".split(
    " ",
  ),
);

function mustGoOn(text: string, words: readonly Span[], i: number): boolean {
  const [start, end] = words[i]!;
  const next = words[i + 1]!;
  // A closing bracket, a comma or a lower-case suffix never begins a sentence.
  const first = text.charAt(next[0]);
  if (/[,;:)\]}%”’]/.test(first) && next[1] - next[0] === 1) return true;
  if (text.charCodeAt(end - 1) === 46 && end - start <= 7 && end - start > 1)
    return GOES_ON.has(text.slice(start, end - 1).toLowerCase()) && isWordClass(classOf(text.charCodeAt(next[0])));
  return false;
}

/** Index after the last word of each sentence of a paragraph; the last is the number of words. Linear in their number. */
export function splitSentences(text: string, words: readonly Span[], model: LinearClassifier): number[] {
  const out: number[] = [];
  const n = words.length;
  if (n === 0) return out;
  const view = viewWords(text, words);
  const caseless = paragraphIsCaseless(text, words) ? 1 : 0;
  const features = new Int32Array(32);
  let from = 0;
  let quoted = 0;
  for (let i = 0; i < n - 1; i++) {
    quoted = quotedAfter(text, words[i]!, quoted);
    const since = i - from;
    const ends =
      since + 1 >= MOST_WORDS ||
      (!mustGoOn(text, words, i) && model.score(features, endFeatures(view, i, since, quoted, caseless, features)) > 0);
    if (!ends) continue;
    out.push(i + 1);
    from = i + 1;
    quoted = 0;
  }
  out.push(n);
  return out;
}

/** Whether a paragraph looks like a title: a short line, no final stop, more than one word. */
export function isHeading(text: string, words: readonly Span[]): boolean {
  const last = words.at(-1);
  if (!last || words.length > 24) return false;
  const c = text.charAt(last[1] - 1);
  return !/[.!?:;,"”…]/.test(c) && words.some(([s]) => isLetterClass(classOf(text.charCodeAt(s))));
}

/** Whether a line begins as items of a list do: a bullet, or a number or letter with a bracket or stop. */
export function isListItem(text: string, start: number, end: number): boolean {
  const head = text.slice(start, Math.min(end, start + 8));
  return /^(?:[-*•·▪●–—]\s|\(?(?:\d{1,3}|[a-z])[.)]\s)/i.test(head);
}
