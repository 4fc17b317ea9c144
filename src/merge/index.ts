/** From mentions in many documents to events: the records, what people decided about them, and how one report reads as a record. */
export type { Decision, DecisionKind, Json, NewDecision } from "./decision.ts";
export type { EventRecord, Evidence, Participant, RecordCount, RecordPlace, RecordTime, Report, Rival } from "./event-record.ts";
export { mentionId, recordOf, recordsOf } from "./one-report.ts";
