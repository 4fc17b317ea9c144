/** From mentions in many documents to events: the records, what people decided about them, and how reports become one event. */
export { type Agreement, agreement, type Rating } from "./agreement.ts";
export type { ArticlePrint } from "./article-print.ts";
export type { Decision, DecisionKind, Json, NewDecision } from "./decision.ts";
export type { EventRecord, Evidence, Participant, RecordCount, RecordPlace, RecordTime, Report, Rival } from "./event-record.ts";
export { withEvidence } from "./evidence-of.ts";
export { FEATURES, type Feature } from "./features/index.ts";
export { type HistoryStep, historyOf } from "./history.ts";
export { type Judgement, judge, loadWeights, type Weights } from "./judge.ts";
export { mainEvent } from "./main-event.ts";
export { type MergeArchiveOptions, type MergeOutcome, type MergeStore, mergeArchive } from "./merge-archive.ts";
export { type Merged, type MergeOptions, mergeRecords } from "./merge-records.ts";
export { mentionId, recordOf, recordsOf } from "./one-report.ts";
export { POLICIES, type Policy, type PolicyOptions } from "./policy.ts";
export { standing } from "./resolve-decisions.ts";
export { type View, viewOf } from "./view.ts";
