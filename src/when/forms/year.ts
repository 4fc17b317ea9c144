import { dayOf } from "../calendar.ts";
import type { Form, Meaning } from "../form.ts";
import { unitAround, unitValue } from "../grain.ts";
import type { Tokens } from "../tokens.ts";

const BEFORE_OLD_YEARS = new Set(["in", "since", "of", "from", "until", "by", "around", "before", "after", "year"]);
const COUNT_BEFORE = new Set([
  "$",
  "£",
  "€",
  "#",
  "¥",
  "than",
  "least",
  "most",
  "some",
  "nearly",
  "almost",
  "approximately",
  "to",
  "no",
  "number",
]);
const FISCAL = new Set(["fiscal"]);

/** A year alone: "1998", "nineteen ninety-six", "the year 2000", "fiscal 1989". */
export const year: Form = {
  name: "year",
  read(tokens, i) {
    const period = tokens.word(i) === "the" ? readYear(tokens, i + 1) : undefined;
    if (period && tokens.word(period.end) === "period")
      return { end: period.end + 1, absolute: true, resolve: () => yearMeaning(period.year) };
    let j = tokens.skip(i, "the");
    const named = FISCAL.has(tokens.word(j)) || (j > i && tokens.word(j) === "year");
    if (FISCAL.has(tokens.word(j))) j = tokens.skip(j + 1, "year");
    else if (named) j++;
    else if (j > i) return undefined;
    const found = readYear(tokens, j, named);
    if (!found || (!named && isCount(tokens, j, found.end))) return undefined;
    if (!named && found.year < 1900 && !BEFORE_OLD_YEARS.has(tokens.word(i - 1))) return undefined;
    return { end: found.end, absolute: true, resolve: () => yearMeaning(found.year) };
  },
};

export function yearMeaning(year: number): Meaning {
  const day = dayOf(year, 1, 1);
  return { type: "DATE", value: unitValue(day, "year"), interval: unitAround(day, "year"), grain: "year", reason: "names the year" };
}

/** A year in digits or words. With `any`, every number of four digits will do. */
export function readYear(tokens: Tokens, i: number, any = false): { readonly end: number; readonly year: number } | undefined {
  const digits = tokens.integer(i);
  if (digits >= 0) {
    if (tokens.word(i).length !== 4 || digits < (any ? 1 : 1500) || digits > 2100) return undefined;
    if (tokens.glued(i + 1) && /^[%,.:/]$/.test(tokens.word(i + 1)) && tokens.glued(i + 2) && tokens.digits(i + 2)) return undefined;
    if (tokens.glued(i + 1) && /^\p{L}/u.test(tokens.word(i + 1))) return undefined;
    if (tokens.glued(i) && /[.,:/#$£€]/.test(tokens.word(i - 1)) && !(tokens.word(i - 1) === "," && !tokens.digits(i - 2)))
      return undefined;
    return { end: i + 1, year: digits };
  }
  if ((tokens.word(i) === "'" || tokens.word(i) === "’") && tokens.glued(i + 1) && !tokens.glued(i) && /^\d\d$/.test(tokens.word(i + 1))) {
    if (tokens.glued(i + 2) && tokens.word(i + 2) === "s") return undefined;
    const short = tokens.integer(i + 1);
    return { end: i + 2, year: short + (short < 30 ? 2000 : 1900) };
  }
  const head = tokens.known(i)?.cardinal;
  if (head === undefined) return undefined;
  if ((head === 19 || head === 20) && tokens.known(i + 1)?.multiplier === undefined) {
    const rest = readTens(tokens, tokens.skip(i + 1, "-"));
    return rest && rest.value >= 10 ? { end: rest.end, year: head * 100 + rest.value } : undefined;
  }
  if (head === 2 && tokens.known(i + 1)?.multiplier === 1000) {
    const rest = readTens(tokens, tokens.skip(i + 2, "and"));
    if (rest) return { end: rest.end, year: 2000 + rest.value };
    return any ? { end: i + 2, year: 2000 } : undefined;
  }
  return undefined;
}

function readTens(tokens: Tokens, i: number): { readonly end: number; readonly value: number } | undefined {
  const tens = tokens.known(i)?.cardinal;
  if (tens === undefined) return undefined;
  if (tens < 20) return { end: i + 1, value: tens };
  const ones = tokens.known(tokens.skip(i + 1, "-"))?.cardinal;
  return ones !== undefined && ones < 10 ? { end: tokens.skip(i + 1, "-") + 1, value: tens + ones } : { end: i + 1, value: tens };
}

function isCount(tokens: Tokens, i: number, end: number): boolean {
  const before = tokens.word(i - 1);
  const after = tokens.word(end);
  if (tokens.glued(i) && !/^[("'“‘[–—_/-]$/.test(before)) return true;
  if (COUNT_BEFORE.has(before) && !(before === "to" && !tokens.lexicon.counted.has(after))) return true;
  return (
    tokens.lexicon.counted.has(after) ||
    after === "%" ||
    after === "percent" ||
    (tokens.glued(end) && after === "," && tokens.digits(end + 1) && tokens.glued(end + 1))
  );
}
