import type { Form } from "../form.ts";
import { ago } from "./ago.ts";
import { anniversary } from "./anniversary.ts";
import { clock } from "./clock.ts";
import { comparedQuarter } from "./compared-quarter.ts";
import { daypart } from "./daypart.ts";
import { decade } from "./decade.ts";
import { duration } from "./duration.ts";
import { holiday } from "./holiday.ts";
import { modified } from "./modified.ts";
import { month } from "./month.ts";
import { monthDay } from "./month-day.ts";
import { numericDate } from "./numeric-date.ts";
import { period } from "./period.ts";
import { quarter } from "./quarter.ts";
import { reference } from "./reference.ts";
import { relativeDay } from "./relative-day.ts";
import { relativeUnit } from "./relative-unit.ts";
import { season } from "./season.ts";
import { set } from "./set.ts";
import { weekday } from "./weekday.ts";
import { year } from "./year.ts";
import { yearEnd } from "./year-end.ts";

const PLAIN: readonly Form[] = [
  anniversary,
  clock,
  daypart,
  monthDay,
  numericDate,
  month,
  weekday,
  relativeDay,
  quarter,
  comparedQuarter,
  season,
  decade,
  holiday,
  set,
  ago,
  period,
  relativeUnit,
  duration,
  reference,
  yearEnd,
  year,
];

/** Every date form. Where several read from the same word the longest reading wins, then the one that stands first here. */
export const FORMS: readonly Form[] = [modified(PLAIN), ...PLAIN];
