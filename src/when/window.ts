import { type Day, isoDate } from "./calendar.ts";
import type { Found } from "./find.ts";
import type { Context, Tense } from "./form.ts";
import type { Window } from "./published.ts";
import type { Tokens } from "./tokens.ts";

/**
 * When a text was written, as far as its own words tell: not before the latest date that it tells as past, not after the first one that it
 * tells as still to come. Within a month or year of publication, days without a year count too. Today's date plays no part.
 */
export function narrowWindow(
  tokens: Tokens,
  found: readonly Found[],
  tenses: readonly (Tense | undefined)[],
  published: Window | undefined,
): Window | undefined {
  if (published?.earliest !== undefined && published.earliest === published.latest) return published;
  let earliest: Day | undefined = published?.earliest;
  let latest: Day | undefined = published?.latest;
  let past = "";
  let ahead = "";
  found.forEach(({ start, end, reading, form }, k) => {
    if (!reading.absolute && !(published?.latest !== undefined && form === "month and day")) return;
    const context: Context = { reference: published?.latest ?? 0, tense: tenses[k], told: () => undefined };
    const meaning = reading.resolve(context);
    if (meaning?.type !== "DATE" || !meaning.interval || meaning.grain === "decade" || meaning.grain === "century") return;
    const words = tokens.text.slice(tokens.starts[start], tokens.ends[end - 1]);
    const { earliest: from, latest: to } = meaning.interval;
    if (tenses[k] === "future") {
      if ((latest === undefined || to < latest) && (published?.earliest === undefined || to >= published.earliest)) {
        latest = to;
        ahead = words;
      }
    } else if (
      tenses[k] === "past" &&
      (earliest === undefined || from > earliest) &&
      (published?.latest === undefined || from <= published.latest)
    ) {
      earliest = from;
      past = words;
    }
  });
  if (earliest === undefined && latest === undefined) return undefined;
  // Two statements that exclude each other bound nothing.
  if (earliest !== undefined && latest !== undefined && latest < earliest) {
    if (published) return published;
    latest = undefined;
  }
  const reasons = [...(published?.reasons ?? [])];
  if (past !== "" && earliest !== undefined) reasons.push(`not written before ${isoDate(earliest)}: the text tells of “${past}” as past`);
  if (ahead !== "" && latest !== undefined)
    reasons.push(`not written after ${isoDate(latest)}: the text tells of “${ahead}” as still to come`);
  return { ...(earliest === undefined ? {} : { earliest }), ...(latest === undefined ? {} : { latest }), reasons };
}
