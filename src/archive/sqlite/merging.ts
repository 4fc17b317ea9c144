import {
  type EventRecord,
  type Filed,
  filedOf,
  type MergeIndex,
  type MergeState,
  type MergeWrite,
  type Unmerged,
  Viewer,
  WINDOW,
} from "../../merge/index.ts";
import type { Unit } from "../query.ts";
import type { Connection } from "./connection.ts";
import { applyChanges } from "./event-changes.ts";
import { ONE } from "./facts.ts";

/** What merging remembers in an archive: every mention under its headings, what has changed since, and what is laid by to be written. */
export class SqliteMergeIndex implements MergeIndex {
  readonly #connection: Connection;
  readonly #now: () => string;

  constructor(connection: Connection, now: () => string) {
    this.#connection = connection;
    this.#now = now;
  }

  async state(): Promise<MergeState | undefined> {
    const row = this.#connection.get("SELECT rule, decision FROM merge_state");
    return row && { rule: String(row.rule), decision: Number(row.decision) };
  }

  async unmerged(): Promise<Unmerged> {
    const rows = this.#connection.all("SELECT key, mention FROM unmerged ORDER BY key");
    return { ids: rows.map((row) => String(row.mention)), upTo: Number(rows.at(-1)?.key ?? 0) };
  }

  async mentions(ids: readonly string[]): Promise<EventRecord[]> {
    return this.#records("mentions", "e.id IN (SELECT value FROM json_each(?))", ids);
  }

  async mentionsOf(documents: readonly string[]): Promise<EventRecord[]> {
    const keys = "SELECT d.key FROM json_each(?) j JOIN documents d ON d.id = j.value";
    return this.#records("mentions", `e.document IN (${keys})`, documents);
  }

  async events(ids: readonly string[]): Promise<EventRecord[]> {
    return this.#records("events", "e.id IN (SELECT value FROM json_each(?))", ids);
  }

  async eventsWith(mentions: readonly string[]): Promise<EventRecord[]> {
    const keys = "SELECT m.event FROM json_each(?) j JOIN event_mentions m ON m.mention = j.value";
    return this.#records("events", `e.key IN (${keys})`, mentions);
  }

  async near(heading: number, at: Pick<Filed, "id" | "place">, step: 1 | -1, most: number): Promise<string[]> {
    return nearIn(this.#connection, heading, at, step, most);
  }

  async clear(): Promise<void> {
    this.#connection.transaction(() => {
      for (const table of ["mention_headings", "staged_events", "merge_state"]) this.#connection.run(`DELETE FROM ${table}`);
    });
  }

  async file(filed: readonly Filed[]): Promise<void> {
    if (filed.length === 0) return;
    this.#connection.transaction(() => {
      for (const { id, place, headings } of filed)
        for (const heading of headings)
          this.#connection.run("INSERT OR IGNORE INTO mention_headings (heading, place, mention) VALUES (?, ?, ?)", [heading, place, id]);
    });
  }

  async stage(events: readonly EventRecord[]): Promise<void> {
    if (events.length === 0) return;
    this.#connection.transaction(() => {
      for (const event of events) this.#connection.run("INSERT INTO staged_events (record) VALUES (?)", [JSON.stringify(event)]);
    });
  }

  async write({ put, remove, forward, unfile, state, upTo }: MergeWrite): Promise<void> {
    const connection = this.#connection;
    connection.transaction(() => {
      const now = this.#now();
      applyChanges(connection, { remove, forward }, now);
      for (let key = 0; ; ) {
        const staged = connection.get("SELECT key, record FROM staged_events WHERE key > ? ORDER BY key LIMIT 1", [key]);
        if (!staged) break;
        key = Number(staged.key);
        applyChanges(connection, { put: [JSON.parse(String(staged.record)) as EventRecord] }, now);
      }
      applyChanges(connection, { put }, now);
      connection.run("DELETE FROM staged_events");
      for (const filed of unfile) takeOut(connection, filed);
      connection.run("DELETE FROM unmerged WHERE key <= ?", [upTo]);
      connection.run("INSERT OR REPLACE INTO merge_state (one, rule, decision) VALUES (1, ?, ?)", [state.rule, state.decision]);
    });
  }

  #records(of: Unit, where: string, values: readonly string[]): EventRecord[] {
    if (values.length === 0) return [];
    const sql = `SELECT r.record FROM ${of} e JOIN ${ONE[of]}_records r ON r.key = e.key WHERE ${where}`;
    return this.#connection.all(sql, [JSON.stringify(values)]).map((row) => JSON.parse(String(row.record)) as EventRecord);
  }
}

function nearIn(connection: Connection, heading: number, at: Pick<Filed, "id" | "place">, step: 1 | -1, most: number): string[] {
  const [beyond, order] = step === 1 ? [">", "ASC"] : ["<", "DESC"];
  const rows = connection.all(
    `SELECT mention FROM mention_headings WHERE heading = ? AND (place, mention) ${beyond} (?, ?)
     ORDER BY place ${order}, mention ${order} LIMIT ?`,
    [heading, at.place, at.id, most],
  );
  return rows.map((row) => String(row.mention));
}

function takeOut(connection: Connection, { id, place, headings }: Filed): void {
  for (const heading of headings)
    connection.run("DELETE FROM mention_headings WHERE heading = ? AND place = ? AND mention = ?", [heading, place, id]);
}

/** Notes that a mention came or changed, inside the caller's transaction. */
export function toMerge(connection: Connection, mention: string): void {
  connection.run("INSERT OR REPLACE INTO unmerged (mention) VALUES (?)", [mention]);
}

/**
 * Notes that a mention goes, inside the caller's transaction, and takes it out of its blocks. Where a block is wider than the window, those
 * around it come nearer to one another: they are looked at again, too.
 */
export function leaveBlocks(connection: Connection, record: EventRecord): void {
  toMerge(connection, record.id);
  const filed = filedOf(new Viewer(64).view(record), record);
  for (const heading of filed.headings) {
    const [after, before] = [nearIn(connection, heading, filed, 1, WINDOW), nearIn(connection, heading, filed, -1, WINDOW)];
    if (after.length + before.length > WINDOW) for (const other of [...after, ...before]) toMerge(connection, other);
  }
  takeOut(connection, filed);
}
