import { cover, type Span } from "../document/index.ts";
import type { Word } from "../parse/layers.ts";
import type { Syntax } from "./syntax.ts";

/** How many people a phrase counts. "At least 12" is 12 to 12, "more than 60" 60 to 61, "dozens" 24 to 99. */
export interface Quantity {
  readonly low: number;
  readonly best: number;
  readonly high: number;
  /** Characters that give the number, or the phrase that names one person. */
  readonly span: Span;
}

const UNITS = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value]),
);
const TENS = new Map("twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, 20 + 10 * i]));
const SCALES = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
]);
/** Round plurals, as the coding guidelines of conflict researchers read them. */
const VAGUE: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["dozens", [24, 99]],
  ["scores", [40, 99]],
  ["hundreds", [200, 999]],
  ["thousands", [2000, 9999]],
  ["tens", [20, 99]],
]);
const LARGEST = 10_000_000;

/** The value of one number word or figure: "1,200", "twelve", "twenty-one"; undefined when it is none. */
export function numberOf(text: string): number | undefined {
  const word = text.toLowerCase();
  if (/^\d{1,3}(,\d{3}){1,3}$/.test(word)) return Number(word.replaceAll(",", ""));
  if (/^\d{1,8}$/.test(word)) return Number(word);
  if (word === "dozen") return 12;
  const own = UNITS.get(word) ?? TENS.get(word) ?? SCALES.get(word);
  if (own !== undefined) return own;
  const parts = /^([a-z]+)[-‐‑]([a-z]+)$/.exec(word);
  const tens = TENS.get(parts?.[1] ?? "");
  const unit = UNITS.get(parts?.[2] ?? "");
  return tens !== undefined && unit !== undefined && unit < 10 ? tens + unit : undefined;
}

/**
 * Reads the number that the words `[first, end)` begin with: "two or three", "between 10 and 15", "a dozen", "tens of thousands", "more than
 * 60", "2 million". Undefined when they begin with none. `end` of the answer is the word after it.
 */
export function readQuantity(words: readonly Word[], first: number, limit: number): (Quantity & { readonly end: number }) | undefined {
  let at = first;
  const text = (i: number): string => (i < limit ? (words[i]?.text.toLowerCase() ?? "") : "");
  let more = false;
  if (/^(more|fewer|less)$/.test(text(at)) && text(at + 1) === "than") {
    more = text(at) === "more";
    at += 2;
  } else if (/^(over|above)$/.test(text(at))) {
    more = true;
    at++;
  } else if (/^(at)$/.test(text(at)) && /^(least|most)$/.test(text(at + 1))) at += 2;
  else if (text(at) === "as" && /^(many|few)$/.test(text(at + 1)) && text(at + 2) === "as") at += 3;
  else if (text(at) === "up" && text(at + 1) === "to") at += 2;
  else if (
    /^(about|around|some|nearly|almost|approximately|roughly|only|just|another|between|an?|the|all|exactly|estimated|least)$/.test(text(at))
  ) {
    if (text(at) === "a" && !/^(dozen|hundred|thousand|couple)$/.test(text(at + 1))) return undefined;
    at++;
    if (/^(estimated|additional)$/.test(text(at))) at++;
  }
  const spanFrom = words[first]?.span;
  const one = readNumber(words, at, limit);
  if (one === undefined || spanFrom === undefined) return undefined;
  let { low, high, end } = one;
  if (/^(or|to|and|-|–)$/.test(text(end)) && (text(end) !== "and" || text(first) === "between")) {
    const other = readNumber(words, end + 1, limit);
    if (other !== undefined && other.high > low && (other.high <= low * 10 || text(end) !== "to")) {
      high = other.high;
      end = other.end;
    }
  }
  if (more && low === high) high = low + 1;
  const best = low === one.low && high === low + 1 && more ? low : Math.round((low + high) / 2);
  return { low, best: low === high ? low : best, high, span: cover([spanFrom, words[end - 1]?.span ?? spanFrom]), end };
}

function readNumber(words: readonly Word[], first: number, limit: number): { low: number; high: number; end: number } | undefined {
  const text = (i: number): string => (i < limit ? (words[i]?.text.toLowerCase() ?? "") : "");
  let at = first;
  const half = text(at) === "half" && /^(a|dozen)$/.test(text(at + 1));
  if (half) at += text(at + 1) === "a" ? 2 : 1;
  const vague = VAGUE.get(text(at));
  if (vague !== undefined) {
    if (text(at + 1) === "of" && VAGUE.has(text(at + 2))) {
      const next = VAGUE.get(text(at + 2)) ?? [1, 1];
      const unit = next[0] === 2000 ? 1000 : next[0] === 200 ? 100 : 1;
      return { low: vague[0] * unit, high: (vague[1] + 1) * unit - 1, end: at + 3 };
    }
    return { low: vague[0], high: vague[1], end: at + 1 };
  }
  if (text(at) === "couple" || (text(at) === "pair" && text(at + 1) === "of")) return { low: 2, high: 2, end: at + 1 };
  let value = 0;
  let current = 0;
  let read = 0;
  for (; at < limit; at++) {
    const word = text(at);
    if (read > 0 && (word === "and" || word === "-") && numberOf(text(at + 1)) !== undefined && (word === "-" || SCALES.has(text(at - 1))))
      continue;
    const n = numberOf(word);
    if (n === undefined) break;
    const scale = SCALES.get(word) ?? (word === "dozen" ? 12 : undefined);
    if (scale !== undefined) current = (read === 0 ? 1 : current) * scale;
    else if (read > 0 && /^\d/.test(word)) break;
    else current += n;
    if (scale !== undefined && scale >= 1000) {
      value += current;
      current = 0;
    }
    read++;
    if (read > 6) break;
  }
  value += current;
  if (half) value = Math.round(value / 2);
  if (read === 0 || value > LARGEST) return undefined;
  return { low: value, high: value, end: at };
}

/** Words that make a noun phrase count nobody in particular. */
const NO_COUNT = /^(several|many|some|numerous|multiple|few|various|countless|other|any)$/;

/** The people that a noun phrase counts, coordination summed: "three soldiers and a child" is 4; undefined when they cannot be told. */
export function countPeople(syntax: Syntax, head: number, isPerson: (index: number) => boolean, depth = 0): Quantity | undefined {
  const own = countOne(syntax, head, isPerson);
  if (own === undefined || depth > 4 || hasOwnPredicate(syntax, head)) return own;
  let sum = own;
  for (const index of syntax.dependents(head, "conj")) {
    if (!isPerson(index) && countOne(syntax, index, isPerson) === undefined) continue;
    if (isUnderSameNumber(syntax, index)) continue;
    const more = countPeople(syntax, index, isPerson, depth + 1);
    if (more === undefined) return undefined;
    sum = { low: sum.low + more.low, best: sum.best + more.best, high: sum.high + more.high, span: cover([sum.span, more.span]) };
  }
  // "six people, three men and three women": the list only says who the six are.
  return depth === 0 && own.best > 1 && sum.best === own.best * 2 && syntax.words[head + 1]?.text === "," ? own : sum;
}

/** "left one man dead and three others injured": what is joined are clauses, not the people. */
function hasOwnPredicate(syntax: Syntax, head: number): boolean {
  const [next, joint] = [syntax.words[head + 1], syntax.words[head + 2]];
  return next !== undefined && (next.upos === "ADJ" || next.xpos === "VBN") && (joint?.upos === "CCONJ" || joint?.text === ",");
}

/** "13 women and children": a bare plural is counted by the number before the first. */
function isUnderSameNumber(syntax: Syntax, index: number): boolean {
  const word = syntax.word(index);
  return (
    (word.xpos === "NNS" || word.upos === "NOUN") &&
    (word.morphology.Number === "Plur" || word.xpos === "NNS") &&
    syntax
      .children(index)
      .every((i) => /^(?:cc|punct|amod|conj|acl|nmod)/.test(syntax.word(i).relation) && !NO_COUNT.test(syntax.word(i).lemma))
  );
}

function countOne(syntax: Syntax, head: number, isPerson: (index: number) => boolean): Quantity | undefined {
  const word = syntax.word(head);
  const phraseStart = Math.min(
    head,
    ...syntax.children(head).filter((i) => /^(det|nummod|amod|advmod|compound|nmod:poss|flat|case)/.test(syntax.word(i).relation)),
  );
  const sentenceEnd = head + 6;
  const lower = word.text.toLowerCase();
  if (
    /^(nobody|none)$/.test(lower) ||
    (/^(one|casualty|casualties|injuries|injury|deaths|fatalities|people|person)$/.test(lower) &&
      syntax.children(head).some((i) => /^no$/i.test(syntax.word(i).text)))
  )
    return { low: 0, best: 0, high: 0, span: cover([syntax.word(phraseStart).span, word.span]) };
  // "no soldier was hurt" counts nobody: others may have been.
  if (syntax.children(head).some((i) => i < head && /^no$/i.test(syntax.word(i).text))) return undefined;
  if (/^(himself|herself|myself)$/.test(lower) || (lower === "self" && word.upos !== "PART"))
    return { low: 1, best: 1, high: 1, span: word.span };
  if ((word.upos === "NUM" || numberOf(lower) !== undefined || VAGUE.has(lower)) && !isAge(syntax, head)) {
    for (let from = Math.max(0, head - 5); from <= head; from++) {
      const read = readQuantity(syntax.words, from, sentenceEnd);
      if (read !== undefined && read.end > head && syntax.word(from).sentence === word.sentence) return read;
    }
  }
  const numeral = syntax
    .children(head)
    .find((i) => i < head && (syntax.word(i).relation === "nummod" || (syntax.word(i).upos === "NUM" && !isAge(syntax, i))));
  if (numeral !== undefined && !isAge(syntax, numeral)) {
    for (let from = Math.max(0, numeral - 5); from <= numeral; from++) {
      const read = readQuantity(syntax.words, from, head);
      if (read !== undefined && read.end > numeral && syntax.word(from).sentence === word.sentence) return read;
    }
  }
  // "dozens of people": the number is the head and the people depend on it, or the other way round.
  if (word.upos === "PRON") {
    if (/^(he|she|him|her)$/.test(lower)) return { low: 1, best: 1, high: 1, span: word.span };
    if (lower === "both") return { low: 2, best: 2, high: 2, span: word.span };
    if (/^(another|one|someone|somebody)$/.test(lower)) return { low: 1, best: 1, high: 1, span: word.span };
    return undefined;
  }
  if (isAged(syntax, head)) return { low: 1, best: 1, high: 1, span: cover([syntax.word(phraseStart).span, word.span]) };
  if (!isPerson(head)) return undefined;
  if (syntax.children(head).some((i) => NO_COUNT.test(syntax.word(i).lemma.toLowerCase()) && i < head)) return undefined;
  const plural = word.xpos === "NNS" || word.xpos === "NNPS" || /^(people|police|troops|personnel|children|men|women)$/.test(lower);
  if (plural)
    return syntax.children(head).some((i) => /^both$/i.test(syntax.word(i).text))
      ? { low: 2, best: 2, high: 2, span: word.span }
      : undefined;
  return { low: 1, best: 1, high: 1, span: cover([syntax.word(phraseStart).span, word.span]) };
}

/** "A 17-year-old": the person is named by the age. */
function isAged(syntax: Syntax, head: number): boolean {
  const before = [3, 2, 1].map((k) => syntax.words[head - k]?.text.toLowerCase() ?? "").join("");
  return /(-year-|^year-?)$/.test(before) ? /^olds?$/i.test(syntax.word(head).text) : /year-old$/i.test(syntax.word(head).text);
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:\.|uary|ruary|ch|il|e|y|ust|tember|ober|ember)?$/i;

/** "A 19-year-old man", "on Dec. 26, Smith": the number is an age or a day, and counts nobody. */
function isAge(syntax: Syntax, index: number): boolean {
  if (MONTH.test(syntax.words[index - 1]?.text ?? "")) return true;
  const after = [1, 2, 3].map((k) => syntax.words[index + k]?.lemma.toLowerCase() ?? "");
  if (syntax.words[index - 1]?.text === "," && /^(,|of|and|who|\)|\.)$/.test(after[0] ?? "")) return true;
  if (after[0] === "y" || after[0] === "y/o" || after[0] === "yo" || /^(aged?|ages)$/i.test(syntax.words[index - 1]?.text ?? ""))
    return true;
  return after.slice(0, 2).some((w) => /^(year|years|month|year-old|yr)$/.test(w)) || /year-old/.test(syntax.word(index).text);
}
