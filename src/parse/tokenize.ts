import type { Span } from "../document/index.ts";
import { classOf, DIGIT, isLetterClass, isWordClass, OTHER_LETTER, SPACE } from "./character-class.ts";
import { hashSlice, join, type LinearClassifier } from "./linear.ts";

/** Web and mail addresses and file paths stay whole; what follows them in punctuation does not belong to them. */
const ADDRESS = /^(?:https?:\/\/|ftp:\/\/|www\.|[\w.+-]{1,64}@[\w-]{1,64}\.)[^\s<>"“”]*/i;
const AFTER_ADDRESS = /[.,;:!?)\]'"’”*]+$/;

/** Words written as one that Universal Dependencies takes for two: where the second begins. */
const FUSED: ReadonlyMap<string, number> = new Map(
  Object.entries({
    cannot: 3,
    gonna: 3,
    gotta: 3,
    wanna: 3,
    dont: 2,
    didnt: 3,
    doesnt: 4,
    wont: 2,
    cant: 2,
    isnt: 2,
    arent: 3,
    wasnt: 3,
    werent: 4,
    couldnt: 5,
    wouldnt: 5,
    shouldnt: 6,
    havent: 4,
    hasnt: 3,
    hadnt: 3,
    aint: 2,
    im: 1,
    ive: 1,
    youre: 3,
    youll: 3,
    youve: 3,
    thats: 4,
    whats: 4,
    theres: 5,
    theyre: 4,
    weve: 2,
    hes: 2,
    shes: 3,
    lets: 3,
    dunno: 2,
    gimme: 3,
    lemme: 3,
    outta: 3,
  }),
);

/** Longest stretch of letters or digits that a feature looks at. */
const RUN = 12;
const AROUND = 4;
const features = new Int32Array(40);

/**
 * Whether a word may begin at `i`, inside a stretch without spaces: anywhere that letters do not run on, and before "n't".
 * Long numbers are not parted ("1,500,000", "10:30"); the classifier is asked about the rest.
 */
export function mayPart(text: string, i: number, start: number, end: number): boolean {
  const a = classOf(text.charCodeAt(i - 1));
  const b = classOf(text.charCodeAt(i));
  if (a === OTHER_LETTER && b === OTHER_LETTER) return false;
  if (isLetterClass(a) && isLetterClass(b)) return isNegation(text, i, end);
  if (a === DIGIT && b === DIGIT) return false;
  if ((b === 44 || b === 46 || b === 58) && a === DIGIT && i + 1 < end && classOf(text.charCodeAt(i + 1)) === DIGIT) return false;
  if ((a === 44 || a === 46 || a === 58) && b === DIGIT && i - 2 >= start && classOf(text.charCodeAt(i - 2)) === DIGIT) return false;
  return true;
}

function isNegation(text: string, i: number, end: number): boolean {
  const n = text.charCodeAt(i);
  const t = text.charCodeAt(i + 2);
  return (
    i + 3 <= end &&
    (n === 110 || n === 78) &&
    classOf(text.charCodeAt(i + 1)) === 39 &&
    (t === 116 || t === 84) &&
    (i + 3 === end || !isWordClass(classOf(text.charCodeAt(i + 3))))
  );
}

/** Fills `features` for a word beginning at `i` of the stretch [start, end); `last` is where the current word began. Returns their number. */
export function boundaryFeatures(text: string, i: number, start: number, end: number, last: number, into: Int32Array): number {
  const around: number[] = [];
  for (let k = i - AROUND; k < i + AROUND; k++) around.push(k < start ? 1 : k >= end ? 0 : classOf(text.charCodeAt(k)));
  const [a4, a3, a2, a1, b1, b2, b3, b4] = around as [number, number, number, number, number, number, number, number];
  let left = i;
  if (isWordClass(a1)) while (left > start && i - left < RUN && isWordClass(classOf(text.charCodeAt(left - 1)))) left--;
  let beforeLeft = i - 1;
  if (!isWordClass(a1))
    while (beforeLeft > start && i - beforeLeft < RUN && isWordClass(classOf(text.charCodeAt(beforeLeft - 1)))) beforeLeft--;
  let right = i;
  if (isWordClass(b1)) while (right < end && right - i < RUN && isWordClass(classOf(text.charCodeAt(right)))) right++;
  let afterRight = i + 1;
  if (!isWordClass(b1)) while (afterRight < end && afterRight - i < RUN && isWordClass(classOf(text.charCodeAt(afterRight)))) afterRight++;
  let next = end;
  while (next < text.length && next - end < 4 && classOf(text.charCodeAt(next)) === SPACE) next++;
  const nextClass = next >= text.length ? 0 : classOf(text.charCodeAt(next));
  const pair = a1 * 256 + b1;
  const leftHash = hashSlice(text, left, i);
  const rightHash = hashSlice(text, i, right);
  const beforeHash = hashSlice(text, beforeLeft, i);
  const afterHash = hashSlice(text, i, afterRight);
  const wordSoFar = hashSlice(text, Math.max(last, i - RUN), i);
  const wholeHash = end - start <= 16 ? join(hashSlice(text, start, end), i - start) : 0;
  const dist = Math.min(3, i - last);
  let n = 0;
  const add = (kind: number, value: number): void => {
    into[n++] = join(Math.imul(kind, 0x3c6ef372), value);
  };
  add(1, pair);
  add(2, join(pair, a2));
  add(3, join(pair, b2));
  add(4, join(join(pair, a2), b2));
  add(5, join(join(pair, a2), a3));
  add(6, join(join(pair, b2), b3));
  add(7, join(join(join(pair, a2), b2), join(a3, b3)));
  add(8, join(join(join(pair, a2), b2), join(join(a3, b3), join(a4, b4))));
  add(9, join(leftHash, b1));
  add(10, join(rightHash, a1));
  add(11, join(join(leftHash, afterHash), b1));
  add(12, join(join(beforeHash, rightHash), a1));
  add(13, join(beforeHash, b1));
  add(14, join(afterHash, a1));
  add(15, wholeHash);
  add(16, join(pair, dist));
  add(17, join(wordSoFar, b1));
  add(18, join(pair, join(nextClass, i + 1 === end ? 1 : 0)));
  add(19, join(join(beforeHash, leftHash), join(nextClass, join(b1, i + 1 === end ? 1 : 0))));
  add(20, join(pair, Math.min(i - start, 3)));
  add(21, join(pair, Math.min(end - i, 4)));
  add(22, join(wordSoFar, rightHash));
  add(23, join(join(pair, dist), join(a2, b2)));
  return n;
}

/** Splits one stretch without spaces, appending the words' spans. */
function splitStretch(text: string, start: number, end: number, model: LinearClassifier, out: Span[]): void {
  let from = start;
  if (end - start > 4) {
    const stretch = text.slice(start, Math.min(end, start + 2000));
    const address = /[@:.]/.test(stretch) ? ADDRESS.exec(stretch)?.[0] : undefined;
    if (address && end - start <= 2000) {
      const whole = address.replace(AFTER_ADDRESS, "").length;
      if (whole > 4) {
        out.push([start, start + whole]);
        from = start + whole;
        if (from === end) return;
      }
    }
  }
  if (end - from <= 8) {
    const fused = FUSED.get(text.slice(from, end).toLowerCase());
    if (fused !== undefined) {
      out.push([from, from + fused], [from + fused, end]);
      return;
    }
  }
  let last = from;
  for (let i = from + 1; i < end; i++) {
    if (!mayPart(text, i, from, end)) continue;
    if (model.score(features, boundaryFeatures(text, i, from, end, last, features)) > 0) {
      out.push([last, i]);
      last = i;
    }
  }
  out.push([last, end]);
}

/**
 * The words of part of a text as Universal Dependencies parts them ("don't" = "do" + "n't", "15-year" = "15" + "-" + "year").
 * Lossless: spans are in order, do not overlap, and what lies between them is white space or invisible. Linear in the length.
 */
export function tokenize(text: string, start: number, end: number, model: LinearClassifier): Span[] {
  const out: Span[] = [];
  let i = start;
  while (i < end) {
    while (i < end && classOf(text.charCodeAt(i)) === SPACE) i++;
    let stop = i;
    let mixed = false;
    while (stop < end) {
      const k = classOf(text.charCodeAt(stop));
      if (k === SPACE) break;
      if (!isLetterClass(k)) mixed = true;
      stop++;
    }
    if (stop > i) {
      if (mixed || stop - i <= 8) splitStretch(text, i, stop, model, out);
      else out.push([i, stop]);
    }
    i = stop;
  }
  return out;
}
