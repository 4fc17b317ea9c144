import { parentPort } from "node:worker_threads";
import type { DocumentSource, Warning } from "../document/index.ts";
import { READ_FROM, type ReadHints, type Refusal, read, readStream } from "../read/index.ts";

/** What the thread is asked: for the documents of a file, or for what is no part of the report in it. */
export interface ReadJob {
  readonly wanted: "documents" | "residue";
  readonly bytes: Uint8Array;
  readonly hints: ReadHints;
}

/** One article of a file, as a structured clone can carry it, or why there is none. */
export type ReadArticle = { readonly ok: true; readonly source: DocumentSource; readonly warnings: readonly Warning[] } | Refusal;

/** What comes back: all that was asked for, or why it could not be had. */
export type ReadAnswer =
  | { readonly documents: readonly ReadArticle[] }
  | { readonly residue: readonly string[] }
  | { readonly failed: string };

// A page of a thousand tables or a PDF of a thousand pages takes seconds to read: here it holds up nobody.
if (parentPort) {
  const port = parentPort;
  port.on("message", (job: ReadJob) => {
    answer(job).then(
      (found) => port.postMessage(found),
      (error: unknown) => port.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies ReadAnswer),
    );
  });
}

async function answer({ wanted, bytes, hints }: ReadJob): Promise<ReadAnswer> {
  if (wanted === "residue") {
    const [first] = read(bytes, hints);
    return { residue: first?.ok ? first.document.get(READ_FROM).residue.map((piece) => piece.text) : [] };
  }
  const documents: ReadArticle[] = [];
  for await (const reading of readStream(once(bytes), hints)) {
    if (reading.ok) documents.push({ ok: true, source: reading.document.source, warnings: reading.document.warnings });
    else documents.push(reading);
  }
  return { documents };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
