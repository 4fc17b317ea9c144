import type { Day } from "./calendar.ts";
import { isoDate } from "./calendar.ts";
import type { Found } from "./find.ts";
import type { Context, Tense } from "./form.ts";
import type { Window } from "./published.ts";
import type { Tokens } from "./tokens.ts";

const NOWHERE: Context = { reference: 0, tense: undefined, told: () => undefined };

/**
 * When a text that bears no date may have been written, by its own words: not before the latest full date that it tells as past, not
 * after the first one that it tells as still to come. Today's date plays no part.
 */
export function windowFromText(tokens: Tokens, found: readonly Found[], tenses: readonly (Tense | undefined)[]): Window | undefined {
  let earliest: Day | undefined;
  let latest: Day | undefined;
  let past = "";
  let ahead = "";
  found.forEach(({ start, end, reading }, k) => {
    if (!reading.absolute) return;
    const meaning = reading.resolve(NOWHERE);
    if (meaning?.type !== "DATE" || !meaning.interval || meaning.grain === "decade" || meaning.grain === "century") return;
    const words = tokens.text.slice(tokens.starts[start], tokens.ends[end - 1]);
    if (tenses[k] === "future") {
      if (latest === undefined || meaning.interval.latest < latest) {
        latest = meaning.interval.latest;
        ahead = words;
      }
    } else if (tenses[k] === "past" && (earliest === undefined || meaning.interval.earliest > earliest)) {
      earliest = meaning.interval.earliest;
      past = words;
    }
  });
  if (earliest === undefined && latest === undefined) return undefined;
  // Two statements that exclude each other bound nothing.
  if (earliest !== undefined && latest !== undefined && latest < earliest) latest = undefined;
  const reasons = [];
  if (earliest !== undefined) reasons.push(`not written before ${isoDate(earliest)}: the text tells of “${past}” as past`);
  if (latest !== undefined) reasons.push(`not written after ${isoDate(latest)}: the text tells of “${ahead}” as still to come`);
  return { ...(earliest === undefined ? {} : { earliest }), ...(latest === undefined ? {} : { latest }), reasons };
}
