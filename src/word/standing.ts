import type { Factuality } from "./layers.ts";

/** What has been learnt of an event's standing on the way up the tree. Nearer words speak first: what they settle stays. */
export interface Standing {
  reality: Factuality["reality"] | undefined;
  negative: boolean;
  certainty: Factuality["certainty"];
  /** Whether a noun of long duration was met ("efforts", "siege"): in a present clause it goes on. */
  lasting: boolean;
  readonly reasons: string[];
}

const RANK: Record<Factuality["certainty"], number> = { certain: 0, probable: 1, possible: 2, unknown: 3 };

export function openStanding(): Standing {
  return { reality: undefined, negative: false, certainty: "certain", lasting: false, reasons: [] };
}

/** Settles the reality, unless a nearer word has. */
export function settle(standing: Standing, reality: Factuality["reality"], reason: string): void {
  if (standing.reality !== undefined) return;
  standing.reality = reality;
  standing.reasons.push(reason);
}

/** Lowers the certainty, never raises it. */
export function weaken(standing: Standing, certainty: Factuality["certainty"], reason: string): void {
  if (RANK[certainty] <= RANK[standing.certainty]) return;
  standing.certainty = certainty;
  standing.reasons.push(reason);
}

/** Turns the polarity round: two negations undo each other. */
export function negate(standing: Standing, reason: string): void {
  standing.negative = !standing.negative;
  standing.reasons.push(reason);
}
