import { civil, type Day, dayOf, daysInMonth, easter, type Interval, isoDate, weekdayOf } from "../calendar.ts";
import type { Context, Form, Meaning } from "../form.ts";
import type { Holiday } from "../vocabulary.ts";
import { readYear } from "./year.ts";

/** A feast that reports date by: "Thanksgiving Day", "the start of Ramadan", "Easter 2019", "last Christmas", "Ashura". */
export const holiday: Form = {
  name: "holiday",
  read(tokens, i) {
    let j = i;
    const way = tokens.known(j)?.direction;
    if (way) j++;
    else j = tokens.skip(j, "the");
    const found = tokens.lexicon.holidays.at(tokens, j);
    if (!found || (!tokens.capitalised(j) && !tokens.capitalised(found.end - 1))) return undefined;
    const year = readYear(tokens, tokens.skip(found.end, "of", "in", ","));
    if (year) {
      const days = holidayIn(found.value, year.year);
      return days ? { end: year.end, absolute: true, resolve: () => meaning(days) } : { end: found.end, resolve: () => undefined };
    }
    return { start: j, end: found.end, open: "XXXX-XX-XX", resolve: (context) => nearest(found.value, way, context) };
  },
};

function nearest(feast: Holiday, way: string | undefined, { reference, tense }: Context): Meaning | undefined {
  const { year } = civil(reference);
  const all = [year - 2, year - 1, year, year + 1, year + 2].flatMap((y) => holidayIn(feast, y) ?? []);
  const soon = all.find((days) => days.latest >= reference);
  if (way === undefined && tense !== "past" && soon && soon.earliest - reference < 30) return { ...meaning(soon), against: "published" };
  const ahead = way === "ahead" || (tense === "future" && way !== "back");
  const chosen = ahead
    ? all.find((days) => days.latest >= reference)
    : all.findLast((days) => (way === "back" ? days.latest < reference : days.earliest <= reference + 1));
  return chosen && { ...meaning(chosen), against: "published" };
}

/** The days of a feast that begin in a calendar year; undefined where the table does not reach. */
export function holidayIn(feast: Holiday, year: number): Interval | undefined {
  switch (feast.kind) {
    case "fixed":
      return single(dayOf(year, feast.month, feast.day));
    case "nth":
      return single(nthWeekday(year, feast.month, feast.weekday, feast.nth));
    case "easter": {
      const sunday = easter(year, feast.church);
      return { earliest: sunday + feast.from, latest: sunday + feast.to };
    }
    case "table":
      return feast.days.find(({ earliest }) => civil(earliest).year === year);
  }
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  if (nth > 0) {
    const first = dayOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
  }
  const last = dayOf(year, month, daysInMonth(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

function single(day: Day): Interval {
  return { earliest: day, latest: day };
}

function meaning(interval: Interval): Meaning {
  const one = interval.earliest === interval.latest;
  return {
    type: "DATE",
    value: one ? isoDate(interval.earliest) : `${isoDate(interval.earliest)}/${isoDate(interval.latest)}`,
    interval,
    ...(one ? { grain: "day" as const } : {}),
    reason: "a feast of the calendar",
  };
}
