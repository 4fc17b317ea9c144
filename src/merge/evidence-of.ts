import type { NewDecision } from "./decision.ts";
import type { EventRecord } from "./event-record.ts";

/**
 * A decision with the words that its subjects rest on, one entry for each subject: with them it is found again after its documents
 * were coded anew. `records` are the subjects' records (or undefined), in their order; if one has none the decision stays as it is.
 */
export function withEvidence(decision: NewDecision, records: readonly (EventRecord | undefined)[]): NewDecision {
  if (decision.evidence !== undefined || records.length !== decision.subjects.length) return decision;
  const evidence = records.flatMap((record, i) => {
    const report = record?.reports.find(({ mention }) => mention === decision.subjects[i]) ?? record?.reports[0];
    return report ? [{ document: report.document, span: report.trigger.span, text: report.trigger.text }] : [];
  });
  return evidence.length === records.length ? { ...decision, evidence } : decision;
}
