/**
 * Calendar arithmetic on day numbers: days since 1970-01-01 in the proleptic Gregorian calendar, as ISO 8601 counts them. Whole numbers
 * have no time zones and no clock, so the same text gives the same dates everywhere.
 */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  /** 1-31. */
  readonly day: number;
}

/** A stretch of the calendar, both ends inclusive. An absent end is open. */
export interface Interval {
  readonly earliest: Day;
  readonly latest: Day;
}

/** Day number of a civil date; months outside 1-12 carry over into other years. (H. Hinnant, "chrono-compatible date algorithms".) */
export function dayOf(year: number, month: number, day: number): Day {
  year += Math.floor((month - 1) / 12);
  month = ((((month - 1) % 12) + 12) % 12) + 1;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export function civil(day: Day): CivilDate {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** ISO weekday: Monday 1 to Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** ISO 8601 week: its year and number. The week belongs to the year that holds its Thursday. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const year = civil(thursday).year;
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

/** "2024-08-13"; years outside 0-9999 are outside ISO 8601's plain form and clipped to it. */
export function isoDate(day: Day): string {
  const { year, month, day: d } = civil(day);
  return `${pad(Math.min(9999, Math.max(0, year)), 4)}-${pad(month, 2)}-${pad(d, 2)}`;
}

/** Day number of an ISO date, "2024-08-13". */
export function dayFromIso(date: string): Day {
  return dayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

export function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** Moves a date by months and keeps the day of the month where the month has it. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: d } = civil(day);
  const first = dayOf(year, month + months, 1);
  const target = civil(first);
  return first + Math.min(d, daysInMonth(target.year, target.month)) - 1;
}

/** Western Easter Sunday (the anonymous Gregorian algorithm, Nature 1876) or Orthodox Easter (Meeus's Julian algorithm, plus 13 days: 1900-2099). */
export function easter(year: number, church: "western" | "orthodox"): Day {
  if (church === "orthodox") {
    const d = (19 * (year % 19) + 15) % 30;
    const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const month = Math.floor((d + e + 114) / 31);
    return dayOf(year, month, ((d + e + 114) % 31) + 1) + 13;
  }
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
