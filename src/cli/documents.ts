import { readFile, stat } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import type { Document } from "../document/index.ts";
import type { ReadHints, ReadResult } from "../read/index.ts";
import { MAX_DOCUMENT_BYTES, readFileDocuments, readStream } from "../read/index.ts";
import type { CliContext } from "./command.ts";
import { expandInputs } from "./inputs.ts";

/** What could not be read or coded: by the name that the person gave it, with the reason. */
export interface Failed {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

export interface DocumentsOptions {
  readonly hints: ReadHints;
  /** Told of each thing that could not be read; the rest is read all the same. */
  readonly onFailed: (failed: Failed) => void | Promise<void>;
  /** Told of the bytes of each document that came alone in its file. */
  readonly onOriginal?: (document: Document, bytes: Uint8Array) => void;
}

/** The documents that a command's arguments name, one at a time and only as fast as they are taken. */
export async function* documentsOf(patterns: readonly string[], context: CliContext, options: DocumentsOptions): AsyncGenerator<Document> {
  for await (const input of expandInputs(patterns)) {
    if ("message" in input) {
      await options.onFailed({ name: input.path, code: "missing", message: input.message });
      continue;
    }
    for await (const result of resultsOf(input.path, context, options)) {
      if (result.ok) yield result.document;
      else await options.onFailed({ name: result.name, code: result.code, message: result.message });
    }
  }
}

/** How many documents the arguments name, where that is known without reading them: each file one, and no feed, archive or stream. */
export async function countDocuments(patterns: readonly string[]): Promise<number | undefined> {
  let count = 0;
  for await (const input of expandInputs(patterns)) {
    if (input.path === "-" || /\.(?:jsonl?|ndjson|warc|gz|xml|rss|atom)$/i.test(input.path)) return undefined;
    count++;
  }
  return count;
}

async function* resultsOf(path: string, context: CliContext, options: DocumentsOptions): AsyncGenerator<ReadResult> {
  const hints = { ...options.hints, name: options.hints.name ?? path };
  if (path === "-") yield* readStream(untilInterrupted(context), { ...hints, name: "standard input" });
  else if (options.onOriginal && (await keepable(path))) {
    const bytes = await readFile(path);
    const results: ReadResult[] = [];
    for await (const result of readStream(once(bytes), hints)) results.push(result);
    const [only] = results;
    if (results.length === 1 && only?.ok) options.onOriginal(only.document, bytes);
    yield* results;
  } else yield* readFileDocuments(path, hints);
}

/** Standard input; an interruption ends the wait for what has not come yet. */
async function* untilInterrupted({ stdin, signal }: CliContext): AsyncGenerator<Uint8Array> {
  try {
    yield* addAbortSignal(signal, stdin) as AsyncIterable<Uint8Array>;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

/** Whether a file is one document, small enough to keep as it came. */
async function keepable(path: string): Promise<boolean> {
  if (/\.(?:jsonl|ndjson|warc|gz)$/i.test(path)) return false;
  try {
    const { size } = await stat(path);
    return size <= MAX_DOCUMENT_BYTES;
  } catch {
    return false;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
