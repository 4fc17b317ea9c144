import { civil, dayOf } from "../calendar.ts";
import type { Context, Form, Meaning } from "../form.ts";
import { months, move, unitAround, unitValue } from "../grain.ts";
import { readOrdinal } from "../number.ts";
import type { Tokens } from "../tokens.ts";
import { readRelativeYear } from "./month.ts";
import { readYear } from "./year.ts";

/** A quarter of a year: "the third quarter", "third-quarter", "the fourth quarter of 1998", "Q2 2024", "the year-ago quarter", "this year's first quarter". */
export const quarter: Form = {
  name: "quarter",
  read(tokens, i) {
    let j = tokens.skip(i, "the");
    let year = readYear(tokens, j)?.year;
    let shift: number | undefined;
    if (year !== undefined) j = readYear(tokens, j)!.end;
    else {
      const relative = readRelativeYear(tokens, j);
      if (relative && /^['’]$/.test(tokens.word(relative.end)) && tokens.word(relative.end + 1) === "s") {
        shift = relative.shift;
        j = relative.end + 2;
      }
    }
    j = tokens.skip(j, "fiscal");
    if (tokens.word(j) === "-" && tokens.word(j - 1) === "fiscal") j++;
    const n = readQuarter(tokens, j);
    if (n) {
      const after = readYear(tokens, tokens.skip(tokens.skip(n.end, "of"), "fiscal"));
      const relative = readRelativeYear(tokens, tokens.skip(n.end, "of"));
      year ??= after?.year;
      const end = after?.end ?? relative?.end ?? n.end;
      shift ??= relative?.shift;
      const named = year;
      if (named !== undefined) return { end, absolute: true, resolve: () => quarterMeaning(named, n.value, undefined) };
      return { end, open: `XXXX-Q${n.value}`, resolve: (context) => undated(n.value, shift, context) };
    }
    if (tokens.known(i)?.direction && tokens.word(i + 1) === "quarter") {
      const way = tokens.known(i)!.direction!;
      return { end: i + 2, open: "XXXX-QX", resolve: (context) => relativeQuarter(way === "back" ? -1 : way === "ahead" ? 1 : 0, context) };
    }
    return undefined;
  },
};

export function readQuarter(tokens: Tokens, i: number): { readonly end: number; readonly value: number } | undefined {
  if (tokens.word(i) === "q" && tokens.glued(i + 1)) {
    const n = tokens.integer(i + 1);
    return n >= 1 && n <= 4 ? { end: i + 2, value: n } : undefined;
  }
  const n = readOrdinal(tokens, i);
  if (!n || n.value > 4) return undefined;
  let j = tokens.skip(n.end, "-");
  j = tokens.skip(j, "fiscal");
  return tokens.word(j) === "quarter" ? { end: j + 1, value: n.value } : undefined;
}

export function quarterMeaning(year: number, n: number, against: "published" | "told" | undefined): Meaning {
  const first = dayOf(year, n * 3 - 2, 1);
  const meaning: Meaning = {
    type: "DATE",
    value: `${unitValue(first, "year")}-Q${n}`,
    interval: months(year, n * 3 - 2, 3),
    grain: "quarter",
    reason: "a quarter of the calendar year",
  };
  return against ? { ...meaning, against } : meaning;
}

// Results of a quarter are announced up to about four months after its end.
const RESULTS = 120;

function undated(n: number, shift: number | undefined, { reference, tense }: Context): Meaning {
  const { year } = civil(reference);
  if (shift !== undefined) return quarterMeaning(year + shift, n, "published");
  const begins = dayOf(year, n * 3 - 2, 1);
  if (tense === "future")
    return quarterMeaning(unitAround(begins, "quarter").latest + RESULTS < reference ? year + 1 : year, n, "published");
  return quarterMeaning(begins > reference ? year - 1 : year, n, "published");
}

function relativeQuarter(shift: number, { reference }: Context): Meaning {
  return quarterAround(move(reference, "quarter", shift), "published");
}

export function quarterAround(day: number, against: "published" | "told"): Meaning {
  const { year, month } = civil(day);
  return quarterMeaning(year, Math.floor((month - 1) / 3) + 1, against);
}
