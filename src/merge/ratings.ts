import type { Rating } from "./agreement.ts";
import type { Decision } from "./decision.ts";

/** What people can agree on: whether an event is one, whether two reports tell of one event, and what a field is to be. */
export const QUESTIONS = ["event", "same event", "field"] as const;
export type Question = (typeof QUESTIONS)[number];

/** The reason of a decision that settles what two people differ on: it is no third opinion, and does not count in their agreement. */
export const ADJUDICATED = "adjudicated";

/**
 * Decisions as ratings, question by question. `decisions` must be standing ones, in their order. `eventOf` gives what a subject is called
 * by, so that decisions that name one event by different ids meet.
 */
export function ratingsOf(
  decisions: readonly Decision[],
  eventOf: (subject: string) => string = (subject) => subject,
): Record<Question, Rating[]> {
  const ratings: Record<Question, Rating[]> = { event: [], "same event": [], field: [] };
  for (const { kind, by, subjects, why, field, value } of decisions) {
    if (why === ADJUDICATED || subjects.length === 0) continue;
    const first = eventOf(subjects[0]!);
    if (kind === "accept" || kind === "reject" || (kind === "unsure" && subjects.length === 1))
      ratings.event.push({ item: first, by, value: kind });
    else if (kind === "same" || kind === "different" || kind === "unsure")
      for (const item of pairsOf(subjects)) ratings["same event"].push({ item, by, value: kind });
    else if (kind === "correct" && field !== undefined)
      ratings.field.push({ item: `${first} ${field}`, by, value: JSON.stringify(value ?? null) });
  }
  return ratings;
}

/** Each two of some reports, whatever order they are named in. */
function pairsOf(subjects: readonly string[]): string[] {
  const sorted = [...new Set(subjects)].sort();
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a} ${b}`));
}
