import type { Document } from "../document/index.ts";
import type { CodedDocument } from "./coded-document.ts";
import type { CodingError } from "./coding-error.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** What became of one document: its coding, or why there is none. */
export type Coding =
  | { readonly ok: true; readonly document: Document; readonly coded: CodedDocument }
  | { readonly ok: false; readonly document: Document; readonly error: CodingError };

/** A queue of promises in the order of the input: whichever thread ends first, the first document comes out first. */
export async function* onThreads(
  documents: AsyncIterable<Document>,
  pool: WorkerPool,
  ahead: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Coding> {
  const queue: Promise<Coding>[] = [];
  const stopped = new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  stopped.catch(() => {});
  try {
    for await (const document of documents) {
      queue.push(
        pool.code(document).then(
          (coded): Coding => ({ ok: true, document, coded }),
          (error: CodingError): Coding => ({ ok: false, document, error }),
        ),
      );
      if (queue.length >= ahead) yield await Promise.race([queue.shift()!, stopped, pool.broken]);
    }
    while (queue.length > 0) yield await Promise.race([queue.shift()!, stopped, pool.broken]);
  } finally {
    await pool.close();
  }
}
