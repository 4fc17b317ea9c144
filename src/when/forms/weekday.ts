import { type Day, weekdayOf } from "../calendar.ts";
import type { Context, Form, Meaning } from "../form.ts";
import type { Tokens } from "../tokens.ts";
import { dayMeaning } from "./month-day.ts";

/** A weekday: "Tuesday", "last Friday", "this coming Sunday", "Friday of last week". By tense: "on Tuesday … said" is the last one. */
export const weekday: Form = {
  name: "weekday",
  read(tokens, i) {
    let j = tokens.skip(i, "the");
    let shift = tokens.known(j)?.direction;
    if (shift) j++;
    else if (j > i) return undefined;
    if (shift === "here" && tokens.known(j)?.direction) {
      shift = tokens.known(j)?.direction;
      j++;
    }
    const found = readWeekday(tokens, j);
    if (!found || (found.plural && !shift)) return undefined;
    const week = readWeek(tokens, found.end);
    if (week)
      return {
        end: week.end,
        open: `XXXX-WXX-${found.weekday}`,
        resolve: ({ reference }) => ({
          ...dayMeaning(
            reference - weekdayOf(reference) + 7 * week.shift + found.weekday,
            "the day of a week told from the day of writing",
          ),
          against: "published",
        }),
      };
    return { end: found.end, open: `XXXX-WXX-${found.weekday}`, resolve: (context) => resolveWeekday(found.weekday, shift, context) };
  },
};

export function readWeekday(
  tokens: Tokens,
  i: number,
): { readonly end: number; readonly weekday: number; readonly plural: boolean } | undefined {
  const known = tokens.known(i);
  if (known?.weekday === undefined) return undefined;
  if (!tokens.capitalised(i) && (known.ambiguous || tokens.word(i).length < 6)) return undefined;
  if (known.ambiguous && !(tokens.word(i + 1) === "." || (tokens.word(i + 1) === "," && tokens.known(i + 2)?.month !== undefined)))
    return undefined;
  const short = tokens.word(i).length < 6;
  const end = short && tokens.word(i + 1) === "." && tokens.glued(i + 1) ? i + 2 : i + 1;
  return { end, weekday: known.weekday, plural: tokens.word(i).endsWith("days") };
}

function readWeek(tokens: Tokens, i: number): { readonly end: number; readonly shift: number } | undefined {
  const j = tokens.skip(tokens.skip(i, "of"), "the");
  const direction = tokens.known(j)?.direction;
  if (!direction || direction === "there" || tokens.word(j + 1) !== "week") return undefined;
  return { end: j + 2, shift: direction === "back" ? -1 : direction === "ahead" ? 1 : 0 };
}

function resolveWeekday(weekday: number, shift: string | undefined, context: Context): Meaning | undefined {
  const told = context.told("day");
  if ((shift === "there" || shift === "following") && told)
    return { ...dayMeaning(onOrAfter(told.interval.earliest, weekday), "the weekday of the date told before"), against: "told" };
  const { reference } = context;
  if (shift === "back")
    return { ...dayMeaning(onOrBefore(reference - 1, weekday), "the last such day before the day of writing"), against: "published" };
  if (shift === "ahead" || shift === "here" || context.tense === "future")
    return {
      ...dayMeaning(onOrAfter(reference + (shift === "ahead" ? 1 : 0), weekday), "the next such day, for the words look ahead"),
      against: "published",
    };
  return { ...dayMeaning(onOrBefore(reference, weekday), "the last such day at the time of writing"), against: "published" };
}

export function onOrBefore(day: Day, weekday: number): Day {
  return day - ((weekdayOf(day) - weekday + 7) % 7);
}

export function onOrAfter(day: Day, weekday: number): Day {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}
