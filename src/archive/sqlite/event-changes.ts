import type { EventChanges } from "../archive.ts";
import type { Connection } from "./connection.ts";
import { deleteRecord, insertRecord } from "./facts.ts";

/** Applies what merging found, inside the caller's transaction. */
export function applyChanges(connection: Connection, changes: EventChanges, now: string): void {
  const remove = (id: string) => {
    const key = connection.get("SELECT key FROM events WHERE id = ?", [id])?.key;
    if (key !== undefined) deleteRecord(connection, "events", Number(key));
  };
  for (const id of changes.remove ?? []) remove(id);
  for (const record of changes.put ?? []) {
    remove(record.id);
    const key = insertRecord(connection, "events", record, { changed_at: now });
    for (const mention of new Set(record.reports.map((report) => report.mention)))
      connection.run("INSERT INTO event_mentions (event, mention) VALUES (?, ?)", [key, mention]);
  }
  for (const { from, to, why } of changes.forward ?? [])
    connection.run("INSERT OR REPLACE INTO forwarding (from_id, to_id, why, at) VALUES (?, ?, ?, ?)", [from, to, why, now]);
}
