import { type Day, isoDate, weekdayOf } from "./calendar.ts";
import type { Found } from "./find.ts";
import type { Context, Tense } from "./form.ts";
import type { Window } from "./published.ts";
import type { Tokens } from "./tokens.ts";

/** News names a weekday for a few days only: what it names beside its last date lies at most so many days after that one. */
const AFTER = 3;
const WEEKDAY = /^XXXX-WXX-(\d)(?:T\w+)?$/;

/**
 * When a text was written that does not say when it was published: the last day that it dates in full, when it also calls that day by its bare
 * weekday ("Sunday's blast … on December 11, 2016"), or the weekday named beside it that lies a few days later ("police said on Monday").
 */
export function writtenAround(tokens: Tokens, found: readonly Found[], tenses: readonly (Tense | undefined)[]): Window | undefined {
  const weekdays = new Set<number>();
  let last: { readonly day: Day; readonly words: string } | undefined;
  found.forEach(({ start, end, reading }, k) => {
    if (tenses[k] === "future") return;
    const weekday = WEEKDAY.exec(reading.open ?? "")?.[1];
    if (weekday !== undefined) weekdays.add(Number(weekday));
    if (!reading.absolute) return;
    const context: Context = { reference: 0, tense: tenses[k], told: () => undefined };
    const interval = reading.resolve(context)?.interval;
    if (interval === undefined || interval.earliest !== interval.latest || (last && last.day >= interval.earliest)) return;
    last = { day: interval.earliest, words: tokens.text.slice(tokens.starts[start], tokens.ends[end - 1]) };
  });
  if (last === undefined) return undefined;
  const { day, words } = last;
  const since = (weekday: number): number => (weekday - weekdayOf(day) + 7) % 7;
  if (![...weekdays].some((weekday) => since(weekday) === 0)) return undefined;
  const written = day + Math.max(...[...weekdays].map(since).filter((days) => days <= AFTER));
  return {
    earliest: written,
    latest: written,
    reasons: [`written about ${isoDate(written)}: the last day that the text dates is “${words}”, and it calls it by its weekday`],
  };
}
