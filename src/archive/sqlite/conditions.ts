import type { SQLInputValue } from "node:sqlite";
import type { EventFilter, Unit } from "../query.ts";
import { ONE } from "./facts.ts";

export interface Conditions {
  /** To follow WHERE; "1" when nothing is asked. The table of the unit goes by the name `e`. */
  readonly sql: string;
  readonly parameters: readonly SQLInputValue[];
}

const HARM = { killed: "killed", injured: "injured", abducted: "abducted", detained: "detained", displaced: "displaced" } as const;

/** A filter as SQL. Values are bound, never spliced in. */
export function conditions(of: Unit, filter: EventFilter): Conditions {
  const parts: string[] = [];
  const parameters: SQLInputValue[] = [];
  const add = (sql: string, ...values: SQLInputValue[]) => {
    parts.push(sql);
    parameters.push(...values);
  };
  const among = (expression: string, values: readonly string[] | undefined) => {
    if (values) add(`${expression} IN (SELECT value FROM json_each(?))`, JSON.stringify(values));
  };
  const any = (values: readonly string[] | undefined, sql: string, each: (value: string) => SQLInputValue[]) => {
    if (values) add(values.length === 0 ? "0" : `(${values.map(() => sql).join(" OR ")})`, ...values.flatMap(each));
  };
  const between = (column: string, range: { readonly min?: number; readonly max?: number } | undefined) => {
    if (range?.min !== undefined) add(`${column} >= ?`, range.min);
    if (range?.max !== undefined) add(`${column} <= ?`, range.max);
  };
  const one = ONE[of];
  const named = (roles: string, test: string) => `e.key IN (SELECT owner FROM ${one}_names WHERE role IN (${roles}) AND (${test}))`;

  among("e.id", filter.ids);
  among("e.type", filter.types);
  among("e.mode", filter.modes);
  among("e.acled_event", filter.acled);
  among("e.country", filter.countries);
  among("e.certainty", filter.certainty);
  among("e.reality", filter.reality);
  among("e.polarity", filter.polarity);
  among("e.voice", filter.voices);
  any(filter.actors, named("'actor', 'recipient'", "name LIKE ? ESCAPE '\\' OR known = ?"), (v) => [part(v), v]);
  any(filter.sources, named("'source', 'publisher'", "name LIKE ? ESCAPE '\\'"), (v) => [part(v)]);
  any(filter.places, "(e.place LIKE ? ESCAPE '\\' OR e.admin1 LIKE ? ESCAPE '\\')", (v) => [part(v), part(v)]);
  if (filter.box) {
    const [west, south, east, north] = filter.box;
    add(`e.latitude BETWEEN ? AND ? AND (e.longitude >= ? ${west > east ? "OR" : "AND"} e.longitude <= ?)`, south, north, west, east);
  }
  if (filter.located !== undefined) add(`e.latitude IS ${filter.located ? "NOT " : ""}NULL`);
  if (filter.from !== undefined) add("e.latest >= ?", filter.from);
  if (filter.to !== undefined) add("e.earliest <= ?", `${filter.to}~`);
  if (filter.words !== undefined) {
    const match = matchExpression(filter.words);
    if (match !== undefined) add(`e.key IN (SELECT rowid FROM ${one}_words WHERE ${one}_words MATCH ?)`, match);
  }
  for (const harm of Object.keys(HARM) as (keyof typeof HARM)[]) between(`e.${HARM[harm]}`, filter.harm?.[harm]);
  if (filter.disputed !== undefined) add(`coalesce(e.killed_low < e.killed_high, 0) = ${filter.disputed ? 1 : 0}`);
  between("e.confidence", filter.confidence);
  if (filter.documents) {
    const ids = "SELECT key FROM documents WHERE id IN (SELECT value FROM json_each(?))";
    const mentions = `SELECT id FROM mentions WHERE document IN (${ids})`;
    if (of === "mentions") add(`e.document IN (${ids})`, JSON.stringify(filter.documents));
    else add(`e.key IN (SELECT event FROM event_mentions WHERE mention IN (${mentions}))`, JSON.stringify(filter.documents));
  }
  any(filter.review, `${review("e.id")} = ?`, (v) => [v]);
  return { sql: parts.length === 0 ? "1" : parts.map((p) => `(${p})`).join(" AND "), parameters };
}

/** Whether a filter asks nothing. */
export function isAny(filter: EventFilter): boolean {
  return Object.values(filter).every((asked) => asked === undefined);
}

/** What the last standing decision on a subject says of it. */
function review(id: string): string {
  return `coalesce((SELECT CASE d.kind WHEN 'accept' THEN 'accepted' WHEN 'reject' THEN 'rejected' END FROM decision_subjects s
    JOIN standing_decisions USING (decision) JOIN decisions d ON d.id = s.decision
    WHERE s.subject = ${id} AND d.kind IN ('accept', 'reject') ORDER BY d.id DESC LIMIT 1), 'open')`;
}

/** A LIKE pattern for “contains”, in which the value's own % and _ mean themselves. */
function part(value: string): string {
  return `%${value.replace(/[\\%_]/g, "\\$&")}%`;
}

/** People's words as an FTS5 query: every word must be there; "phrases" and a final * are kept, all else is plain words. */
export function matchExpression(words: string): string | undefined {
  const terms: string[] = [];
  for (const [, phrase, word] of words.slice(0, 1000).matchAll(/"([^"]*)"|([^\s"]+)/g)) {
    const text = phrase ?? word ?? "";
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const prefix = phrase === undefined && text.endsWith("*");
    terms.push(`"${prefix ? text.slice(0, -1) : text}"${prefix ? "*" : ""}`);
  }
  return terms.length === 0 ? undefined : terms.join(" ");
}
