import { dayOf } from "./date.ts";

/** A line that is nothing but a date, with or without "Published" before it and a time after it. */
export function publicationLine(line: string): string | undefined {
  const bare = line.trim().replace(/^(?:(?:first )?published|posted|issued|date|on|updated and published)\b[\s:|on–-]*/i, "");
  const day = dayOf(bare);
  if (day === undefined || day.length < 10) return undefined;
  const left = bare
    .replace(
      /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:a\.?m|p\.?m|gmt|utc|[a-z]{1,3}t|at|z|updated)\b/gi,
      "",
    )
    .replace(/\d+(?:st|nd|rd|th)?/g, "");
  return /\p{L}{2,}/u.test(left) ? undefined : day;
}
