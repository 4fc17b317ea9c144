import type { Span } from "../document/index.ts";

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/**
 * Whether a paragraph's first sentence is nothing but a dispatch's dateline: a place in capitals, perhaps a date and an agency in
 * brackets, closed by a dash: "KHARTOUM, Sudan (AP) —". A dateline that runs on into prose stays part of its sentence.
 */
export function isDateline(text: string, words: readonly Span[], first: boolean): boolean {
  const last = words.at(-1);
  if (!first || !last || words.length < 2 || words.length > 20) return false;
  if (!/^(?:[-–—:]|--)$/.test(text.slice(last[0], last[1]))) return false;
  const head = text.slice(words[0]![0], words[0]![1]);
  return /^\p{Lu}/u.test(head) && words.every(([s, e]) => !/^\p{Ll}/u.test(text.slice(s, e)) || MONTH.test(text.slice(s, e)) || e - s <= 3);
}
