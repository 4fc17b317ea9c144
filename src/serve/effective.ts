import type { Archive } from "../archive/index.ts";
import type { Decision, EventRecord, Json } from "../merge/index.ts";

/** An event with what people decided about it. */
export interface ReviewedEvent {
  /** As it reads with people's corrections in place. */
  readonly record: EventRecord;
  readonly review: "accepted" | "rejected" | "unsure" | "open";
  /** Fields that a person has set, with the decision that did. */
  readonly corrected: Readonly<Record<string, number>>;
}

/** Every id by which decisions may name an event: its own and its mentions'. */
export function subjectsOf(record: EventRecord): string[] {
  return [...new Set([record.id, ...record.reports.map((report) => report.mention)])];
}

/** Events with the standing decisions on them, asked for in one go. */
export async function reviewed(archive: Archive, records: readonly EventRecord[]): Promise<ReviewedEvent[]> {
  if (records.length === 0) return [];
  const decisions = await archive.decisions({ subjects: records.flatMap(subjectsOf), standing: true });
  return records.map((record) => {
    const subjects = new Set(subjectsOf(record));
    return withDecisions(
      record,
      decisions.filter((decision) => decision.subjects.some((subject) => subjects.has(subject))),
    );
  });
}

/** An event as people corrected it. Later decisions outrank earlier ones. */
export function withDecisions(record: EventRecord, decisions: readonly Decision[]): ReviewedEvent {
  let review: ReviewedEvent["review"] = "open";
  let corrected: EventRecord = record;
  const fields: Record<string, number> = {};
  for (const decision of decisions) {
    if (decision.kind === "accept") review = "accepted";
    else if (decision.kind === "reject") review = "rejected";
    else if (decision.kind === "unsure" && decision.subjects.length === 1) review = "unsure";
    else if (decision.kind === "correct" && decision.field !== undefined) {
      const changed = corrections(corrected, decision.field, decision.value ?? null, decision);
      if (changed) {
        corrected = { ...corrected, ...changed };
        fields[decision.field] = decision.id;
      }
    }
  }
  return { record: corrected, review, corrected: fields };
}

const HARMS = ["killed", "injured", "abducted", "detained", "displaced"] as const;

/** What a correction changes; undefined for a field or a value that has no place in a record. */
function corrections(record: EventRecord, field: string, value: Json, decision: Decision): Partial<EventRecord> | undefined {
  const evidence = (decision.evidence ?? []).flatMap(({ document, span, text }) => {
    const report = record.reports.findIndex((r) => r.document === document);
    return report < 0 ? [] : [{ report, span, text }];
  });
  const harm = HARMS.find((name) => name === field);
  if (harm) {
    const { [harm]: before, ...others } = record.casualties ?? {};
    if (value === null) return { casualties: others };
    const count = countOf(value);
    return count && { casualties: { ...others, [harm]: { ...count, says: before?.says ?? [] } } };
  }
  if (field === "actors" || field === "recipients" || field === "instruments") {
    if (value === null) return { [field]: [] };
    const names = (Array.isArray(value) ? value : [value]).filter((name): name is string => typeof name === "string" && name.trim() !== "");
    const known = [...record.actors, ...record.recipients, ...record.instruments];
    return {
      [field]: names.map((name) => known.find((p) => p.name === name) ?? { name, kind: "other" as const, confidence: 1, evidence }),
    };
  }
  if (field === "place") {
    if (value === null) return { place: undefined } as Partial<EventRecord>;
    if (typeof value !== "string" || value.trim() === "") return undefined;
    return { place: value === record.place?.name ? record.place : { name: value, confidence: 1, evidence } };
  }
  if (field === "time") {
    if (value === null) return { time: undefined } as Partial<EventRecord>;
    if (typeof value !== "object" || Array.isArray(value)) return undefined;
    const { earliest, latest } = value as { readonly [key: string]: Json };
    return {
      time: {
        ...(typeof earliest === "string" && { earliest }),
        ...(typeof latest === "string" && { latest }),
        evidence: evidence.length > 0 ? evidence : (record.time?.evidence ?? []),
      },
    };
  }
  if (field === "type" && typeof value === "string") return { type: value as EventRecord["type"] };
  if ((field === "certainty" || field === "polarity" || field === "reality") && typeof value === "string")
    return { factuality: { ...record.factuality, [field]: value } };
  return undefined;
}

function countOf(value: Json): { low: number; best: number; high: number } | undefined {
  if (typeof value === "number") return { low: value, best: value, high: value };
  if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  const { low, best, high } = value as { readonly [key: string]: Json };
  return typeof low === "number" && typeof best === "number" && typeof high === "number" ? { low, best, high } : undefined;
}
