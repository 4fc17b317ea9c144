import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { isPdf, isWarc } from "./format.ts";
import { GunzipError, gunzip, isGzip } from "./gunzip.ts";
import { readJsonLine } from "./json.ts";
import { MAX_DOCUMENT_BYTES } from "./limits.ts";
import { readPdf } from "./pdf.ts";
import { read, recordHints, tooLarge } from "./read.ts";
import { nameOf, type ReadHints, type ReadResult, refuse } from "./result.ts";
import { readWarc } from "./warc.ts";

/**
 * Reads an input that comes in chunks (standard input, a file, a response). JSONL and web archives of any size are read record by record,
 * holding one record at a time; everything else is one document and is read whole, up to the bound of one. What is compressed with gzip is
 * unpacked on the way, once.
 *
 * @param source bytes in order; it is not read further than the results are asked for
 */
export async function* readStream(source: AsyncIterable<Uint8Array>, hints: ReadHints = {}): AsyncGenerator<ReadResult> {
  const chunks = source[Symbol.asyncIterator]();
  const head = await take(chunks, 64 * 1024);
  if (head.bytes.length === 0) {
    yield refuse(nameOf(hints), "empty", "it is empty");
    return;
  }
  const rest = chain(head.bytes, chunks);
  if (isGzip(head.bytes) && !isWarc(head.bytes, hints)) yield* readPacked(rest, hints);
  else yield* readPlain(head, rest, hints);
}

/** The same bounds hold for what is unpacked; what is broken half-way gives the documents before that. */
async function* readPacked(packed: AsyncIterable<Uint8Array>, hints: ReadHints): AsyncGenerator<ReadResult> {
  const inner = hints.name === undefined ? hints : { ...hints, name: hints.name.replace(/\.gz$/i, "") };
  try {
    const chunks = gunzip(packed)[Symbol.asyncIterator]();
    const head = await take(chunks, 64 * 1024);
    if (head.bytes.length === 0) yield refuse(nameOf(hints), "empty", "it is empty");
    else yield* readPlain(head, chain(head.bytes, chunks), inner);
  } catch (error) {
    if (!(error instanceof GunzipError)) throw error;
    yield refuse(nameOf(hints), "bad-archive", error.message);
  }
}

interface Head {
  readonly bytes: Uint8Array;
  readonly ended: boolean;
}

async function* readPlain(head: Head, rest: AsyncGenerator<Uint8Array>, hints: ReadHints): AsyncGenerator<ReadResult> {
  if (isWarc(head.bytes, hints)) yield* readWarc(rest, hints);
  else if (isLines(head.bytes, hints)) yield* readLines(rest, hints);
  else {
    const whole = head.ended ? head : await take(rest, MAX_DOCUMENT_BYTES + 1);
    if (!whole.ended || whole.bytes.length > MAX_DOCUMENT_BYTES) yield tooLarge(nameOf(hints), whole.bytes.length);
    else if (isPdf(whole.bytes)) yield await readPdf(whole.bytes, hints);
    else yield* read(whole.bytes, hints);
    await rest.return(undefined);
  }
}

/** Reads the documents of a file, by its path. What the file system refuses is a refusal like any other, not an exception. */
export async function* readFileDocuments(path: string, hints: ReadHints = {}): AsyncGenerator<ReadResult> {
  const named = { ...hints, name: hints.name ?? basename(path) };
  try {
    if ((await stat(path)).isDirectory()) {
      yield refuse(path, "unreadable", "it is a folder: give the files in it");
      return;
    }
    yield* readStream(createReadStream(path, { highWaterMark: 256 * 1024 }), named);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: "there is no such file",
      EACCES: "no permission to read it",
      EPERM: "no permission to read it",
      EMFILE: "too many files are open",
    };
    if (code === "") throw error;
    yield refuse(path, "unreadable", reasons[code] ?? `it cannot be read (${code})`);
  }
}

/** JSONL: the first line is an object that ends before the line does, and there is more than one line or the name says so. */
function isLines(head: Uint8Array, hints: ReadHints): boolean {
  const text = new TextDecoder()
    .decode(head)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (!text.startsWith("{")) return false;
  if (/\.(?:jsonl|ndjson)$/i.test(hints.name ?? "") || /ndjson|jsonl/i.test(hints.mime ?? "")) return true;
  const end = text.indexOf("\n");
  return end > 0 && /^\{\s*"/.test(text) && text.slice(0, end).trimEnd().endsWith("}") && text.slice(end).trimStart().startsWith("{");
}

async function* readLines(source: AsyncIterable<Uint8Array>, hints: ReadHints): AsyncGenerator<ReadResult> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let size = 0;
  const finish = (): ReadResult | undefined => {
    number++;
    const at = recordHints(hints, `line ${number}`);
    const over = size > MAX_DOCUMENT_BYTES;
    const line = over ? "" : new TextDecoder().decode(Buffer.concat(parts));
    const result = over ? tooLarge(nameOf(at), size) : line.trim() === "" ? undefined : readJsonLine(line, at);
    parts = [];
    size = 0;
    return result;
  };
  for await (const chunk of source) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      size += to - from;
      if (size <= MAX_DOCUMENT_BYTES) parts.push(chunk.subarray(from, to));
      from = to + 1;
      const result = finish();
      if (result) yield result;
    }
    size += chunk.length - from;
    // A line beyond the bound is counted to its end, but no longer kept.
    if (size <= MAX_DOCUMENT_BYTES) parts.push(chunk.subarray(from));
    else parts = [];
  }
  const last = size > 0 ? finish() : undefined;
  if (last) yield last;
}

/** Up to `limit` bytes or a little more, and whether the source ended with them. */
async function take(chunks: AsyncIterator<Uint8Array>, limit: number): Promise<Head> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < limit) {
    const next = await chunks.next();
    if (next.done) return { bytes: Buffer.concat(parts), ended: true };
    parts.push(next.value);
    size += next.value.length;
  }
  return { bytes: Buffer.concat(parts), ended: false };
}

async function* chain(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
