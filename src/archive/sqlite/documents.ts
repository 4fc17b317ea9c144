import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { CodedDocument } from "../../code/coded-document.ts";
import type { DocumentSource, Warning } from "../../document/index.ts";
import type { CoderId, DocumentVersion, Kept, NewDocument } from "../archive.ts";
import type { Connection, Row } from "./connection.ts";

/** A kept document with the keys of its rows. */
export interface KeptRow extends Kept {
  readonly document: number;
  readonly key: number;
}

const VERSION = `
  SELECT d.id, d.current = v.key AS current, v.key, v.number, v.source, v.text, v.warnings, v.bytes_hash, v.media_type, v.added_at
  FROM documents d JOIN versions v ON v.document = d.key`;

/** What makes two arrivals the same article: its words and what is known of it, not the bytes around it (a page's advertisements). */
export function contentHash(source: DocumentSource): string {
  const { text, title, publisher, published, language } = source;
  const content = JSON.stringify([text, title ?? null, publisher ?? null, published ?? null, language]);
  return createHash("sha256").update(content).digest("hex");
}

/** The document that an id or an address belongs to. */
export function documentKey(connection: Connection, id: string, url?: string): number | undefined {
  const row =
    connection.get("SELECT key FROM documents WHERE id = ?", [id]) ??
    connection.get("SELECT key FROM documents WHERE url = ? ORDER BY key LIMIT 1", [url ?? id]);
  return row === undefined ? undefined : Number(row.key);
}

/** Keeps a document inside the caller's transaction. */
export function keepDocument(connection: Connection, document: NewDocument, now: string): KeptRow {
  const { source } = document;
  const hash = contentHash(source);
  const known = documentKey(connection, source.id, source.url);
  if (known !== undefined) {
    const same = connection.get("SELECT key, number FROM versions WHERE document = ? AND content_hash = ?", [known, hash]);
    if (same) return { ...kept(connection, known, Number(same.number), "unchanged"), key: Number(same.key) };
  }
  const key = known ?? connection.run("INSERT INTO documents (id, url, added_at) VALUES (?, ?, ?)", [source.id, source.url ?? null, now]);
  const number = Number(connection.get("SELECT coalesce(max(number), 0) + 1 AS n FROM versions WHERE document = ?", [key])?.n);
  const { text, ...rest } = source;
  // UTF-8, in which SQLite keeps text, has no lone surrogates; JSON escapes them, so such a text is kept there as well, to the letter.
  const metadata = text.isWellFormed() ? rest : source;
  const original = document.original;
  const version = connection.run(
    `INSERT INTO versions (document, number, content_hash, bytes_hash, original, media_type, source, text, title, publisher, published,
       language, warnings, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      key,
      number,
      hash,
      original ? createHash("sha256").update(original).digest("hex") : null,
      original ? gzipSync(original) : null,
      document.mediaType ?? null,
      JSON.stringify(metadata),
      text.toWellFormed(),
      source.title ?? null,
      source.publisher ?? null,
      source.published ?? null,
      source.language,
      JSON.stringify(document.warnings ?? []),
      now,
    ],
  );
  connection.run("UPDATE documents SET current = ? WHERE key = ?", [version, key]);
  connection.run("DELETE FROM document_words WHERE rowid = ?", [key]);
  connection.run("INSERT INTO document_words (rowid, title, text) VALUES (?, ?, ?)", [key, source.title ?? "", text]);
  return { ...kept(connection, key, number, known === undefined ? "new" : "new version"), key: version };
}

function kept(connection: Connection, document: number, version: number, status: Kept["status"]): Omit<KeptRow, "key"> {
  const id = String(connection.get("SELECT id FROM documents WHERE key = ?", [document])?.id);
  return { id, version, status, document };
}

/** One version, the current one unless a number is given. */
export function readVersion(connection: Connection, id: string, version?: number): DocumentVersion | undefined {
  const key = documentKey(connection, id);
  if (key === undefined) return undefined;
  const row =
    version === undefined
      ? connection.get(`${VERSION} AND d.current = v.key WHERE d.key = ?`, [key])
      : connection.get(`${VERSION} WHERE d.key = ? AND v.number = ?`, [key, version]);
  return row && versionOf(row);
}

export function readVersions(connection: Connection, id: string): DocumentVersion[] {
  const key = documentKey(connection, id);
  return key === undefined ? [] : connection.all(`${VERSION} WHERE d.key = ? ORDER BY v.number`, [key]).map(versionOf);
}

function versionOf(row: Row): DocumentVersion {
  const metadata = JSON.parse(String(row.source)) as Omit<DocumentSource, "text"> & { readonly text?: string };
  return {
    id: String(row.id),
    version: Number(row.number),
    current: row.current === 1,
    source: { ...metadata, text: metadata.text ?? String(row.text) },
    warnings: JSON.parse(String(row.warnings)) as Warning[],
    ...(row.bytes_hash !== null && { bytesHash: String(row.bytes_hash) }),
    ...(row.media_type !== null && { mediaType: String(row.media_type) }),
    addedAt: String(row.added_at),
  };
}

export function readOriginal(connection: Connection, id: string, version?: number): Uint8Array | undefined {
  const key = documentKey(connection, id);
  if (key === undefined) return undefined;
  const row =
    version === undefined
      ? connection.get("SELECT v.original FROM documents d JOIN versions v ON v.key = d.current WHERE d.key = ?", [key])
      : connection.get("SELECT original FROM versions WHERE document = ? AND number = ?", [key, version]);
  return row?.original instanceof Uint8Array ? new Uint8Array(gunzipSync(row.original)) : undefined;
}

/** The coder as one string, for keys. */
export function coderKey(coder: CoderId): string {
  return JSON.stringify([coder.version, coder.models, coder.lexicon]);
}

/** A coded document is kept without its text, which its version has (to the letter, unless it holds lone surrogates). */
export function pack(coded: CodedDocument): Uint8Array {
  return gzipSync(JSON.stringify(coded.text.isWellFormed() ? { ...coded, text: "" } : coded));
}

export function unpack(bytes: Uint8Array, text: string): CodedDocument {
  const coded = JSON.parse(gunzipSync(bytes).toString("utf8")) as CodedDocument;
  return { ...coded, text: coded.text === "" ? text : coded.text };
}
