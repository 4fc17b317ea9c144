import { classOf, SPACE } from "../../src/parse/character-class.ts";
import { LinearClassifier, mix } from "../../src/parse/linear.ts";
import { endFeatures, paragraphIsCaseless, quotedAfter, viewWords } from "../../src/parse/split-sentences.ts";
import { boundaryFeatures, mayPart } from "../../src/parse/tokenize.ts";
import type { GoldParagraph } from "./conllu.ts";

/** One question to a classifier: hashed features and the right answer. */
interface Question {
  readonly features: Int32Array;
  readonly yes: boolean;
}

/** A small generator of pseudo-random numbers (xorshift), so that training gives the same weights each time. */
function random(seed: number): () => number {
  let s = seed;
  return () => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return (s >>> 0) / 4294967296;
  };
}

/** Logistic regression by stochastic gradients, averaged, as a table of small integers. */
export function trainClassifier(questions: readonly Question[], bits: number, epochs: number): LinearClassifier {
  const size = 1 << bits;
  const weights = new Float64Array(size);
  const totals = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  const rows = questions.map(({ features }) => Int32Array.from(features, (f) => mix(f) & (size - 1)));
  const order = Int32Array.from(questions.keys());
  const next = random(7);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const q of order) {
      const row = rows[q]!;
      let sum = 0;
      for (const f of row) sum += weights[f]!;
      const gradient = (questions[q]!.yes ? 1 : 0) - 1 / (1 + Math.exp(-sum));
      if (Math.abs(gradient) < 0.002) continue;
      for (const f of row) {
        squares[f]! += gradient * gradient;
        weights[f]! += (0.35 * gradient) / Math.sqrt(squares[f]!) - 1e-6 * weights[f]!;
      }
    }
    if (epoch >= epochs / 2) for (let f = 0; f < size; f++) totals[f]! += weights[f]!;
  }
  const sizes = Float64Array.from(totals, Math.abs).sort();
  const top = sizes[Math.floor(size * 0.9995)]! || 1;
  return new LinearClassifier(Int8Array.from(totals, (v) => Math.max(-127, Math.min(127, Math.round((v / top) * 127)))));
}

/** The same paragraph in lower case or in capitals (skipped where that changes its length). */
export function withoutCase(paragraph: GoldParagraph, how: "lower" | "upper"): GoldParagraph | undefined {
  const text = how === "lower" ? paragraph.text.toLowerCase() : paragraph.text.toUpperCase();
  return text.length === paragraph.text.length ? { ...paragraph, text } : undefined;
}

/** Every place where a word might begin inside a stretch without spaces. */
export function tokenQuestions(paragraph: GoldParagraph): Question[] {
  const { text, words } = paragraph;
  const starts = new Set(words.map(([s]) => s));
  const out: Question[] = [];
  const buffer = new Int32Array(40);
  let start = 0;
  while (start < text.length) {
    while (start < text.length && classOf(text.charCodeAt(start)) === SPACE) start++;
    let end = start;
    while (end < text.length && classOf(text.charCodeAt(end)) !== SPACE) end++;
    let last = start;
    for (let i = start + 1; i < end; i++) {
      if (!mayPart(text, i, start, end)) continue;
      const count = boundaryFeatures(text, i, start, end, last, buffer);
      const yes = starts.has(i);
      out.push({ features: buffer.slice(0, count), yes });
      if (yes) last = i;
    }
    start = end;
  }
  return out;
}

/** Every place inside a paragraph where a sentence might end. */
export function sentenceQuestions(paragraph: GoldParagraph): Question[] {
  const { text, ends } = paragraph;
  const words = paragraph.words.filter(([s, e]) => e > s);
  if (words.length !== paragraph.words.length) return [];
  const view = viewWords(text, words);
  const caseless = paragraphIsCaseless(text, words) ? 1 : 0;
  const buffer = new Int32Array(32);
  const out: Question[] = [];
  let from = 0;
  let quoted = 0;
  for (let i = 0; i < words.length - 1; i++) {
    quoted = quotedAfter(text, words[i]!, quoted);
    const count = endFeatures(view, i, i - from, quoted, caseless, buffer);
    out.push({ features: buffer.slice(0, count), yes: ends[i]! });
    if (ends[i]) {
      from = i + 1;
      quoted = 0;
    }
  }
  return out;
}
