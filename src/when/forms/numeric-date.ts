import { dayOf, daysInMonth } from "../calendar.ts";
import type { Form } from "../form.ts";
import { dayMeaning } from "./month-day.ts";

/**
 * A date in figures: "2024-08-13", "2024/08/13", "13/08/2024", "13.08.2024". Where day and month could be either way round
 * ("8/9/2024") the American order is read only if the other is impossible: two readings are no reading, so it is left out.
 */
export const numericDate: Form = {
  name: "date in figures",
  read(tokens, i) {
    if (!tokens.digits(i) || tokens.glued(i)) return undefined;
    const mark = tokens.word(i + 1);
    if (!/^[-/.]$/.test(mark) || tokens.word(i + 3) !== mark) return undefined;
    for (let k = 1; k < 5; k++) if (!tokens.glued(i + k)) return undefined;
    const [a, b, c] = [tokens.integer(i), tokens.integer(i + 2), tokens.integer(i + 4)];
    if (a < 0 || b < 0 || c < 0) return undefined;
    let end = i + 5;
    if (tokens.word(i).length === 4) {
      if (!valid(a, b, c)) return undefined;
      if (/^t$/.test(tokens.word(end)) && tokens.glued(end)) end++;
      return { end: i + 5, absolute: true, resolve: () => dayMeaning(dayOf(a, b, c), "a date in figures") };
    }
    const year = tokens.word(i + 4).length === 4 ? c : tokens.word(i + 4).length === 2 && mark === "/" ? 2000 + c : -1;
    if (year < 1500 || year > 2100) return undefined;
    const dayFirst = valid(year, b, a);
    const monthFirst = valid(year, a, b);
    if (dayFirst === monthFirst && a !== b) return undefined;
    const [month, day] = dayFirst ? [b, a] : [a, b];
    if (!valid(year, month, day)) return undefined;
    return { end, absolute: true, resolve: () => dayMeaning(dayOf(year, month, day), "a date in figures") };
  },
};

function valid(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
