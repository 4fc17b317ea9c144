import type { Document } from "../document/index.ts";
import type { CodedDocument } from "./coded-document.ts";
import { CodingError } from "./coding-error.ts";
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
  let halt = (_: unknown): void => {};
  const onAbort = (): void => halt(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  // Not Promise.race: each race would leave its outcome hanging on the promise that lives as long as the batch.
  const settled = (coding: Promise<Coding>): Promise<Coding> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) reject(signal.reason);
      halt = reject;
      coding.then(resolve, reject);
    });
  try {
    for await (const document of documents) {
      const coding = pool.code(document).then(
        (coded): Coding => ({ ok: true, document, coded }),
        (error: unknown): Coding => {
          if (error instanceof CodingError) return { ok: false, document, error };
          throw error;
        },
      );
      // Awaited in its turn; until then nobody else has to hear of a failure.
      coding.catch(() => {});
      queue.push(coding);
      if (queue.length >= ahead) yield await settled(queue.shift()!);
    }
    while (queue.length > 0) yield await settled(queue.shift()!);
  } finally {
    signal?.removeEventListener("abort", onAbort);
    await pool.close();
  }
}
