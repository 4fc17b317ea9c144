import { civil } from "../calendar.ts";
import type { Context, Form, Meaning } from "../form.ts";
import { move, unitAround, unitValue } from "../grain.ts";
import type { Tokens } from "../tokens.ts";
import { readRelativeYear } from "./month.ts";
import { quarterAround, quarterMeaning, readQuarter } from "./quarter.ts";
import { readYear } from "./year.ts";

/** A quarter that is named by the one told before: "the quarter", "the latest quarter", "the year-ago quarter", "year-earlier", "the 1988 quarter". */
export const comparedQuarter: Form = {
  name: "compared quarter",
  read(tokens, i) {
    const j = tokens.skip(i, "the");
    const yearAgo = readYearAgo(tokens, j);
    if (yearAgo) return { start: yearAgo.bare ? j : i, end: yearAgo.end, open: "XXXX-QX", resolve: previousYear };
    if (j === i) return undefined;
    const year = readYear(tokens, j);
    if (year && tokens.word(year.end) === "quarter")
      return { end: year.end + 1, open: "XXXX-QX", resolve: (context) => sameQuarter(year.year, context) };
    const word = tokens.word(j);
    const head = word === "quarter" ? j : /^(latest|corresponding|same|comparable)$/.test(word) ? j + 1 : -1;
    if (head < 0 || (tokens.word(head) !== "quarter" && !(tokens.word(head) === "period" && head > j))) return undefined;
    if (tokens.word(head + 1) === "-" || (head === j && tokens.word(head + 1) === "of")) return undefined;
    const relative = readRelativeYear(tokens, tokens.skip(head + 1, "of"));
    if (relative) return { end: relative.end, open: "XXXX-QX", resolve: relative.shift < 0 ? previousYear : latest };
    return { end: head + 1, open: "XXXX-QX", resolve: word === "quarter" || word === "latest" ? latest : previousYear };
  },
};

/** "year-ago quarter", "year-earlier period"; bare: "year-ago" before a noun of its own. */
function readYearAgo(tokens: Tokens, i: number): { readonly end: number; readonly bare: boolean } | undefined {
  const j = tokens.skip(i, "comparable");
  if (tokens.word(j) !== "year" || tokens.word(j + 1) !== "-" || !/^(ago|earlier)$/.test(tokens.word(j + 2))) return undefined;
  const n = readQuarter(tokens, j + 3);
  if (n) return { end: n.end, bare: false };
  const end = tokens.skip(j + 3, "quarter", "period");
  return { end, bare: end === j + 3 };
}

function latest(context: Context): Meaning {
  const told = context.told("quarter");
  if (told) return quarterAround(told.interval.earliest, "told");
  return quarterAround(move(context.reference, "quarter", -1), "published");
}

function previousYear(context: Context): Meaning {
  const told = context.told("quarter");
  if (told) return { ...quarterAround(move(told.interval.earliest, "year", -1), "told"), aside: true };
  const day = move(context.reference, "year", -1);
  const reason = "the year before";
  return {
    type: "DATE",
    value: unitValue(day, "year"),
    interval: unitAround(day, "year"),
    grain: "year",
    against: "published",
    aside: true,
    reason,
  };
}

function sameQuarter(year: number, context: Context): Meaning {
  const told = context.told("quarter")?.interval.earliest ?? move(context.reference, "quarter", -1);
  return { ...quarterMeaning(year, Math.floor((civil(told).month - 1) / 3) + 1, "told"), aside: true };
}
