import { availableParallelism } from "node:os";
import type { Document } from "../document/index.ts";
import { type Coder, code, loadCoder } from "./coder.ts";
import { CodingError } from "./coding-error.ts";
import { type Coding, onThreads } from "./on-threads.ts";
import type { CoderOptions } from "./options.ts";
import { WorkerPool } from "./worker-pool.ts";

export interface ManyOptions extends CoderOptions {
  /** Threads; default: one for each core. With 1, documents are coded in the calling thread. */
  readonly workers?: number;
  /** Stops the work: the iterator throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** So few documents are coded sooner than threads have started. */
const FEW = 4;

/** Documents read ahead for each thread: enough to keep it busy, few enough to bound memory. */
const AHEAD = 4;

/**
 * Codes any number of documents, in their order, on all cores, in bounded memory: input is read only as fast as results are taken.
 * The results are the same for any number of workers. A document that the coder fails on is a result too; the rest is done. Throws
 * when the coder cannot be loaded.
 */
export async function* codeMany(
  documents: AsyncIterable<Document> | Iterable<Document>,
  options: ManyOptions = {},
): AsyncGenerator<Coding, void, undefined> {
  const { workers = availableParallelism(), signal, ...coderOptions } = options;
  const input = iterate(documents);
  try {
    const first: Document[] = [];
    while (workers > 1 && first.length < FEW) {
      const next = await input.next();
      if (next.done) break;
      first.push(next.value);
    }
    const all = chain(first, input);
    if (workers <= 1 || first.length < FEW) yield* inThisThread(all, loadCoder(coderOptions), signal);
    else yield* onThreads(all, new WorkerPool(workers, coderOptions), workers * AHEAD, signal);
  } finally {
    await input.return?.(undefined);
  }
}

async function* inThisThread(documents: AsyncIterable<Document>, coder: Coder, signal: AbortSignal | undefined): AsyncGenerator<Coding> {
  for await (const document of documents) {
    signal?.throwIfAborted();
    yield codeOne(document, coder);
  }
}

function codeOne(document: Document, coder: Coder): Coding {
  try {
    return { ok: true, document, coded: code(document, coder) };
  } catch (error) {
    return { ok: false, document, error: new CodingError(document.source.id, error) };
  }
}

function iterate<T>(items: AsyncIterable<T> | Iterable<T>): AsyncIterator<T, unknown, undefined> {
  if (Symbol.asyncIterator in items) return items[Symbol.asyncIterator]();
  return (async function* () {
    yield* items;
  })();
}

async function* chain<T>(first: readonly T[], rest: AsyncIterator<T, unknown, undefined>): AsyncGenerator<T> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
