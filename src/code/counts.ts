import type { Document, Span } from "../document/index.ts";
import type { Casualty, Harm } from "../what/layers.ts";
import type { Count } from "./coded-document.ts";

const HARMS: readonly Harm[] = ["killed", "injured", "abducted", "detained", "displaced"];

/** A count with whose word it is: the innermost source's characters, empty for the author's own voice. */
export interface GivenCount {
  readonly casualty: Casualty;
  readonly source: string;
}

/** A number no larger than this share of the largest is a part of it ("16 were killed, one of them a nurse"), not a rival … */
const PART = 0.5;
/** … unless another source gives it, and it is not tiny beside the largest. */
const RIVAL = 0.2;

/**
 * One count for each kind of harm out of all that an event's tellings give. A vague number ("dozens") gives way to a precise one
 * inside it; rival numbers stay, as the lowest low and the highest high; "best" is the one told most often, of several the last: an
 * article repeats its toll, puts the newest one into its latest words, and its body corrects its title.
 */
export function mergeCounts(given: readonly GivenCount[], document: Document, actorAt: (span: Span) => string | undefined) {
  const counts: Partial<Record<Harm, Count>> = {};
  for (const harm of HARMS) {
    const all = given.filter((g) => g.casualty.harm === harm);
    const largest = all.reduce<GivenCount | undefined>((a, b) => (a === undefined || b.casualty.best > a.casualty.best ? b : a), undefined);
    const whole = all.filter((g) => !isPart(g, largest!)).map((g) => g.casualty);
    const precise = whole.filter((c) => !whole.some((other) => other !== c && isInside(other, c)));
    const chosen = bestTold(precise);
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

/** The number told most often, of those told equally often the last; not one that is far below the largest. */
function bestTold(counts: readonly Casualty[]): Casualty | undefined {
  const largest = Math.max(...counts.map((c) => c.best));
  const near = counts.filter((c) => c.best > largest * PART || largest === 0);
  const times = (c: Casualty): number => near.filter((other) => other.best === c.best).length;
  const most = Math.max(...near.map(times));
  return near.findLast((c) => times(c) === most);
}

function isPart(given: GivenCount, largest: GivenCount): boolean {
  const share = largest.casualty.best === 0 ? 1 : given.casualty.best / largest.casualty.best;
  if (share > PART) return false;
  // A single one among several is one of them, whoever says so: nobody disputes a toll of four by a toll of one.
  if (given.casualty.best <= 1) return true;
  return given.source === "" || given.source === largest.source || share < RIVAL;
}

/** Whether `narrow` says the same as `wide`, but more precisely. */
function isInside(narrow: Casualty, wide: Casualty): boolean {
  return wide.low <= narrow.low && narrow.high <= wide.high && narrow.high - narrow.low < wide.high - wide.low;
}
