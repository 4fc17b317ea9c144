import type { Unit } from "../query.ts";
import type { Connection } from "../sqlite/connection.ts";
import { ONE } from "../sqlite/facts.ts";
import { Columns, NUMBERS, TEXTS } from "./columns.ts";

/** Told now and then how many rows have been read, of how many. */
export type OnRow = (done: number, total: number) => void;
const TOLD_EVERY = 10_000;

/**
 * Brings the columns up to date with the archive, and gives them (new ones where so much is gone that a fresh start is smaller). Keys
 * are never given twice, so what is new lies beyond the last key, and what is missing was removed.
 */
export function refreshed(columns: Columns, connection: Connection, of: Unit, onRow: OnRow = () => {}): Columns {
  // One transaction for reading, so that facts and names are of one moment.
  return connection.reading(() => {
    const count = Number(connection.get(`SELECT count(*) AS n FROM ${of}`)?.n);
    append(columns, connection, of, onRow, count);
    if (columns.size - columns.goneCount !== count) removeMissing(columns, connection, of);
    if (columns.goneCount * 2 <= columns.size || columns.size < 10_000) return columns;
    const fresh = new Columns();
    append(fresh, connection, of, onRow, count);
    return fresh;
  });
}

function append(columns: Columns, connection: Connection, of: Unit, onRow: OnRow, count: number): void {
  const after = columns.lastKey;
  const names = connection.rows(
    `SELECT owner, role, name, kind, country, known FROM ${ONE[of]}_names WHERE owner > ? ORDER BY owner, rowid`,
    [after],
  );
  const facts = connection.rows(`SELECT key, ${[...TEXTS, ...NUMBERS].join(", ")} FROM ${of} WHERE key > ? ORDER BY key`, [after]);
  let name = names.next();
  for (const row of facts) {
    columns.addRow(row);
    if (columns.size % TOLD_EVERY === 0) onRow(columns.size, count);
    const key = Number(row[0]);
    for (; !name.done && Number(name.value[0]) <= key; name = names.next()) {
      const [owner, role, shown, kind, country, known] = name.value as [number, string, string, ...(string | null)[]];
      if (owner === key) columns.addName(role, shown, kind ?? null, country ?? null, known ?? null);
    }
  }
  names.return(undefined);
}

function removeMissing(columns: Columns, connection: Connection, of: Unit): void {
  let at = 0;
  for (const [key] of connection.rows(`SELECT key FROM ${of} ORDER BY key`)) {
    while (at < columns.size && columns.keys[at]! < Number(key)) columns.remove(at++);
    at++;
  }
  while (at < columns.size) columns.remove(at++);
}
