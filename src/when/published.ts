import { type Day, dayOf, daysInMonth } from "./calendar.ts";

/** The days on which a text may have been written, both inclusive; an end that nothing bounds is absent. */
export interface Window {
  readonly earliest?: Day;
  readonly latest?: Day;
  readonly reasons: readonly string[];
}

/** The window that a date of publication leaves: one day for "2024-08-14" or "2024-08-14T10:00Z", a month for "2024-08", a year for "2024". */
export function publishedWindow(published: string | undefined): Window | undefined {
  const match = published === undefined ? null : /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(published);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  const reasons = ["the date of publication"];
  if (month === undefined || month < 1 || month > 12) return { earliest: dayOf(year, 1, 1), latest: dayOf(year, 12, 31), reasons };
  const last = daysInMonth(year, month);
  if (day === undefined || day < 1 || day > last) return { earliest: dayOf(year, month, 1), latest: dayOf(year, month, last), reasons };
  return { earliest: dayOf(year, month, day), latest: dayOf(year, month, day), reasons };
}
