import { Worker } from "node:worker_threads";
import type { ReadHints } from "../read/index.ts";
import type { ArticleReader } from "./context.ts";
import type { ReadAnswer, ReadArticle, ReadJob } from "./read-worker.ts";
import { Turns } from "./turns.ts";

// In development the sources run as they are; in the package, compiled.
const SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./read-worker.ts" : "./read-worker.js", import.meta.url);

/** Milliseconds after which a file is given up: a hostile one could keep the thread for ever. */
const LONGEST = 5 * 60_000;

/** Reads files on a thread of its own, one at a time. A file that kills the thread is refused, and the next one gets another thread. */
export class ReaderThread implements ArticleReader {
  readonly #script: URL;
  readonly #longest: number;
  readonly #turns = new Turns();
  #worker: Worker | undefined;
  #closed = false;

  constructor(options: { readonly script?: URL; readonly longest?: number } = {}) {
    this.#script = options.script ?? SCRIPT;
    this.#longest = options.longest ?? LONGEST;
  }

  async documents(bytes: Uint8Array, hints: ReadHints & { readonly name: string }): Promise<readonly ReadArticle[]> {
    const answer = await this.#turns.take(() => this.#ask({ wanted: "documents", bytes, hints }));
    if ("documents" in answer) return answer.documents;
    const why = "failed" in answer ? answer.failed : "the reader did not answer";
    return [{ ok: false, name: hints.name, code: "unreadable", message: `${hints.name}: it could not be read to its end: ${why}` }];
  }

  async residue(bytes: Uint8Array): Promise<readonly string[]> {
    const answer = await this.#turns.take(() => this.#ask({ wanted: "residue", bytes, hints: {} }));
    return "residue" in answer ? answer.residue : [];
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #ask(job: ReadJob): Promise<ReadAnswer> {
    if (this.#closed) return Promise.resolve({ failed: "the program is ending" });
    this.#worker ??= new Worker(this.#script);
    const worker = this.#worker;
    worker.ref();
    return new Promise((resolve) => {
      const end = (answer: ReadAnswer) => {
        clearTimeout(timer);
        worker.off("message", end).off("error", onGone).off("exit", onGone);
        // Nothing to read: the thread does not keep the program from ending.
        worker.unref();
        resolve(answer);
      };
      const onGone = (cause: unknown) => {
        if (this.#worker === worker) this.#worker = undefined;
        end({ failed: cause instanceof Error ? cause.message : `its thread ended with ${cause}` });
        // A dying thread may still report an error; nobody waits for it any more.
        worker.on("error", () => {});
      };
      const timer = setTimeout(() => {
        this.#worker = undefined;
        end({ failed: `given up after ${Math.round(this.#longest / 60_000)} minutes` });
        worker.terminate();
      }, this.#longest);
      worker.on("message", end).on("error", onGone).on("exit", onGone);
      worker.postMessage(job);
    });
  }
}
