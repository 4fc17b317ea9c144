import { isoDate, pad } from "../calendar.ts";
import type { Context, Form, Meaning, Reading } from "../form.ts";
import { readCardinal } from "../number.ts";
import type { Tokens } from "../tokens.ts";
import { readDate } from "./date.ts";

interface Clock {
  readonly end: number;
  /** 0-24; 24 is midnight at the end of the day, as ISO 8601 has it. */
  readonly hour: number;
  readonly minute?: number;
  readonly zone?: string;
}

const ZONES: Record<string, string> = { gmt: "Z", utc: "Z", z: "Z" };
const OTHER_ZONES = new Set([
  "est",
  "edt",
  "et",
  "cst",
  "cdt",
  "ct",
  "mst",
  "mdt",
  "pst",
  "pdt",
  "pt",
  "bst",
  "cet",
  "cest",
  "eet",
  "eest",
  "msk",
  "ist",
  "pkt",
  "ast",
  "local",
  "eastern",
]);

/** A time of day, with its day: "10:35 a.m.", "noon Thursday", "5 p.m. EST Nov. 9", "1830 GMT", "4 in the morning", "midnight Friday". */
export const clock: Form = {
  name: "time of day",
  read(tokens, i) {
    const found = readClock(tokens, i);
    if (!found) return undefined;
    let j = tokens.skip(found.end, ",");
    j = tokens.skip(j, "on");
    const date = tokens.breaks(j) ? undefined : readDate(tokens, j);
    const end = date?.end ?? found.end;
    const suffix = `T${pad(found.hour, 2)}:${pad(found.minute ?? 0, 2)}${found.zone ?? ""}`;
    return { end, open: `${date?.open ?? "XXXX-XX-XX"}${suffix}`, resolve: (context) => timed(date, suffix, context) };
  },
};

function timed(date: Reading | undefined, suffix: string, context: Context): Meaning | undefined {
  const day = date?.resolve(context);
  if (day)
    return day.grain === "day"
      ? { ...day, type: "TIME", value: day.value.slice(0, 10) + suffix }
      : { ...day, type: "TIME", value: `XXXX-XX-XX${suffix}` };
  const told = context.told("day");
  // "Friday night … at about 2 a.m." is Saturday's morning.
  const after = told?.night && Number(suffix.slice(1, 3)) < 7 ? 1 : 0;
  const on = (told?.interval.earliest ?? context.reference) + after;
  return {
    type: "TIME",
    value: isoDate(on) + suffix,
    interval: { earliest: on, latest: on },
    grain: "day",
    against: told ? "told" : "published",
    reason: "a time of the last day told",
  };
}

export function readClock(tokens: Tokens, i: number): Clock | undefined {
  const word = tokens.word(i);
  if (word === "noon" || word === "midday") return { end: i + 1, hour: 12 };
  if (word === "midnight") return { end: i + 1, hour: 24 };
  const number = tokens.digits(i) ? undefined : readCardinal(tokens, i);
  let hour = number?.value ?? tokens.integer(i);
  if (hour < 0 || (number && !Number.isInteger(hour))) return undefined;
  let end = number?.end ?? i + 1;
  let minute: number | undefined;
  if (/^[:.]$/.test(tokens.word(end)) && tokens.glued(end) && tokens.glued(end + 1) && /^[0-5]\d$/.test(tokens.word(end + 1))) {
    const dotted = tokens.word(end) === ".";
    minute = tokens.integer(end + 1);
    end += 2;
    if (tokens.word(end) === ":" && tokens.glued(end) && /^\d\d$/.test(tokens.word(end + 1))) end += 2;
    const half = readHalf(tokens, end);
    if (dotted && !half && !zone(tokens, end)) return undefined;
    if (!half && tokens.word(i).length > 2) return undefined;
  } else if (!number && /^\d{4}$/.test(word) && zone(tokens, end) && !readHalf(tokens, end)) {
    // "1830 GMT"
    minute = hour % 100;
    hour = Math.floor(hour / 100);
    if (minute > 59) return undefined;
  } else if (tokens.word(end) === "o" && /^['’]$/.test(tokens.word(end + 1)) && tokens.word(end + 2) === "clock") end += 3;
  else if (!readHalf(tokens, end) || (!number && tokens.word(i).length > 2)) return undefined;
  const half = readHalf(tokens, end);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + half.add;
    end = half.end;
  }
  if (hour > 24 || (hour === 24 && minute)) return undefined;
  const zoned = zone(tokens, end);
  const clock: Clock = { end: zoned?.end ?? end, hour };
  return { ...clock, ...(minute === undefined ? {} : { minute }), ...(zoned?.value ? { zone: zoned.value } : {}) };
}

/** "a.m.", "pm", "in the morning", "in the afternoon": hours to add to the clock's. */
function readHalf(tokens: Tokens, i: number): { readonly end: number; readonly add: number } | undefined {
  const word = tokens.word(i);
  if (word === "am" || word === "pm") return { end: i + 1, add: word === "am" ? 0 : 12 };
  if ((word === "a" || word === "p") && tokens.word(i + 1) === "." && tokens.word(i + 2) === "m" && tokens.glued(i + 2))
    return { end: tokens.word(i + 3) === "." && tokens.glued(i + 3) ? i + 4 : i + 3, add: word === "a" ? 0 : 12 };
  const j = word === "in" && tokens.word(i + 1) === "the" ? i + 2 : word === "at" ? i + 1 : -1;
  if (j > 0) {
    const part = tokens.known(j)?.daypart;
    if (part === "MO") return { end: j + 1, add: 0 };
    if (part === "AF" || part === "EV" || (part === "NI" && word === "at")) return { end: j + 1, add: 12 };
  }
  return undefined;
}

function zone(tokens: Tokens, i: number): { readonly end: number; readonly value?: string } | undefined {
  const j = tokens.skip(i, "(");
  const word = tokens.word(j);
  const known = ZONES[word];
  if (known && word !== "z") return { end: j > i ? tokens.skip(j + 1, ")") : j + 1, value: known };
  if (word === "local" && tokens.word(j + 1) === "time") return { end: j + 2 };
  if (j === i && OTHER_ZONES.has(word) && word !== "local" && tokens.capitalised(j)) return { end: tokens.skip(j + 1, "time") };
  return undefined;
}
