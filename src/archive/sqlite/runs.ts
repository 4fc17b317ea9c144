import type { CoderId, Failure, Run } from "../archive.ts";
import type { Connection } from "./connection.ts";

export function insertRun(connection: Connection, coder: CoderId, command: string, now: string): number {
  return connection.run("INSERT INTO runs (started_at, coder, command) VALUES (?, ?, ?)", [now, JSON.stringify(coder), command]);
}

export function insertFailure(connection: Connection, run: number, failure: Failure, now: string): void {
  const { name, code, message } = failure;
  connection.run("INSERT INTO failures (run, name, code, message, at) VALUES (?, ?, ?, ?, ?)", [
    run,
    name.toWellFormed(),
    code,
    message.toWellFormed(),
    now,
  ]);
}

export function readRuns(connection: Connection): Run[] {
  const rows = connection.all("SELECT r.*, (SELECT count(*) FROM failures f WHERE f.run = r.id) AS failed FROM runs r ORDER BY r.id");
  return rows.map((row) => ({
    id: Number(row.id),
    startedAt: String(row.started_at),
    ...(row.ended_at !== null && { endedAt: String(row.ended_at) }),
    coder: JSON.parse(String(row.coder)) as CoderId,
    command: String(row.command),
    added: Number(row.added),
    unchanged: Number(row.unchanged),
    failed: Number(row.failed),
  }));
}

export function readFailures(connection: Connection, run: number): Failure[] {
  const rows = connection.all("SELECT name, code, message FROM failures WHERE run = ? ORDER BY rowid", [run]);
  return rows.map((row) => ({ name: String(row.name), code: String(row.code), message: String(row.message) }));
}
