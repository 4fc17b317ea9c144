import type { CodedDocument } from "../../code/coded-document.ts";
import { type EventRecord, recordsOf } from "../../merge/index.ts";
import type { Kept, NewDocument } from "../archive.ts";
import type { Connection } from "./connection.ts";
import { coderKey, keepDocument, pack } from "./documents.ts";
import { deleteRecord, insertRecord } from "./facts.ts";
import { leaveBlocks, toMerge } from "./merging.ts";

/** Keeps one document with its coding, inside the caller's transaction. The same content coded by the same coder changes nothing. */
export function ingestOne(connection: Connection, document: NewDocument, coded: CodedDocument, run: number | null, now: string): Kept {
  const { key: version, document: owner, ...kept } = keepDocument(connection, document, now);
  const coder = coderKey(coded.coder);
  const known = connection.get("SELECT key FROM codings WHERE version = ? AND coder = ?", [version, coder]);
  if (!known) {
    const own = coded.id === kept.id ? coded : { ...coded, id: kept.id };
    const coding = connection.run("INSERT INTO codings (version, coder, run, coded, coded_at) VALUES (?, ?, ?, ?, ?)", [
      version,
      coder,
      run,
      pack(own),
      now,
    ]);
    // An older version that comes again is no news: the mentions stay those of the current one.
    if (connection.get("SELECT 1 FROM documents WHERE key = ? AND current = ?", [owner, version]))
      replaceMentions(connection, owner, coding, own);
  }
  if (run !== null) {
    const column = kept.status === "unchanged" && known ? "unchanged" : "added";
    connection.run(`UPDATE runs SET ${column} = ${column} + 1 WHERE id = ?`, [run]);
  }
  return kept;
}

function replaceMentions(connection: Connection, document: number, coding: number, coded: CodedDocument): void {
  const sql = "SELECT m.key, r.record FROM mentions m JOIN mention_records r ON r.key = m.key WHERE m.document = ?";
  for (const row of connection.all(sql, [document])) {
    leaveBlocks(connection, JSON.parse(String(row.record)) as EventRecord);
    deleteRecord(connection, "mentions", Number(row.key));
  }
  for (const record of recordsOf(coded)) {
    insertRecord(connection, "mentions", record, { document, coding });
    toMerge(connection, record.id);
  }
}
