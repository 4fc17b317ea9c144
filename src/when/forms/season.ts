import { civil, pad } from "../calendar.ts";
import type { Context, Form, Meaning } from "../form.ts";
import { seasonOf } from "../grain.ts";
import { readRelativeYear } from "./month.ts";
import { readYear } from "./year.ts";

/** A season, as the northern hemisphere counts them: "this summer", "last fall", "the winter of 1994", "spring 2024", "the past spring". */
export const season: Form = {
  name: "season",
  read(tokens, i) {
    let j = tokens.skip(i, "the");
    const determined = j > i;
    let way = tokens.known(j)?.direction;
    if (way) j++;
    if (way === "here" && tokens.known(j)?.direction) way = tokens.known(j++)?.direction;
    const known = tokens.known(j);
    const code = known?.season;
    if (!code || known?.plural) return undefined;
    const first = tokens.lexicon.seasons.get(code)![0];
    const year = readYear(tokens, tokens.skip(j + 1, "of", "in", ","));
    if (year) return { end: year.end, absolute: true, resolve: () => seasonMeaning(year.year, code, first) };
    const relative = readRelativeYear(tokens, tokens.skip(j + 1, "of"));
    if (relative)
      return {
        end: relative.end,
        open: `XXXX-${code}`,
        resolve: ({ reference }) => ({ ...seasonMeaning(civil(reference).year + relative.shift, code, first), against: "published" }),
      };
    const prepared = /^(in|since|by|until|during|over|early|late|mid|-)$/.test(tokens.word(i - 1));
    if (!way && !(prepared && (!known?.ambiguous || determined)) && !(determined && !known?.ambiguous)) return undefined;
    if (!way && code === "FA" && tokens.word(j) === "fall" && tokens.word(j + 1) === "of") return undefined;
    return { end: j + 1, open: `XXXX-${code}`, resolve: (context) => nearest(code, first, way, context) };
  },
};

function seasonMeaning(year: number, code: string, first: number): Meaning {
  return {
    type: "DATE",
    value: `${pad(year, 4)}-${code}`,
    interval: seasonOf(year, first),
    grain: "season",
    reason: "a season of the northern year",
  };
}

function nearest(code: string, first: number, way: string | undefined, { reference, tense }: Context): Meaning {
  const { year, month } = civil(reference);
  // TIMEX3 gives a winter the year in which it begins.
  const current = code === "WI" && month <= 2 ? year - 1 : year;
  let told = current;
  const running = seasonOf(current, first);
  if (way === "back") {
    if (running.latest >= reference) told--;
  } else if (way === "ahead") {
    if (running.earliest <= reference) told++;
  } else if (way !== "here") {
    if (tense === "future" ? running.latest < reference : running.earliest > reference) told += tense === "future" ? 1 : -1;
  }
  return { ...seasonMeaning(told, code, first), against: "published" };
}
