import type { Decision, Json } from "./decision.ts";
import type { EventRecord, RecordCount } from "./event-record.ts";
import type { MentionFinder } from "./resolve-decisions.ts";

const HARMS = ["killed", "injured", "abducted", "detained", "displaced"] as const;
type Fields = { readonly [key: string]: Json };

/**
 * The record as people left it: corrected fields stand, and what the machine had chosen stays as a rival; a rejected or accepted event
 * says so. `decisions` must be standing ones, in their order; those on other events are passed over.
 */
export function decided(record: EventRecord, decisions: readonly Decision[], finder: MentionFinder): EventRecord {
  const mine = new Set([record.id, ...record.reports.map(({ mention }) => mention)]);
  let result = record;
  for (const decision of decisions) {
    const subject = finder.find(decision, 0) ?? decision.subjects[0];
    if (subject === undefined || !mine.has(subject)) continue;
    if (decision.kind === "reject") result = { ...result, review: "rejected" };
    if (decision.kind === "accept") result = { ...result, review: "accepted" };
    if (decision.kind === "correct" && decision.field !== undefined) result = correct(result, decision);
  }
  return result;
}

/** Sets one field. A field that a record does not have is left alone. */
function correct(record: EventRecord, { field, value, by, why, id }: Decision): EventRecord {
  const note = `${by} set ${field} (decision ${id})${why === undefined ? "" : `: ${why}`}`;
  const base = { ...record, why: [...(record.why ?? []), note] };
  const harm = HARMS.find((h) => h === field);
  if (harm) {
    const { [harm]: was, ...others } = record.casualties ?? {};
    const toll = countOf(value ?? null, was);
    const rival =
      was && toll?.best !== was.best
        ? [{ field: harm, value: String(was.best), reports: [...new Set(was.says.map((s) => s.report))] }]
        : [];
    const casualties = { ...others, ...(toll && { [harm]: toll }) };
    const { casualties: _, ...rest } = base;
    return {
      ...rest,
      ...(Object.keys(casualties).length > 0 && { casualties }),
      ...(rival.length > 0 && { rivals: [...(record.rivals ?? []), ...rival] }),
    };
  }
  if (field === "place" || field === "time" || field === "mode") {
    const { [field]: _, ...rest } = base;
    if (value === null || value === undefined) return rest;
    if (field === "mode") return typeof value === "string" ? { ...rest, mode: value } : base;
    const given =
      typeof value === "string"
        ? field === "place"
          ? { name: value }
          : { earliest: value, latest: value }
        : isFields(value)
          ? value
          : undefined;
    if (!given) return base;
    return field === "place"
      ? {
          ...rest,
          place: {
            name: String(given.name ?? ""),
            confidence: 1,
            evidence: [],
            ...pick(given, ["latitude", "longitude", "radiusKm", "country", "admin1", "geonames"]),
          },
        }
      : { ...rest, time: { evidence: [], ...pick(given, ["earliest", "latest"]) } };
  }
  if (field === "actors" || field === "recipients") {
    const names = Array.isArray(value) ? value.filter((v) => typeof v === "string") : typeof value === "string" ? [value] : [];
    const list = names.map(
      (name) => record[field].find((p) => p.name === name) ?? { name, kind: "other" as const, confidence: 1, evidence: [] },
    );
    return { ...base, [field]: list };
  }
  return record;
}

function countOf(value: Json, was: RecordCount | undefined): RecordCount | undefined {
  const says = was?.says ?? [];
  if (typeof value === "number") return { low: value, best: value, high: value, says };
  if (!isFields(value) || typeof value.best !== "number") return undefined;
  const bound = (n: Json | undefined, otherwise: number) => (typeof n === "number" ? n : otherwise);
  return { low: bound(value.low, value.best), best: value.best, high: bound(value.high, value.best), says };
}

function pick(fields: Fields, names: readonly string[]): { readonly [key: string]: Json } {
  return Object.fromEntries(names.flatMap((name) => (fields[name] === undefined || fields[name] === null ? [] : [[name, fields[name]]])));
}

function isFields(value: Json): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
