import { assemble } from "./assemble.ts";
import { type Decoded, decode } from "./decode.ts";
import { readFeed } from "./feed.ts";
import { formatOf, isPdf, isWarc, looksBinary, refuseBinary } from "./format.ts";
import { readPage } from "./html/page.ts";
import { isRecord, readJsonLine, readRecord } from "./json.ts";
import { MAX_DOCUMENT_BYTES } from "./limits.ts";
import { readPlainText } from "./plain-text.ts";
import { nameOf, type ReadHints, type ReadResult, refuse } from "./result.ts";

/**
 * Reads the documents in an input that is whole in memory: one for a text or a page, one for each record of JSONL or a feed. Never
 * throws for anything the input holds: what cannot be read is a typed refusal that names the input and says what to do. PDF and web
 * archives are read by `readStream` and `readFileDocuments`, which are asynchronous as their libraries are.
 *
 * @param input bytes in any charset, or text
 * @param hints what the caller knows; it outranks what the input says
 */
export function read(input: Uint8Array | string, hints: ReadHints = {}): ReadResult[] {
  const name = nameOf(hints);
  if (typeof input === "string") return input.length > MAX_DOCUMENT_BYTES ? [tooLarge(name, input.length)] : readText(input, hints);
  if (input.length === 0) return [refuse(name, "empty", "it is empty")];
  if (isPdf(input) || isWarc(input, hints))
    return [refuse(name, "needs-async", "PDF and web archives are read asynchronously: use readStream or readFileDocuments")];
  if (input.length > MAX_DOCUMENT_BYTES) return [tooLarge(name, input.length)];
  const binary = refuseBinary(input, hints);
  if (binary) return [binary];
  const decoded = decode(input, hints.mime);
  return readText(decoded.text, hints, decoded);
}

/** A refusal for an input beyond the bound. */
export function tooLarge(name: string, bytes: number): ReadResult {
  const mib = (n: number) => `${(n / 1024 / 1024).toFixed(0)} MiB`;
  return refuse(
    name,
    "too-large",
    `one document of ${mib(bytes)}; at most ${mib(MAX_DOCUMENT_BYTES)} are read: split it, or give it as JSONL, one document a line`,
  );
}

function readText(text: string, hints: ReadHints, decoded?: Decoded): ReadResult[] {
  const name = nameOf(hints);
  const bare = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (bare.trim() === "") return [refuse(name, "empty", "there is no text in it")];
  if (looksBinary(bare))
    return [refuse(name, "binary", "its bytes are no text in any charset that is known: is it a text, a page, a feed, JSONL or PDF?")];
  switch (formatOf(bare, hints)) {
    case "jsonl":
      return readLines(bare, hints);
    case "json":
      return readJson(bare, hints);
    case "feed":
      return readFeed(bare, hints);
    case "html": {
      const page = readPage(bare, hints.url);
      return ["problem" in page ? refuse(name, page.code, page.problem) : assemble(page, hints, decoded)];
    }
    case "text":
      return [assemble(readPlainText(bare), hints, decoded)];
  }
}

/** Hints for one record of many: the input's id, title, address and date are not the record's. */
export function recordHints(hints: ReadHints, where: string): ReadHints {
  return {
    name: `${nameOf(hints)}, ${where}`,
    ...(hints.publisher === undefined ? {} : { publisher: hints.publisher }),
    ...(hints.clean === undefined ? {} : { clean: hints.clean }),
  };
}

function readLines(text: string, hints: ReadHints): ReadResult[] {
  return text.split("\n").flatMap((line, i) => (line.trim() === "" ? [] : [readJsonLine(line, recordHints(hints, `line ${i + 1}`))]));
}

function readJson(text: string, hints: ReadHints): ReadResult[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (text.includes("\n{")) return readLines(text, hints);
    return [
      refuse(nameOf(hints), "bad-json", `not valid JSON (${error instanceof Error ? error.message.slice(0, 120) : "unknown reason"})`),
    ];
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return [refuse(nameOf(hints), "empty", "an empty list")];
    return value.map((item, i) => readRecord(item, recordHints(hints, `item ${i + 1}`)));
  }
  if (isRecord(value)) return [readRecord(value, hints)];
  return readFeed(text, hints);
}
