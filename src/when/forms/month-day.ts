import { civil, dayOf, daysInMonth, isoDate, pad, weekdayOf } from "../calendar.ts";
import type { Context, Form, Meaning } from "../form.ts";
import { readOrdinal } from "../number.ts";
import type { Tokens } from "../tokens.ts";
import { readMonth, readRelativeYear, yearFor } from "./month.ts";
import { readYear } from "./year.ts";

/** A day of a month: "Aug. 7", "7 August 2023", "March 8th, 1998", "the 5th of May", "Saturday, April 25", "30 November last year". */
export const monthDay: Form = {
  name: "month and day",
  read(tokens, i) {
    let j = i;
    const direction = tokens.known(i)?.direction;
    if (direction && tokens.known(i + 1)?.weekday) j++;
    const weekday = tokens.known(j)?.weekday;
    if (weekday) {
      j++;
      if (tokens.word(j) === ".") j++;
      while (tokens.word(j) === "," || tokens.word(j) === "(" || tokens.word(j) === "the") j++;
    } else j = tokens.skip(i, "the");
    const found = monthFirst(tokens, j) ?? dayFirst(tokens, j);
    if (!found || (j > i && !weekday && tokens.word(i) === "the" && !found.ordinal)) return undefined;
    const { month, day } = found;
    if (day < 1 || day > daysInMonth(2000, month)) return undefined;
    const comma = tokens.word(found.end) === "," ? found.end + 1 : tokens.skip(found.end, "of", "in");
    const named = readYear(tokens, comma);
    if (named) {
      const end = named.end;
      return { end, absolute: true, resolve: () => dayMeaning(dayOf(named.year, month, day), "names day, month and year") };
    }
    const relative = readRelativeYear(tokens, comma);
    const open = `XXXX-${pad(month, 2)}-${pad(day, 2)}`;
    if (relative)
      return {
        end: relative.end,
        open,
        resolve: ({ reference }) => ({
          ...dayMeaning(dayOf(civil(reference).year + relative.shift, month, day), "the day of a year told from the day of writing"),
          against: "published",
        }),
      };
    return { end: found.end, open, resolve: (context) => undated(month, day, weekday, context) };
  },
};

function undated(month: number, day: number, weekday: number | undefined, context: Context): Meaning {
  let year = yearFor(month, day, context.reference, context.tense);
  let reason = context.tense === "future" ? "the next such day, for the verb looks ahead" : "the last such day at the time of writing";
  if (weekday && weekdayOf(dayOf(year, month, day)) !== weekday) {
    const fitting = [year - 1, year + 1, year - 2, year + 2].find((y) => weekdayOf(dayOf(y, month, day)) === weekday);
    if (fitting !== undefined) {
      year = fitting;
      reason = "the nearest year in which that day falls on the weekday named";
    }
  }
  return { ...dayMeaning(dayOf(year, month, day), reason), against: "published" };
}

export function dayMeaning(day: number, reason: string): Meaning {
  return { type: "DATE", value: isoDate(day), interval: { earliest: day, latest: day }, grain: "day", reason };
}

interface Found {
  readonly end: number;
  readonly month: number;
  readonly day: number;
  readonly ordinal: boolean;
}

function monthFirst(tokens: Tokens, i: number): Found | undefined {
  const found = readMonth(tokens, i, false);
  if (!found) return undefined;
  const j = tokens.skip(found.end, "the");
  const day = readDay(tokens, j);
  if (!day || (j > found.end && !day.ordinal)) return undefined;
  return { ...day, month: found.month };
}

function dayFirst(tokens: Tokens, i: number): Found | undefined {
  const day = readDay(tokens, i);
  if (!day) return undefined;
  const j = tokens.skip(tokens.skip(day.end, "of"), "-");
  if (tokens.word(j - 1) === "-" && !tokens.glued(j)) return undefined;
  const found = readMonth(tokens, j, true);
  if (!found || (j > day.end && tokens.word(day.end) === "of" && !day.ordinal)) return undefined;
  if (!tokens.capitalised(j)) return undefined;
  // "5 March 7": the month belongs to the number after it.
  return { ...day, end: found.end, month: found.month };
}

/** A day number, 1 to 31: "7", "7th", "seventh". Not "7.5", "7:30", "7%". */
export function readDay(tokens: Tokens, i: number): { readonly end: number; readonly day: number; readonly ordinal: boolean } | undefined {
  const ordinal = readOrdinal(tokens, i);
  if (ordinal) return ordinal.value >= 1 && ordinal.value <= 31 ? { end: ordinal.end, day: ordinal.value, ordinal: true } : undefined;
  const n = tokens.integer(i);
  if (n < 1 || n > 31 || tokens.word(i).length > 2) return undefined;
  if (tokens.glued(i) && /^[.,:$£€/]$/.test(tokens.word(i - 1)) && tokens.digits(i - 2)) return undefined;
  const next = tokens.word(i + 1);
  if (tokens.glued(i + 1) && (next === "%" || (/^[.,:/]$/.test(next) && tokens.digits(i + 2) && tokens.glued(i + 2)))) {
    if (!(next === "," && tokens.word(i + 2).length === 4)) return undefined;
  }
  return { end: i + 1, day: n, ordinal: false };
}
