import type { EventRecord, Participant } from "../../merge/index.ts";
import type { Unit } from "../query.ts";
import type { Connection } from "./connection.ts";

/** Singular of a unit, as its side tables are named. */
export const ONE = { mentions: "mention", events: "event" } as const;

const COLUMNS = [
  "id",
  "type",
  "mode",
  "acled_event",
  "acled_sub_event",
  "country",
  "admin1",
  "place",
  "latitude",
  "longitude",
  "radius_km",
  "earliest",
  "latest",
  "killed_low",
  "killed",
  "killed_high",
  "injured",
  "abducted",
  "detained",
  "displaced",
  "certainty",
  "reality",
  "polarity",
  "voice",
  "publisher",
  "published",
  "confidence",
  "reports",
  "independent",
] as const;

/** The columns by which a record is filtered, sorted and counted. */
function factsOf(record: EventRecord): (string | number | null)[] {
  const { place, time, casualties, factuality } = record;
  const first = record.reports[0];
  return [
    record.id,
    record.type,
    record.mode ?? null,
    record.acled?.event ?? null,
    record.acled?.subEvent ?? null,
    place?.country ?? null,
    place?.admin1 ?? null,
    place?.name ?? null,
    place?.latitude ?? null,
    place?.longitude ?? null,
    place?.radiusKm ?? null,
    time?.earliest ?? time?.latest ?? null,
    time?.latest ?? time?.earliest ?? null,
    casualties?.killed?.low ?? null,
    casualties?.killed?.best ?? null,
    casualties?.killed?.high ?? null,
    casualties?.injured?.best ?? null,
    casualties?.abducted?.best ?? null,
    casualties?.detained?.best ?? null,
    casualties?.displaced?.best ?? null,
    factuality.certainty,
    factuality.reality,
    factuality.polarity,
    voiceOf(record),
    first?.publisher ?? null,
    first?.published ?? null,
    record.confidence,
    record.reports.length,
    record.independent,
  ];
}

/** "own" when some report tells of it in its author's own voice; else the kind of the first report's innermost attribution. */
export function voiceOf(record: EventRecord): string {
  if (record.reports.some((report) => report.attribution.length === 0)) return "own";
  return record.reports[0]?.attribution.at(-1)?.kind ?? "own";
}

/** Writes a record's rows: facts, whole record, names, words. `more` are the columns that only this unit has. */
export function insertRecord(
  connection: Connection,
  of: Unit,
  record: EventRecord,
  more: { readonly [column: string]: string | number },
): number {
  const columns = ["key", ...Object.keys(more), ...COLUMNS];
  const marks = columns.map(() => "?").join(", ");
  const one = ONE[of];
  const key = Number(connection.get("UPDATE last_keys SET key = key + 1 WHERE of = ? RETURNING key", [of])?.key);
  connection.run(`INSERT INTO ${of} (${columns.join(", ")}) VALUES (${marks})`, [key, ...Object.values(more), ...factsOf(record)]);
  connection.run(`INSERT INTO ${one}_records (key, record) VALUES (?, ?)`, [key, JSON.stringify(record)]);
  const names = namesOf(record);
  for (const [role, name, kind, country, known] of names) {
    connection.run(`INSERT INTO ${one}_names (owner, role, name, kind, country, known) VALUES (?, ?, ?, ?, ?, ?)`, [
      key,
      role,
      name,
      kind ?? null,
      country ?? null,
      known ?? null,
    ]);
  }
  connection.run(`INSERT INTO ${one}_words (rowid, words) VALUES (?, ?)`, [key, wordsOf(record, names)]);
  return key;
}

/** Removes a record's rows; the names and the whole record go with the facts. */
export function deleteRecord(connection: Connection, of: Unit, key: number): void {
  connection.run(`DELETE FROM ${ONE[of]}_words WHERE rowid = ?`, [key]);
  connection.run(`DELETE FROM ${of} WHERE key = ?`, [key]);
}

type Name = readonly [role: string, name: string, kind?: string, country?: string, known?: string];

function namesOf(record: EventRecord): Name[] {
  const names = new Map<string, Name>();
  const add = (...name: Name) => names.set(`${name[0]}\0${name[1]}`, name);
  const participants = (role: string, list: readonly Participant[]) => {
    for (const { name, kind, country, known } of list) add(role, name, kind, country, known);
  };
  participants("actor", record.actors);
  participants("recipient", record.recipients);
  participants("instrument", record.instruments);
  for (const report of record.reports) {
    if (report.publisher) add("publisher", report.publisher);
    for (const { source } of report.attribution) if (source.text) add("source", source.text);
  }
  return [...names.values()];
}

function wordsOf(record: EventRecord, names: readonly Name[]): string {
  const quotes = new Set(record.reports.map((report) => report.quote));
  return [...quotes, ...names.map((name) => name[1]), record.place?.name, record.place?.admin1].filter(Boolean).join("\n");
}
