import type { Word } from "../../parse/layers.ts";
import { isoDate } from "../calendar.ts";
import { move } from "../grain.ts";
import type { TimeExpression } from "../layers.ts";
import type { Window } from "../published.ts";

/** What a time expression says of an event's time, with the preposition before it taken in. ISO dates, both inclusive. */
export interface Stretch {
  readonly earliest?: string;
  readonly latest?: string;
  /** Index among TIMES. */
  readonly time: number;
  readonly reason: string;
}

const JOIN = /^\s*(?:and|to|until|till|through|-|–|—)\s*(?:the\s+|early\s+|late\s+|mid-?)?$/i;

/**
 * The stretch of the calendar that a time expression gives its event: "since 2014" runs to the day of writing, "between October and
 * January" takes in both, "until May" leaves the beginning open, "before 2011" and a length of time ("for three days") give none.
 */
export function stretchOf(
  text: string,
  times: readonly TimeExpression[],
  k: number,
  words: readonly Word[],
  first: number,
  window: Window | undefined,
  stamps: ReadonlySet<string>,
): Stretch | undefined {
  const time = times[k]!;
  if (time.type === "SET" || (time.earliest === undefined && time.latest === undefined)) return undefined;
  if (isStamp(words, first, stamps)) return undefined;
  const written = window?.latest === undefined ? undefined : isoDate(window.latest);
  const before = preposition(words, first);
  const lasting = lastingUnit(time.text, before);
  if (lasting && window?.earliest !== undefined && written !== undefined)
    return {
      earliest: isoDate(move(window.earliest, lasting, -1)),
      latest: written,
      time: k,
      reason: `“${time.text}”, up to the day of writing`,
    };
  const next = times[k + 1];
  const between = next && JOIN.test(text.slice(time.span[1], next.span[0])) ? next : undefined;
  if (between && (before === "between" || before === "from") && between.latest !== undefined && inOrder(time, between))
    return {
      ...(time.earliest === undefined ? {} : { earliest: time.earliest }),
      latest: between.latest,
      time: k,
      reason: `from “${time.text}” to “${between.text}”`,
    };
  const previous = times[k - 1];
  if (previous && JOIN.test(text.slice(previous.span[1], time.span[0]))) {
    const opener = text.slice(Math.max(0, previous.span[0] - 12), previous.span[0]);
    if (/\b(?:between|from)\s+(?:the\s+|early\s+|late\s+|mid-?)?$/i.test(opener) && time.latest !== undefined && inOrder(previous, time))
      return {
        ...(previous.earliest === undefined ? {} : { earliest: previous.earliest }),
        latest: time.latest,
        time: k,
        reason: `from “${previous.text}” to “${time.text}”`,
      };
  }
  const years = yearsOf(time, text);
  if (years !== undefined) return { ...years, time: k, reason: `“${time.text}” to the year after the dash` };
  if (before === "since" || (before === "from" && !between)) {
    const latest = written !== undefined && time.earliest !== undefined && written >= time.earliest ? written : undefined;
    return {
      ...(time.earliest === undefined ? {} : { earliest: time.earliest }),
      ...(latest === undefined ? {} : { latest }),
      time: k,
      reason: `since “${time.text}”`,
    };
  }
  if ((before === "before" || before === "after") && time.type !== "TIME") return undefined;
  if (before === "until" || before === "till")
    return time.latest === undefined ? undefined : { latest: time.latest, time: k, reason: `until “${time.text}”` };
  return {
    ...(time.earliest === undefined ? {} : { earliest: time.earliest }),
    ...(time.latest === undefined ? {} : { latest: time.latest }),
    time: k,
    reason: `“${time.text}”`,
  };
}

/** "1990-91": the years from the one to the other. */
function yearsOf(time: TimeExpression, text: string): { readonly earliest: string; readonly latest: string } | undefined {
  const match = /^\d{4}$/.test(time.text) ? /^ ?[-–—] ?(\d\d)(?![\d-])/.exec(text.slice(time.span[1], time.span[1] + 6)) : null;
  if (!match) return undefined;
  const last = `${time.text.slice(0, 2)}${match[1]}`;
  return last > time.text ? { earliest: `${time.text}-01-01`, latest: `${last}-12-31` } : undefined;
}

/** Whether two times can be the ends of one stretch: "between yesterday and 2014" tells of none. */
function inOrder(from: TimeExpression, to: TimeExpression): boolean {
  return from.earliest === undefined || to.latest === undefined || from.earliest <= to.latest;
}

/** "Posted: Friday, January 31": when the page was made. */
function isStamp(words: readonly Word[], first: number, stamps: ReadonlySet<string>): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) if (stamps.has(words[i]!.text.toLowerCase())) return true;
  return false;
}

/** "Over the last year", "in the past month": a stretch up to the day of writing, not the calendar's last year. */
function lastingUnit(text: string, before: string): "week" | "month" | "year" | "decade" | undefined {
  if (!/^(over|in|during|for|within)$/.test(before)) return undefined;
  const match = /^the (?:last|past) (week|month|year|decade)$/i.exec(text);
  return match ? (match[1]!.toLowerCase() as "week" | "month" | "year" | "decade") : undefined;
}

function preposition(words: readonly Word[], first: number): string {
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) {
    const word = words[i]!;
    const lower = word.text.toLowerCase();
    if (word.upos === "DET" || /^(early|late|mid|-|about|around)$/.test(lower)) continue;
    return lower;
  }
  return "";
}
