import { type Interval, isoDate } from "./calendar.ts";
import type { Meaning } from "./form.ts";

const SEASONS: Readonly<Record<string, string>> = { SP: "21", SU: "22", FA: "23", WI: "24" };

/**
 * Extended Date/Time Format, level 1 (ISO 8601-2): a date as exact as it is known, "~" where approximate, "X" where a digit is not known,
 * an interval for what has no form of its own (weeks, quarters). Undefined where level 1 has no word for it.
 */
export function edtf(meaning: Meaning): string | undefined {
  if (meaning.type !== "DATE" && meaning.type !== "TIME") return undefined;
  const { value, interval } = meaning;
  const mark = meaning.approximate ? "~" : "";
  if (value.includes("/")) return interval ? stretch(interval, mark) : undefined;
  const date = value.slice(0, 10);
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return date + mark;
  if (/^\d{4}(-\d\d)?$/.test(value)) return value + mark;
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value);
  if (season) return `${season[1]}-${SEASONS[season[2]!]}${mark}`;
  if (/^(\d{3}X|\d\dXX|\d{4}-XX|\d{4}-\d\d-XX|\d{4}-XX-XX)$/.test(value)) return value;
  if (/^\d{2}$/.test(value)) return `${value}XX`;
  return interval ? stretch(interval, mark) : undefined;
}

function stretch({ earliest, latest }: Interval, mark: string): string {
  return `${isoDate(earliest)}${mark}/${isoDate(latest)}${mark}`;
}
