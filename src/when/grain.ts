import { addMonths, civil, type Day, dayOf, type Interval, isoDate, isoWeek, pad, weekdayOf } from "./calendar.ts";

/** The units that TIMEX3 values name a stretch of the calendar by. */
export type Grain = "day" | "week" | "weekend" | "month" | "quarter" | "season" | "year" | "decade" | "century";

export type Season = "SP" | "SU" | "FA" | "WI";

/** The unit of the calendar that a day lies in. */
export function unitAround(day: Day, grain: Exclude<Grain, "season">): Interval {
  const { year, month } = civil(day);
  switch (grain) {
    case "day":
      return { earliest: day, latest: day };
    case "week": {
      const monday = day - weekdayOf(day) + 1;
      return { earliest: monday, latest: monday + 6 };
    }
    case "weekend": {
      const monday = day - weekdayOf(day) + 1;
      return { earliest: monday + 5, latest: monday + 6 };
    }
    case "month":
      return months(year, month, 1);
    case "quarter":
      return months(year, Math.floor((month - 1) / 3) * 3 + 1, 3);
    case "year":
      return months(year, 1, 12);
    case "decade":
      return months(Math.floor(year / 10) * 10, 1, 120);
    case "century":
      return months(Math.floor(year / 100) * 100, 1, 1200);
  }
}

/** `count` whole months from the first of `month`. */
export function months(year: number, month: number, count: number): Interval {
  return { earliest: dayOf(year, month, 1), latest: dayOf(year, month + count, 1) - 1 };
}

/** Moves a day by whole units: the same day of the week, of the month, of the year. */
export function move(day: Day, grain: Exclude<Grain, "season">, count: number): Day {
  switch (grain) {
    case "day":
      return day + count;
    case "week":
    case "weekend":
      return day + 7 * count;
    case "month":
      return addMonths(day, count);
    case "quarter":
      return addMonths(day, 3 * count);
    case "year":
      return addMonths(day, 12 * count);
    case "decade":
      return addMonths(day, 120 * count);
    case "century":
      return addMonths(day, 1200 * count);
  }
}

const MONTHS_PER_DECADE = 120;

/** The TIMEX3 value of the unit that a day lies in: 2024-08-13, 2024-W33, 2024-W33-WE, 2024-08, 2024-Q3, 2024, 202, 20 (ISO-TimeML 8.3.2). */
export function unitValue(day: Day, grain: Exclude<Grain, "season">): string {
  const { year, month } = civil(day);
  const yyyy = pad(Math.min(9999, Math.max(0, year)), 4);
  switch (grain) {
    case "day":
      return isoDate(day);
    case "week":
    case "weekend": {
      const week = isoWeek(day);
      return `${pad(week.year, 4)}-W${pad(week.week, 2)}${grain === "weekend" ? "-WE" : ""}`;
    }
    case "month":
      return `${yyyy}-${pad(month, 2)}`;
    case "quarter":
      return `${yyyy}-Q${Math.floor((month - 1) / 3) + 1}`;
    case "year":
      return yyyy;
    case "decade":
      return yyyy.slice(0, 3);
    case "century":
      return yyyy.slice(0, 2);
  }
}

/** The three months of a season that begins in `year`. */
export function seasonOf(year: number, first: number): Interval {
  return months(year, first, 3);
}

/** How many months a unit lasts; days and weeks have none. */
export function monthsIn(grain: Grain): number {
  return { day: 0, week: 0, weekend: 0, month: 1, quarter: 3, season: 3, year: 12, decade: MONTHS_PER_DECADE, century: 1200 }[grain];
}
