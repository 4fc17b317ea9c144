import { statSync } from "node:fs";
import type { Health } from "../archive.ts";
import type { Connection } from "./connection.ts";

/** References that foreign keys do not cover, each with what a broken one means. */
const LOOSE: readonly (readonly [sql: string, problem: string])[] = [
  ["SELECT count(*) AS n FROM documents WHERE current IS NULL", "documents without a version"],
  ["SELECT count(*) AS n FROM mentions WHERE key NOT IN (SELECT key FROM mention_records)", "mentions without their record"],
  ["SELECT count(*) AS n FROM events WHERE key NOT IN (SELECT key FROM event_records)", "events without their record"],
  ["SELECT count(*) AS n FROM events WHERE key NOT IN (SELECT event FROM event_mentions)", "events without a mention"],
];

export function checkHealth(connection: Connection): Health {
  const problems: string[] = [];
  for (const row of connection.all("PRAGMA integrity_check(20)"))
    if (row.integrity_check !== "ok") problems.push(`the file is damaged: ${String(row.integrity_check)}`);
  for (const row of connection.all("PRAGMA foreign_key_check"))
    problems.push(`a row of ${String(row.table)} points to a row of ${String(row.parent)} that is not there`);
  const number = (sql: string) => Number(connection.get(sql)?.n);
  for (const [sql, problem] of LOOSE) {
    const n = number(sql);
    if (n > 0) problems.push(`${n} ${problem}`);
  }
  const rows = (table: string) => number(`SELECT count(*) AS n FROM ${table}`);
  return {
    problems: problems.slice(0, 100),
    schema: Number(connection.get("PRAGMA user_version")?.user_version),
    documents: rows("documents"),
    versions: rows("versions"),
    mentions: rows("mentions"),
    events: rows("events"),
    decisions: rows("decisions"),
    size: connection.file === ":memory:" ? 0 : statSync(connection.file).size,
  };
}
