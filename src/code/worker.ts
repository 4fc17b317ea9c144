import { parentPort, workerData } from "node:worker_threads";
import type { DocumentSource, Warning } from "../document/index.ts";
import { Document } from "../document/index.ts";
import type { CodedDocument } from "./coded-document.ts";
import { code, loadCoder } from "./coder.ts";
import type { CoderOptions } from "./options.ts";

/** A document on its way to a worker: what a structured clone can carry. */
export interface Job {
  readonly source: DocumentSource;
  readonly warnings: readonly Warning[];
}

/** What comes back for a job; before the first one, "ready" says that the coder is loaded. */
export type Answer = { readonly coded: CodedDocument } | { readonly message: string };

// The coder is loaded once; each message is one document, and they are answered in their order.
if (parentPort) {
  const port = parentPort;
  const coder = loadCoder(workerData as CoderOptions);
  port.postMessage("ready");
  port.on("message", ({ source, warnings }: Job) => {
    let answer: Answer;
    try {
      answer = { coded: code(Document.from(source, warnings), coder) };
    } catch (error) {
      answer = { message: error instanceof Error ? error.message : String(error) };
    }
    port.postMessage(answer);
  });
}
