import type { Harm } from "../what/layers.ts";
import type { EventRecord, RecordCount } from "./event-record.ts";
import { choose, type PolicyOptions, type Said } from "./policy.ts";

const HARMS: readonly Harm[] = ["killed", "injured", "abducted", "detained", "displaced"];

/**
 * What an event cost in people, harm by harm: the extremes of what anybody says, the policy's choice, and who says what. Wounded people die:
 * a report that knows of fewer deaths than the figure chosen counts among its injured some who are dead by then, so the injured are
 * chosen from what is left of each report's figure. What each report said stays as it said it.
 */
export function tollsOf(said: readonly Said<EventRecord>[], options: PolicyOptions): Partial<Record<Harm, RecordCount>> {
  const tolls: Partial<Record<Harm, RecordCount>> = {};
  for (const harm of HARMS) {
    const toll = tollOf(said, harm, tolls.killed?.best ?? 0, options);
    if (toll) tolls[harm] = toll;
  }
  return tolls;
}

function tollOf(said: readonly Said<EventRecord>[], harm: Harm, dead: number, options: PolicyOptions): RecordCount | undefined {
  const counts = said.flatMap(({ value, ...by }): Said<RecordCount & { readonly left: number }>[] => {
    const count = value.casualties?.[harm];
    if (!count) return [];
    const since = harm === "injured" ? Math.max(0, dead - (value.casualties?.killed?.best ?? 0)) : 0;
    return [{ ...by, value: { ...count, left: Math.max(0, count.best - since) } }];
  });
  const chosen = choose(
    counts,
    ({ left }) => String(left),
    ({ left }) => left,
    options,
  );
  if (!chosen) return undefined;
  const { left: best, of } = chosen.value;
  return {
    low: Math.min(best, ...counts.map(({ value }) => value.low)),
    best,
    high: Math.max(best, ...counts.map(({ value }) => value.high)),
    ...(of !== undefined && { of }),
    says: counts.flatMap(({ value, report }) => value.says.map((s) => ({ ...s, report }))),
  };
}
