import type { EventRecord } from "../../merge/index.ts";
import { ArchiveError } from "../archive-error.ts";
import type { EventFilter, EventQuery, Page, Sort, Unit } from "../query.ts";
import { conditions } from "./conditions.ts";
import type { Connection, Row } from "./connection.ts";
import { ONE } from "./facts.ts";

/** What a sort goes by; each has an index of this very expression with the key. */
const ORDER: Readonly<Record<Exclude<Sort, "added">, string>> = {
  time: "coalesce(e.earliest, '')",
  published: "coalesce(e.published, '')",
  killed: "coalesce(e.killed, -1)",
  confidence: "e.confidence",
  reports: "e.independent",
};

/** One page. Cursors name the last row shown, so that a page stays right while others write. */
export function findRecords(connection: Connection, of: Unit, query: EventQuery): Page<EventRecord> {
  const { sql, parameters } = conditions(of, query.filter ?? {});
  const limit = Math.min(Math.max(Math.trunc(query.limit ?? 50), 1), 1000);
  const sort = query.sort ?? "time";
  const expression = sort === "added" ? "e.key" : ORDER[sort];
  const [direction, beyond] = query.ascending ? ["ASC", ">"] : ["DESC", "<"];
  const shape = `${of}:${sort}:${direction}`;
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, shape);
  const rows = connection.all(
    `SELECT e.key, ${expression} AS sorted FROM ${of} e WHERE ${sql}
     ${after ? `AND (${expression}, e.key) ${beyond} (?, ?)` : ""}
     ORDER BY ${expression} ${direction}, e.key ${direction} LIMIT ?`,
    [...parameters, ...(after ?? []), limit + 1],
  );
  const shown = rows.slice(0, limit);
  const items = shown.map((row) => readRecord(connection, of, Number(row.key)));
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items,
    total: countRecords(connection, of, query.filter ?? {}),
    ...(more && { next: writeCursor(shape, last.sorted as string | number, Number(last.key)) }),
  };
}

export function countRecords(connection: Connection, of: Unit, filter: EventFilter): number {
  const { sql, parameters } = conditions(of, filter);
  return Number(connection.get(`SELECT count(*) AS n FROM ${of} e WHERE ${sql}`, parameters)?.n);
}

/** Everything that matches, a thousand rows at a time, so that writers are not held up by a slow reader. */
export function* eachRecord(connection: Connection, of: Unit, filter: EventFilter): Generator<EventRecord> {
  const { sql, parameters } = conditions(of, filter);
  let after = 0;
  for (;;) {
    const rows = connection.all(
      `SELECT e.key, r.record FROM ${of} e JOIN ${ONE[of]}_records r ON r.key = e.key WHERE ${sql} AND e.key > ? ORDER BY e.key LIMIT 1000`,
      [...parameters, after],
    );
    for (const row of rows) yield JSON.parse(String(row.record)) as EventRecord;
    if (rows.length < 1000) return;
    after = Number(rows.at(-1)?.key);
  }
}

/** A record by its id; for an id that was merged or split away, the one it leads to. */
export function recordById(connection: Connection, of: Unit, id: string): EventRecord | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const key = connection.get(`SELECT key FROM ${of} WHERE id = ?`, [at])?.key;
    if (key !== undefined) return readRecord(connection, of, Number(key));
    const next: Row | undefined = connection.get("SELECT to_id FROM forwarding WHERE from_id = ? ORDER BY at DESC, to_id LIMIT 1", [at]);
    at = next && String(next.to_id);
  }
  return undefined;
}

export function readRecord(connection: Connection, of: Unit, key: number): EventRecord {
  return JSON.parse(String(connection.get(`SELECT record FROM ${ONE[of]}_records WHERE key = ?`, [key])?.record)) as EventRecord;
}

export function writeCursor(shape: string, sorted: string | number, key: number): string {
  return Buffer.from(JSON.stringify([shape, sorted, key])).toString("base64url");
}

export function readCursor(cursor: string, shape: string): [string | number, number] {
  try {
    const [made, sorted, key] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    const whole = made === shape && (typeof sorted === "string" || typeof sorted === "number") && typeof key === "number";
    if (whole) return [sorted, key];
  } catch {
    // Not one of ours: refused below, with the same words.
  }
  throw new ArchiveError("invalid", "this cursor is not from a page with the same sort and direction");
}
