import { type Day, isoDate } from "./calendar.ts";
import { edtf } from "./edtf.ts";
import type { Found } from "./find.ts";
import type { Context, Meaning, Tense, ToldDate } from "./form.ts";
import type { Grain } from "./grain.ts";
import type { TimeExpression } from "./layers.ts";
import type { Window } from "./published.ts";
import { endAfter, rangeStarts } from "./range.ts";
import type { Tokens } from "./tokens.ts";

const ORDER: readonly Grain[] = ["day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century"];

interface Told extends ToldDate {
  readonly index: number;
}

interface Resolved {
  readonly meaning: Meaning | undefined;
  /** Index of the expression that it was counted from. */
  readonly from?: number;
  /** Depends, at first or second hand, on the day of writing. */
  readonly rooted: boolean;
}

/**
 * Turns what was found into TIMEX3 values and calendar intervals. With a window of several days each expression is resolved at both of
 * its ends, and what the two answers share is what the text allows; with no window at all only what the words themselves say stays.
 */
export function resolveTimes(
  tokens: Tokens,
  found: readonly Found[],
  tenses: readonly (Tense | undefined)[],
  window: Window | undefined,
): TimeExpression[] {
  const starts = rangeStarts(tokens, found);
  const early = window?.earliest ?? window?.latest;
  const late = window?.latest ?? window?.earliest;
  const first = pass(found, tenses, starts, early);
  const second = late === early ? first : pass(found, tenses, starts, late);
  const times: TimeExpression[] = [];
  found.forEach((one, k) => {
    const low = first[k]!;
    const high = second[k]!;
    const span = [tokens.starts[one.start]!, tokens.ends[one.end - 1]!] as const;
    const id = `t${times.length + 1}`;
    const meaning = merge(low, high, one.reading.open, window);
    if (!meaning) return;
    const anchored =
      meaning.against === "published" ? "published" : low.from === undefined ? undefined : idOf(times, found, tokens, low.from);
    const { interval } = meaning;
    const exact = edtf(meaning);
    const openStart = low.rooted && window?.earliest === undefined;
    const openEnd = low.rooted && window?.latest === undefined && !closeBefore(one.reading.open, interval, window);
    times.push({
      id,
      span,
      text: tokens.text.slice(span[0], span[1]),
      type: meaning.type,
      value: meaning.value,
      ...(interval && !openStart ? { earliest: isoDate(interval.earliest) } : {}),
      ...(interval && !openEnd ? { latest: isoDate(interval.latest) } : {}),
      ...(anchored === undefined ? {} : { anchor: anchored }),
      ...(exact === undefined || openStart || openEnd ? {} : { edtf: exact }),
      reasons: [meaning.reason, ...(meaning.against && window ? window.reasons : [])],
    });
  });
  return times;
}

/** Days by which a date without a year may lie before the last one that is told in full, to be of that year too. */
const CLOSE = 31;

/** "On 4 April … on 6 April 2016": a day without a year, shortly before one that bears it, in a text that does not say when it was written. */
function closeBefore(open: string | undefined, interval: Meaning["interval"], window: Window | undefined): boolean {
  return (
    /^XXXX-\d\d-\d\d/.test(open ?? "") &&
    interval !== undefined &&
    window?.earliest !== undefined &&
    window.earliest >= interval.latest &&
    window.earliest - interval.latest <= CLOSE
  );
}

function idOf(times: readonly TimeExpression[], found: readonly Found[], tokens: Tokens, index: number): string | undefined {
  const start = tokens.starts[found[index]!.start];
  return times.find(({ span }) => span[0] === start)?.id;
}

/** One reading of the whole text with a given day of writing; undefined: that day is not known. */
function pass(
  found: readonly Found[],
  tenses: readonly (Tense | undefined)[],
  starts: ReadonlyMap<number, number>,
  reference: Day | undefined,
): Resolved[] {
  const last = new Map<Grain, Told>();
  const results: Resolved[] = [];
  found.forEach(({ reading }, k) => {
    let from: number | undefined;
    let blind = false;
    const context: Context = {
      get reference() {
        blind ||= reference === undefined;
        return reference ?? 0;
      },
      tense: tenses[k],
      told(grain) {
        const told = grain === "quarter" ? last.get("quarter") : recent(last, grain);
        from = told?.index;
        return told;
      },
    };
    let meaning = reading.resolve(context);
    const begun = starts.get(k);
    const start = begun === undefined ? undefined : results[begun]?.meaning;
    const ranged = start?.interval && !reading.absolute ? endAfter(reading.open, start.interval) : undefined;
    if (ranged) {
      meaning = ranged;
      from = begun;
    } else if (blind) meaning = undefined;
    if (meaning?.interval && meaning.grain && meaning.type !== "DURATION" && !meaning.aside)
      last.set(meaning.grain, { interval: meaning.interval, grain: meaning.grain, night: /T(NI|EV)$/.test(meaning.value), index: k });
    const counted = meaning?.against === "told" ? from : undefined;
    const rooted = meaning?.against === "published" || (counted !== undefined && results[counted]!.rooted);
    results.push({ meaning, rooted, ...(counted === undefined ? {} : { from: counted }) });
  });
  return results;
}

/** The last date told whose unit is no longer than `grain`. */
function recent(last: ReadonlyMap<Grain, Told>, grain: Grain): Told | undefined {
  let best: Told | undefined;
  for (const unit of ORDER.slice(0, ORDER.indexOf(grain) + 1)) {
    const told = last.get(unit);
    if (told && (!best || told.index > best.index)) best = told;
  }
  return best;
}

/** What two readings share: the digits on which they agree, and an interval that holds both. */
function merge(first: Resolved, second: Resolved, open: string | undefined, window: Window | undefined): Meaning | undefined {
  const low = first.meaning;
  const high = second.meaning;
  if (!low || !high)
    return open === undefined ? undefined : { type: typeOf(open), value: open, reason: "the text does not say when it was written" };
  const bounded = window?.earliest !== undefined && window.latest !== undefined;
  const value = low.value === high.value && (bounded || !first.rooted) ? low.value : (open ?? low.value);
  if (low === high && value === low.value) return low;
  const interval = low.interval &&
    high.interval && {
      earliest: Math.min(low.interval.earliest, high.interval.earliest),
      latest: Math.max(low.interval.latest, high.interval.latest),
    };
  const { interval: _, ...rest } = low;
  return { ...rest, value, ...(interval ? { interval } : {}) };
}

function typeOf(open: string): Meaning["type"] {
  return open.startsWith("P") ? "DURATION" : /T/.test(open) ? "TIME" : "DATE";
}
