import { civil, dayOf, daysInMonth } from "../calendar.ts";
import type { Form } from "../form.ts";
import { readOrdinal } from "../number.ts";
import { dayMeaning, monthDay } from "./month-day.ts";
import { numericDate } from "./numeric-date.ts";

/** An anniversary of a full date: "the tenth anniversary of the 14 July 2004 bombing" is 14 July 2014. Without the date it tells none. */
export const anniversary: Form = {
  name: "anniversary",
  read(tokens, i) {
    const nth = readOrdinal(tokens, tokens.skip(i, "the"));
    if (!nth || nth.value < 1 || nth.value > 500 || tokens.word(nth.end) !== "anniversary" || tokens.word(nth.end + 1) !== "of")
      return undefined;
    const j = tokens.skip(nth.end + 2, "the", "its", "their");
    const date = monthDay.read(tokens, j) ?? numericDate.read(tokens, j);
    if (!date?.absolute) return undefined;
    return {
      end: date.end,
      absolute: true,
      resolve(context) {
        const first = date.resolve(context)?.interval?.earliest;
        if (first === undefined) return undefined;
        const { year, month, day } = civil(first);
        const on = dayOf(year + nth.value, month, Math.min(day, daysInMonth(year + nth.value, month)));
        return dayMeaning(on, "so many years after the date it commemorates");
      },
    };
  },
};
