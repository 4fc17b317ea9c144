import { parentPort, workerData } from "node:worker_threads";
import { ArchiveError, type ArchiveErrorCode } from "../archive-error.ts";
import { Connection } from "../sqlite/connection.ts";
import { type Answers, Survey } from "./survey.ts";

/** One question to the thread. */
export interface Question {
  readonly id: number;
  readonly method: keyof Answers;
  readonly args: readonly unknown[];
}

/** What comes back: the answer, or why there is none; and meanwhile how many rows have been read of how many. */
export type Reply =
  | { readonly done: number; readonly total: number }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly message: string; readonly code?: ArchiveErrorCode };

/** Milliseconds without a question. */
const QUIET = 2000;

// A connection of its own, for reading: nothing here holds up the thread that answers people, or those who write.
if (parentPort) {
  const port = parentPort;
  const survey = new Survey(new Connection(String(workerData), { create: false, readOnly: true }), (done, total) =>
    port.postMessage({ done, total } satisfies Reply),
  );
  let saving: NodeJS.Timeout | undefined;
  port.on("message", ({ id, method, args }: Question) => {
    let reply: Reply;
    try {
      const ask = survey[method].bind(survey) as (...given: readonly unknown[]) => unknown;
      reply = { id, answer: ask(...args) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      reply = { id, message, ...(error instanceof ArchiveError && { code: error.code }) };
    }
    port.postMessage(reply);
    // When nobody asks: to write takes a moment in which there are no answers.
    clearTimeout(saving);
    saving = setTimeout(() => survey.save(), QUIET);
    saving.unref();
  });
}
