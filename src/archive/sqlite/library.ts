import type { CodedDocument } from "../../code/coded-document.ts";
import type { DocumentQuery, DocumentSummary } from "../archive.ts";
import { ArchiveError } from "../archive-error.ts";
import type { Page } from "../query.ts";
import { matchExpression } from "./conditions.ts";
import type { Connection, Row } from "./connection.ts";
import { documentKey, unpack } from "./documents.ts";

const CODED = "SELECT c.coded, v.text FROM codings c JOIN versions v ON v.key = c.version";

/** The last coding of a version, the current one unless a number is given. */
export function readCoded(connection: Connection, id: string, version?: number): CodedDocument | undefined {
  const key = documentKey(connection, id);
  if (key === undefined) return undefined;
  const row =
    version === undefined
      ? connection.get(`${CODED} JOIN documents d ON d.current = v.key WHERE d.key = ? ORDER BY c.key DESC LIMIT 1`, [key])
      : connection.get(`${CODED} WHERE v.document = ? AND v.number = ? ORDER BY c.key DESC LIMIT 1`, [key, version]);
  return row && codedOf(row);
}

/** Every current coded document, one at a time. */
export function* eachCoded(connection: Connection): Generator<CodedDocument> {
  let after = 0;
  for (;;) {
    const next = connection.get(
      `SELECT d.key, c.coded, v.text FROM documents d JOIN versions v ON v.key = d.current JOIN codings c ON c.version = v.key
       WHERE d.key > ? ORDER BY d.key, c.key DESC LIMIT 1`,
      [after],
    );
    if (!next) return;
    after = Number(next.key);
    yield codedOf(next);
  }
}

function codedOf(row: Row): CodedDocument {
  if (!(row.coded instanceof Uint8Array)) throw new ArchiveError("damaged", "a coded document is not there");
  return unpack(row.coded, String(row.text));
}

/** Documents in the order of arrival, the latest first. */
export function listDocuments(connection: Connection, query: DocumentQuery): Page<DocumentSummary> {
  const parts = ["1"];
  const parameters: string[] = [];
  const match = query.words === undefined ? undefined : matchExpression(query.words);
  if (match !== undefined) {
    parts.push("d.key IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)");
    parameters.push(match);
  }
  if (query.publishers) {
    parts.push("v.publisher IN (SELECT value FROM json_each(?))");
    parameters.push(JSON.stringify(query.publishers));
  }
  const from = `FROM documents d JOIN versions v ON v.key = d.current WHERE ${parts.join(" AND ")}`;
  const limit = Math.min(Math.max(Math.trunc(query.limit ?? 50), 1), 1000);
  const before = query.cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(query.cursor);
  if (!Number.isSafeInteger(before)) throw new ArchiveError("invalid", "this cursor is not from a page of documents");
  const rows = connection.all(
    `SELECT d.key, d.id, d.url, d.added_at, v.number, v.title, v.publisher, v.published, v.language,
       (SELECT count(*) FROM versions o WHERE o.document = d.key) AS versions,
       (SELECT count(*) FROM mentions m WHERE m.document = d.key) AS mentions
     ${from} AND d.key < ? ORDER BY d.key DESC LIMIT ?`,
    [...parameters, before, limit + 1],
  );
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(summaryOf),
    total: Number(connection.get(`SELECT count(*) AS n ${from}`, parameters)?.n),
    ...(rows.length > limit && { next: String(shown.at(-1)?.key) }),
  };
}

function summaryOf(row: Row): DocumentSummary {
  return {
    id: String(row.id),
    version: Number(row.number),
    versions: Number(row.versions),
    ...(row.url !== null && { url: String(row.url) }),
    ...(row.title !== null && { title: String(row.title) }),
    ...(row.publisher !== null && { publisher: String(row.publisher) }),
    ...(row.published !== null && { published: String(row.published) }),
    language: String(row.language),
    mentions: Number(row.mentions),
    addedAt: String(row.added_at),
  };
}
