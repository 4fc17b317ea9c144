import { isoDate } from "../calendar.ts";
import type { Context, Form, Meaning, Reading } from "../form.ts";
import type { Tokens } from "../tokens.ts";
import { readDate } from "./date.ts";

/** A part of a day: "Friday evening", "this morning", "last night", "overnight", "the early hours of Saturday", "yesterday afternoon". */
export const daypart: Form = {
  name: "part of a day",
  read(tokens, i) {
    const word = tokens.word(i);
    if (word === "overnight") return overnight(tokens, i);
    const hours = readHours(tokens, i);
    if (hours) {
      const date = readDate(tokens, tokens.skip(hours, "of", "on"));
      const part = date && tokens.known(date.end)?.daypart === "MO" ? date.end + 1 : date?.end;
      if (date) return { end: part!, open: `${date.open ?? "XXXX-XX-XX"}TMO`, resolve: (context) => on(date, "MO", context) };
      return { end: hours, open: "XXXX-XX-XXTMO", resolve: (context) => relative("there", "MO", context) };
    }
    const direction = tokens.known(i)?.direction ?? (word === "the" ? "there" : undefined);
    if (direction) {
      let j = i + 1;
      let way = direction;
      if (word === "the" && tokens.known(j)?.direction) way = tokens.known(j++)!.direction!;
      if (tokens.word(j) === "early" || tokens.word(j) === "late" || tokens.word(j) === "mid") j = tokens.skip(j + 1, "-");
      const part = tokens.known(j);
      // "the morning after the shooting": told from an event, which is not known here
      if (word === "the" && /^(after|before|that|when)$/.test(tokens.word(j + 1))) return undefined;
      if (
        part?.daypart &&
        !part.plural &&
        !/^(dusk|dawn|sunset|sunrise)$/.test(tokens.word(j)) &&
        !(word === "the" && way === "there" && part.daypart === "NI" && tokens.word(j + 1) === "of")
      ) {
        const of = word === "the" && tokens.word(j + 1) === "of" ? readDate(tokens, j + 2) : undefined;
        if (of)
          return { end: of.end, open: `${of.open ?? "XXXX-XX-XX"}T${part.daypart}`, resolve: (context) => on(of, part.daypart!, context) };
        return { end: j + 1, open: `XXXX-XX-XXT${part.daypart}`, resolve: (context) => relative(way, part.daypart!, context) };
      }
    }
    const date = readDate(tokens, i);
    if (date) {
      let j = date.end;
      if (tokens.word(j) === "early" || tokens.word(j) === "late" || tokens.word(j) === "mid") j = tokens.skip(j + 1, "-");
      const part = tokens.known(j);
      if (!part?.daypart || tokens.breaks(j) || j >= tokens.length) return undefined;
      if (part.plural)
        return {
          end: j + 1,
          absolute: true,
          resolve: () => ({
            type: "SET",
            value: `${date.open ?? "XXXX-XX-XX"}T${part.daypart}`,
            reason: "a part of a day that comes again and again",
          }),
        };
      return { end: j + 1, open: `${date.open ?? "XXXX-XX-XX"}T${part.daypart}`, resolve: (context) => on(date, part.daypart!, context) };
    }
    const part = tokens.known(i)?.daypart;
    const of =
      part && !tokens.known(i)?.plural && tokens.word(i + 1) === "of"
        ? readDate(tokens, i + 2)
        : part && /^(dawn|daybreak|dusk)$/.test(word)
          ? readDate(tokens, tokens.skip(i + 1, "on"))
          : undefined;
    if (part && of && !of.absolute)
      return { end: of.end, open: `${of.open ?? "XXXX-XX-XX"}T${part}`, resolve: (context) => on(of, part, context) };
    return undefined;
  },
};

/** "overnight", "overnight Friday", "overnight on Tuesday", "overnight Friday to Saturday": a night, from the evening to the morning after. */
function overnight(tokens: Tokens, i: number): Reading | undefined {
  const date = readDate(tokens, tokens.skip(i + 1, "on", "from"));
  if (date) return { end: date.end, open: `${date.open ?? "XXXX-XX-XX"}TNI`, resolve: (context) => on(date, "NI", context) };
  return { end: i + 1, open: "XXXX-XX-XXTNI", resolve: (context) => relative("back", "NI", context) };
}

/** A night runs into the morning after, but not beyond the day of writing when it is told as past. */
function night(meaning: Meaning, { reference, tense }: Context): Meaning {
  const { interval, against } = meaning;
  if (!interval || interval.earliest !== interval.latest) return meaning;
  const morning = interval.earliest + 1;
  const unwritten = against === "published" && tense !== "future" && morning > reference;
  return { ...meaning, interval: { earliest: interval.earliest, latest: unwritten ? interval.latest : morning } };
}

/** "early hours", "the small hours", "the early morning hours", "the pre-dawn hours": the end of the phrase. */
function readHours(tokens: Tokens, i: number): number | undefined {
  let j = tokens.skip(i, "the");
  if (tokens.word(j) === "pre" && tokens.word(j + 1) === "-" && tokens.word(j + 2) === "dawn") j += 3;
  else if (/^(early|small|wee|predawn|first)$/.test(tokens.word(j))) j++;
  else return undefined;
  if (tokens.word(j - 1) === "first" && tokens.word(j) === "hours") return undefined;
  j = tokens.skip(j, "morning");
  if (tokens.word(j) !== "hours") return undefined;
  j++;
  if (tokens.word(j) === "of" && tokens.word(j + 1) === "the" && tokens.word(j + 2) === "morning") j += 3;
  return j;
}

function on(date: Reading, part: string, context: Context): Meaning | undefined {
  const day = date.resolve(context);
  if (!day || (day.grain !== undefined && day.grain !== "day")) return undefined;
  const meaning: Meaning = { ...day, type: "TIME", value: `${day.value.slice(0, 10)}T${part}` };
  return part === "NI" ? night(meaning, context) : meaning;
}

function relative(way: "back" | "ahead" | "here" | "there", part: string, context: Context): Meaning {
  const told = context.told("day");
  const against = way === "there" && told ? "told" : "published";
  const shift = way === "back" ? -1 : way === "ahead" ? 1 : 0;
  const day = (against === "told" ? told!.interval.earliest : context.reference) + shift;
  const meaning: Meaning = {
    type: "TIME",
    value: `${isoDate(day)}T${part}`,
    interval: { earliest: day, latest: day },
    grain: "day",
    against,
    reason: against === "told" ? "a part of the last day told" : "a part of a day counted from the day of writing",
  };
  return part === "NI" ? night(meaning, context) : meaning;
}
