import { civil, type Day, dayOf, pad } from "../calendar.ts";
import type { Context, Form, Meaning } from "../form.ts";
import { months, unitValue } from "../grain.ts";
import type { Tokens } from "../tokens.ts";
import { readYear } from "./year.ts";

type Shift = "back" | "ahead" | "here" | undefined;

/** A month: "October", "October 2023", "last May", "June last year", "January this year", "March of 1998". */
export const month: Form = {
  name: "month",
  read(tokens, i) {
    let j = i;
    let shift: Shift;
    const direction = tokens.known(j)?.direction;
    if (direction && direction !== "there") {
      shift = direction;
      j++;
    }
    const found = readMonth(tokens, j, shift !== undefined);
    if (!found) return undefined;
    const open = `XXXX-${pad(found.month, 2)}`;
    const afterComma = tokens.word(found.end) === "," ? found.end + 1 : tokens.skip(found.end, "of", "in");
    const named = readYear(tokens, afterComma);
    if (named) return { end: named.end, absolute: true, resolve: () => monthMeaning(named.year, found.month, "names month and year") };
    const relative = readRelativeYear(tokens, tokens.skip(afterComma, "of"));
    if (relative)
      return {
        end: relative.end,
        open,
        resolve: ({ reference }) => ({
          ...monthMeaning(civil(reference).year + relative.shift, found.month, "the month of a year told from the day of writing"),
          against: "published",
        }),
      };
    return { end: found.end, open, resolve: (context) => nearest(found.month, shift, context) };
  },
};

export function monthMeaning(year: number, month: number, reason: string): Meaning {
  const day = dayOf(year, month, 1);
  return { type: "DATE", value: unitValue(day, "month"), interval: months(year, month, 1), grain: "month", reason };
}

/** A month's name; a name that is also a common word needs a capital and company. */
export function readMonth(tokens: Tokens, i: number, company: boolean): { readonly end: number; readonly month: number } | undefined {
  const known = tokens.known(i);
  if (known?.month === undefined) return undefined;
  const long = tokens.word(i).length > 4 || tokens.word(i) === "june" || tokens.word(i) === "july" || tokens.word(i) === "may";
  const end = !long && tokens.word(i + 1) === "." && tokens.glued(i + 1) ? i + 2 : i + 1;
  if (known.ambiguous) {
    if (!tokens.capitalised(i)) return undefined;
    const numbered = (tokens.integer(end) >= 1 && tokens.integer(end) <= 31) || tokens.word(end).length === 4 || tokens.integer(i - 1) > 0;
    const prepared = /^(in|since|of|until|by|during|early|late|mid|between|from|through|-)$/.test(tokens.word(i - 1));
    const verb = tokens.word(i) === "may" && /^(be|have|not|he|she|they|it|i|we|you)$/.test(tokens.word(end));
    // "the March accession", but "the march on the capital"
    const modifier =
      tokens.word(i - 1) === "the" &&
      /^\p{Ll}/u.test(tokens.text.slice(tokens.starts[end], tokens.starts[end]! + 2)) &&
      !/^(on|to|of|by|from|in|was|is|will|and)$/.test(tokens.word(end));
    if (modifier) return { end, month: known.month };
    if (
      !(
        company ||
        (tokens.digits(end) && numbered) ||
        (tokens.integer(i - 1) > 0 && tokens.integer(i - 1) <= 31) ||
        (prepared && !verb && !(tokens.capitalised(end) && tokens.known(end) === undefined))
      )
    )
      return undefined;
  } else if (!tokens.capitalised(i) && !company && tokens.word(i).length < 4) return undefined;
  return { end, month: known.month };
}

/** "last year", "this year", "next year", "the following year" after a month or quarter. */
export function readRelativeYear(tokens: Tokens, i: number): { readonly end: number; readonly shift: number } | undefined {
  const j = tokens.skip(i, "the");
  const direction = tokens.known(j)?.direction;
  if (!direction || direction === "there" || tokens.word(j + 1) !== "year") return undefined;
  return { end: j + 2, shift: direction === "back" ? -1 : direction === "ahead" ? 1 : 0 };
}

/** The year of an undated month: of the date told just before it, by the verb's tense from the day of writing otherwise. */
function nearest(month: number, shift: Shift, context: Context): Meaning {
  const now = civil(context.reference);
  let year = now.year;
  let reason = "the last such month at the time of writing";
  if (shift === "back") {
    if (month >= now.month) year--;
  } else if (shift === "ahead") {
    if (month <= now.month) year++;
    reason = "the next such month at the time of writing";
  } else if (shift === "here") reason = "that month of the year of writing";
  else if (context.tense === "future") {
    if (month < now.month) year++;
    reason = "the next such month, for the verb looks ahead";
  } else if (context.tense === undefined && (month - now.month + 12) % 12 <= 2) {
    // No verb tells: a month soon to come is nearer than the one ten months back.
    if (month < now.month) year++;
    reason = "the nearest such month to the time of writing";
  } else if (month > now.month) year--;
  return { ...monthMeaning(year, month, reason), against: "published" };
}

/** The year in which a date without one is nearest to the reference, on the side that the tense tells. */
export function yearFor(month: number, day: number, reference: Day, tense: Context["tense"]): number {
  const { year } = civil(reference);
  const here = dayOf(year, month, day);
  // A report in the past tense may bear the next day's date: time zones, and papers that print their date ahead.
  const slack = 2;
  // With no verb to tell, the nearer one: a day a few weeks ahead is a date set or a deadline.
  const ahead = tense === "past" ? slack : 100;
  if (tense === "future") return here < reference - slack * 15 ? year + 1 : year;
  if (here > reference + ahead) return year - 1;
  return dayOf(year + 1, month, day) <= reference + ahead ? year + 1 : year;
}
