import { corrected } from "./correct-field.ts";
import type { Decision } from "./decision.ts";
import type { EventRecord } from "./event-record.ts";
import type { MentionFinder } from "./resolve-decisions.ts";

/** What people decided of single events: by the id of the event or mention that each decision means. */
export type DecisionsOn = ReadonlyMap<string, readonly Decision[]>;

/** Decisions on what an event is (not on who belongs together), by their subject, in their order. `decisions` must be standing ones. */
export function decisionsOn(decisions: readonly Decision[], finder: MentionFinder): DecisionsOn {
  const on = new Map<string, Decision[]>();
  for (const decision of decisions) {
    if (decision.kind !== "accept" && decision.kind !== "reject" && decision.kind !== "correct") continue;
    const subject = finder.find(decision, 0) ?? decision.subjects[0];
    if (subject === undefined) continue;
    const list = on.get(subject);
    if (list) list.push(decision);
    else on.set(subject, [decision]);
  }
  return on;
}

/**
 * The record as people left it: corrected fields stand, and what the machine had chosen stays as a rival; a rejected or accepted event
 * says so.
 */
export function decided(record: EventRecord, on: DecisionsOn): EventRecord {
  if (on.size === 0) return record;
  const subjects = new Set([record.id, ...record.reports.map(({ mention }) => mention)]);
  const mine = [...subjects].flatMap((subject) => on.get(subject) ?? []).sort((a, b) => a.id - b.id);
  let result = record;
  for (const decision of mine) {
    if (decision.kind === "reject") result = { ...result, review: "rejected" };
    else if (decision.kind === "accept") result = { ...result, review: "accepted" };
    else result = corrected(result, decision);
  }
  return result;
}
