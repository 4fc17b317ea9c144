import { civil, dayOf, type Interval } from "./calendar.ts";
import type { Found } from "./find.ts";
import type { Meaning } from "./form.ts";
import { monthMeaning } from "./forms/month.ts";
import { dayMeaning } from "./forms/month-day.ts";
import type { Tokens } from "./tokens.ts";

const JOINS = new Set(["and", "to", "until", "till", "through", "-", "–", "—"]);

/** For each expression that ends a range ("between October 2023 and January"), the index of the one that begins it. */
export function rangeStarts(tokens: Tokens, found: readonly Found[]): Map<number, number> {
  const starts = new Map<number, number>();
  for (let k = 1; k < found.length; k++) {
    const first = found[k - 1]!;
    const second = found[k]!;
    if (isRange(tokens, first, second)) starts.set(k, k - 1);
  }
  return starts;
}

/** Whether two neighbouring expressions are the ends of one range: "between A and B", "from A to B", "A–B". */
export function isRange(tokens: Tokens, first: Found, second: Found): boolean {
  const gap = second.start - first.end;
  if (gap < 1 || gap > 2) return false;
  const join = tokens.word(first.end);
  if (!JOINS.has(join) || (gap === 2 && !/^(the|early|late|mid)$/.test(tokens.word(first.end + 1)))) return false;
  if (join === "and") return tokens.word(first.start - 1) === "between";
  return join === "–" || join === "-" || join === "—" || tokens.word(first.start - 1) === "from" || join !== "to";
}

/** The end of a range that bears no year is the first such month or day after the range's beginning. */
export function endAfter(open: string | undefined, start: Interval): Meaning | undefined {
  const match = open === undefined ? null : /^XXXX-(\d\d)(?:-(\d\d))?$/.exec(open);
  if (!match) return undefined;
  const month = Number(match[1]);
  const { year } = civil(start.earliest);
  const reason = "the first such date after the beginning of the range";
  if (match[2] === undefined)
    return { ...monthMeaning(month < civil(start.earliest).month ? year + 1 : year, month, reason), against: "told" };
  const day = Number(match[2]);
  const here = dayOf(year, month, day);
  return { ...dayMeaning(here < start.earliest ? dayOf(year + 1, month, day) : here, reason), against: "told" };
}
