import type { Decision } from "./decision.ts";
import type { EventRecord } from "./event-record.ts";

/** Events that people added, each a record of its own. `decisions` must be standing ones. */
export function addedEvents(decisions: readonly Decision[]): EventRecord[] {
  return decisions.flatMap((decision) => addedEvent(decision) ?? []);
}

function addedEvent({ kind, value }: Decision): EventRecord | undefined {
  if (kind !== "add" || typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const record = value as unknown as Partial<EventRecord>;
  const complete =
    typeof record.id === "string" && typeof record.type === "string" && Array.isArray(record.reports) && record.reports.length > 0;
  return complete ? ({ actors: [], recipients: [], instruments: [], confidence: 1, independent: 1, ...record } as EventRecord) : undefined;
}
