import type { Form, Reading } from "../form.ts";
import type { Tokens } from "../tokens.ts";
import { holiday } from "./holiday.ts";
import { monthDay } from "./month-day.ts";
import { numericDate } from "./numeric-date.ts";
import { relativeDay } from "./relative-day.ts";
import { weekday } from "./weekday.ts";

const DAYS: readonly Form[] = [monthDay, numericDate, weekday, relativeDay, holiday];

/** The longest reading of one day at a token, for forms that hold a day: "Friday evening", "noon Thursday". */
export function readDate(tokens: Tokens, i: number): Reading | undefined {
  let best: Reading | undefined;
  for (const form of DAYS) {
    const reading = form.read(tokens, i);
    if (reading && (!best || reading.end > best.end)) best = reading;
  }
  return best;
}
