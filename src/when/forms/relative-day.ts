import { isoDate } from "../calendar.ts";
import type { Form, Meaning } from "../form.ts";
import { readOrdinal } from "../number.ts";
import { dayMeaning } from "./month-day.ts";

/** A day counted from the day of writing, or from the last one told: "today", "the day before yesterday", "the next day", "the same day". */
export const relativeDay: Form = {
  name: "relative day",
  read(tokens, i) {
    const known = tokens.known(i);
    if (known?.dayShift !== undefined) {
      const shift = known.dayShift;
      const night = tokens.word(i) === "tonight";
      return { end: i + 1, open: night ? "XXXX-XX-XXTNI" : "XXXX-XX-XX", resolve: ({ reference }) => shifted(reference, shift, night) };
    }
    const j = tokens.skip(i, "the");
    if (tokens.word(j) === "day" && (tokens.word(j + 1) === "before" || tokens.word(j + 1) === "after") && tokens.known(j + 2)?.dayShift) {
      const shift = tokens.known(j + 2)!.dayShift! + (tokens.word(j + 1) === "before" ? -1 : 1);
      return { end: j + 3, open: "XXXX-XX-XX", resolve: ({ reference }) => shifted(reference, shift, false) };
    }
    const direction = tokens.known(j)?.direction;
    if (direction && tokens.word(j + 1) === "day" && tokens.word(j) !== "current") {
      if (j > i && tokens.word(j) === "last") return undefined;
      const step = direction === "ahead" ? 1 : direction === "back" ? -1 : 0;
      if (direction === "here" || tokens.word(j) === "last" || tokens.word(j) === "past") return undefined;
      return { end: j + 2, resolve: (context) => fromTold(context.told("day")?.interval.earliest, step) };
    }
    if (j === i) return undefined;
    if (
      tokens.word(j) === "day" &&
      (j + 1 >= tokens.length || /^[.,;]$/.test(tokens.word(j + 1)) || /^(before|after)$/.test(tokens.word(j + 1)))
    ) {
      const step = tokens.word(j + 1) === "before" ? -1 : tokens.word(j + 1) === "after" ? 1 : 0;
      // "the day after the attack": a day told from an event, which is not known here.
      if (step !== 0 && !/^[.,;]$/.test(tokens.word(j + 2))) return undefined;
      return {
        end: step ? j + 2 : j + 1,
        open: "XXXX-XX-XX",
        resolve: (context) => fromTold(context.told("day")?.interval.earliest, step),
      };
    }
    const nth = readOrdinal(tokens, j);
    if (nth && tokens.word(nth.end) === "day" && /^(is|was|it|today)$/.test(tokens.word(i - 1)))
      return {
        end: nth.end + 1,
        open: "XXXX-XX-XX",
        resolve: ({ reference }) => ({ ...dayMeaning(reference, "the day of a series that it is today"), against: "published" }),
      };
    return undefined;
  },
};

function shifted(reference: number, shift: number, night: boolean): Meaning {
  const day = reference + shift;
  const meaning = dayMeaning(day, "counted from the day of writing");
  return night ? { ...meaning, type: "TIME", value: `${isoDate(day)}TNI`, against: "published" } : { ...meaning, against: "published" };
}

function fromTold(told: number | undefined, step: number): Meaning | undefined {
  return told === undefined ? undefined : { ...dayMeaning(told + step, "counted from the last day told"), against: "told" };
}
