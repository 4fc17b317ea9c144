import { civil, dayOf } from "../calendar.ts";
import type { Form } from "../form.ts";
import { dayMeaning } from "./month-day.ts";

/** The last day of a year: "year-end", "by year's end", "year end". Past tense: of the year before the day of writing. */
export const yearEnd: Form = {
  name: "end of year",
  read(tokens, i) {
    if (tokens.word(i) !== "year") return undefined;
    let j = i + 1;
    if (/^['’]$/.test(tokens.word(j)) && tokens.word(j + 1) === "s") j += 2;
    else if (tokens.word(j) === "-" && tokens.glued(j)) j++;
    if (tokens.word(j) !== "end") return undefined;
    return {
      end: j + 1,
      open: "XXXX-12-31",
      resolve: ({ reference, tense }) => ({
        ...dayMeaning(dayOf(civil(reference).year - (tense === "past" ? 1 : 0), 12, 31), "the end of a year, by the verb's tense"),
        against: "published",
      }),
    };
  },
};
