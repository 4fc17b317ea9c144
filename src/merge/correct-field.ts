import { acledOf, cameoRootOf, type Harm, PLOVER_TYPES } from "../what/index.ts";
import type { Decision, Json } from "./decision.ts";
import type { EventRecord, Evidence, RecordCount, Rival } from "./event-record.ts";

const HARMS: readonly Harm[] = ["killed", "injured", "abducted", "detained", "displaced"];
const PARTICIPANTS = ["actors", "recipients", "instruments"] as const;
const FACTUALITY = {
  certainty: ["certain", "probable", "possible", "unknown"],
  polarity: ["positive", "negative"],
  reality: ["occurred", "ongoing", "planned", "threatened", "hypothetical", "demanded"],
} as const;

type Fields = { readonly [key: string]: Json };

/**
 * A record with one field as a person set it, who and why, and the machine's value as a rival. A field that a record does not have, or a
 * value that the field cannot take, changes nothing.
 */
export function corrected(record: EventRecord, decision: Decision): EventRecord {
  const { field, value = null, by, why, id } = decision;
  if (field === undefined) return record;
  const changed = change(record, field, value, evidenceOf(record, decision));
  if (!changed) return record;
  const note = `${by} set ${field} (decision ${id})${why === undefined ? "" : `: ${why}`}`;
  const rivals = [...(record.rivals ?? []), ...rivalsOf(record, changed, field)];
  return { ...changed, ...(rivals.length > 0 && { rivals }), why: [...(record.why ?? []), note] };
}

/** The words that the decision rests on, where they stand in one of the record's reports. */
function evidenceOf(record: EventRecord, { evidence = [] }: Decision): Evidence[] {
  return evidence.flatMap(({ document, span, text }) => {
    const report = record.reports.findIndex((r) => r.document === document);
    return report < 0 ? [] : [{ report, span, text }];
  });
}

function change(record: EventRecord, field: string, value: Json, evidence: readonly Evidence[]): EventRecord | undefined {
  const harm = HARMS.find((h) => h === field);
  if (harm) return withToll(record, harm, value);
  const list = PARTICIPANTS.find((p) => p === field);
  if (list) {
    const names = Array.isArray(value) ? value : [value];
    const everybody = PARTICIPANTS.flatMap((p) => record[p]);
    return {
      ...record,
      [list]: names
        .filter((name) => typeof name === "string")
        .map((name) => everybody.find((p) => p.name === name) ?? { name, kind: "other", confidence: 1, evidence }),
    };
  }
  if (field === "type" || field === "mode") return withType(record, field, value);
  if (field === "place") return withPlace(record, value, evidence);
  if (field === "time") return withTime(record, value, evidence);
  if (field === "certainty" || field === "polarity" || field === "reality") {
    const said = FACTUALITY[field].find((v) => v === value);
    return said && { ...record, factuality: { ...record.factuality, [field]: said } };
  }
  return undefined;
}

function withToll(record: EventRecord, harm: Harm, value: Json): EventRecord | undefined {
  const { casualties, ...rest } = record;
  const { [harm]: was, ...others } = casualties ?? {};
  const toll = countOf(value, was);
  if (!toll && value !== null) return undefined;
  const all = { ...others, ...(toll && { [harm]: toll }) };
  return { ...rest, ...(Object.keys(all).length > 0 && { casualties: all }) };
}

function countOf(value: Json, was: RecordCount | undefined): RecordCount | undefined {
  const says = was?.says ?? [];
  if (typeof value === "number") return { low: value, best: value, high: value, says };
  if (!isFields(value) || typeof value.best !== "number") return undefined;
  const bound = (n: Json | undefined, otherwise: number) => (typeof n === "number" ? n : otherwise);
  return { low: bound(value.low, value.best), best: value.best, high: bound(value.high, value.best), says };
}

/** A type brings its own ACLED and CAMEO codes; the mode of another type does not fit it. */
function withType(record: EventRecord, field: "type" | "mode", value: Json): EventRecord | undefined {
  const type = field === "type" ? PLOVER_TYPES.find((known) => known === value) : record.type;
  if (type === undefined || (field === "mode" && value !== null && typeof value !== "string")) return undefined;
  const mode = field === "mode" ? (typeof value === "string" ? value : undefined) : type === record.type ? record.mode : undefined;
  const { mode: _, acled: __, ...rest } = record;
  const acled = acledOf({ type, mode });
  const contexts = record.contexts ?? [];
  return {
    ...rest,
    type,
    ...(mode !== undefined && { mode }),
    ...(acled && { acled }),
    cameoRoot: cameoRootOf({ type, mode, contexts, acled }),
  };
}

/** A name (the machine's own place where it is the same), or an object with coordinates. */
function withPlace(record: EventRecord, value: Json, evidence: readonly Evidence[]): EventRecord | undefined {
  const { place, ...rest } = record;
  if (value === null) return rest;
  const given: Fields | undefined = typeof value === "string" ? { name: value } : isFields(value) ? value : undefined;
  if (!given || typeof given.name !== "string") return undefined;
  if (typeof value === "string" && place?.name === value) return record;
  const more = pick(given, ["latitude", "longitude", "radiusKm", "country", "admin1", "geonames"]);
  return { ...rest, place: { name: given.name, confidence: 1, evidence, ...more } };
}

/** One day, or an object with the earliest and the latest. */
function withTime(record: EventRecord, value: Json, evidence: readonly Evidence[]): EventRecord | undefined {
  const { time, ...rest } = record;
  if (value === null) return rest;
  const given: Fields | undefined = typeof value === "string" ? { earliest: value, latest: value } : isFields(value) ? value : undefined;
  if (!given) return undefined;
  return { ...rest, time: { evidence: evidence.length > 0 ? evidence : (time?.evidence ?? []), ...pick(given, ["earliest", "latest"]) } };
}

/** What the machine had said of the field, with the reports that say so. */
function rivalsOf(before: EventRecord, after: EventRecord, field: string): Rival[] {
  const everyReport = before.reports.map((_, i) => i);
  const cited = (evidence: readonly Evidence[] | undefined) => {
    const reports = [...new Set((evidence ?? []).map(({ report }) => report))];
    return reports.length > 0 ? reports : everyReport;
  };
  const rival = (of: Rival["field"], was: string | undefined, now: string | undefined, reports: readonly number[]): Rival[] =>
    was === undefined || was === now ? [] : [{ field: of, value: was, reports }];
  const harm = HARMS.find((h) => h === field);
  if (harm) {
    const [was, now] = [before.casualties?.[harm], after.casualties?.[harm]];
    return rival(harm, was && String(was.best), now && String(now.best), cited(was?.says));
  }
  if (field === "actors" || field === "recipients") {
    const kept = new Set(after[field].map(({ name }) => name));
    return before[field].filter(({ name }) => !kept.has(name)).map((p) => ({ field, value: p.name, reports: cited(p.evidence) }));
  }
  if (field === "type") return rival("type", before.type, after.type, everyReport);
  if (field === "place") return rival("place", before.place?.name, after.place?.name, cited(before.place?.evidence));
  const days = ({ time }: EventRecord) => (time ? `${time.earliest ?? ""}/${time.latest ?? ""}` : undefined);
  if (field === "time") return rival("time", days(before), days(after), cited(before.time?.evidence));
  if (field === "reality") return rival("reality", before.factuality.reality, after.factuality.reality, everyReport);
  return [];
}

function pick(fields: Fields, names: readonly string[]): { readonly [key: string]: Json } {
  return Object.fromEntries(names.flatMap((name) => (fields[name] === undefined || fields[name] === null ? [] : [[name, fields[name]]])));
}

function isFields(value: Json): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
