import type { Document, Span } from "../document/index.ts";
import type { Casualty, Harm } from "../what/layers.ts";
import type { Count } from "./coded-document.ts";

const HARMS: readonly Harm[] = ["killed", "injured", "abducted", "detained", "displaced"];

/**
 * One count for each kind of harm out of all that an event's tellings give. A vague number ("dozens") gives way to a precise one
 * inside it; rival numbers stay, as the lowest low and the highest high; "best" is the last one told, because reports put the
 * newest toll in their latest words and an article's body corrects its title.
 */
export function mergeCounts(casualties: readonly Casualty[], document: Document, actorAt: (span: Span) => string | undefined) {
  const counts: Partial<Record<Harm, Count>> = {};
  for (const harm of HARMS) {
    const given = casualties.filter((c) => c.harm === harm);
    const precise = given.filter((c) => !given.some((other) => other !== c && isInside(other, c)));
    const chosen = precise.at(-1);
    if (!chosen) continue;
    const of = chosen.of && actorAt(chosen.of);
    counts[harm] = {
      low: Math.min(...precise.map((c) => c.low)),
      best: chosen.best,
      high: Math.max(...precise.map((c) => c.high)),
      span: chosen.span,
      text: document.slice(chosen.span),
      ...(of !== undefined && { of }),
    };
  }
  return counts;
}

/** Whether `narrow` says the same as `wide`, but more precisely. */
function isInside(narrow: Casualty, wide: Casualty): boolean {
  return wide.low <= narrow.low && narrow.high <= wide.high && narrow.high - narrow.low < wide.high - wide.low;
}
