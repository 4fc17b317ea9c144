import { Worker } from "node:worker_threads";
import type { Document } from "../document/index.ts";
import type { CodedDocument } from "./coded-document.ts";
import { CodingError } from "./coding-error.ts";
import type { CoderOptions } from "./options.ts";
import type { Answer, Job } from "./worker.ts";

// In development the sources run as they are; in the package, compiled.
const SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);

interface Waiting {
  readonly document: Document;
  readonly resolve: (coded: CodedDocument) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads that code documents, each with a coder of its own. A thread that dies fails its document and is replaced. */
export class WorkerPool {
  readonly #options: CoderOptions;
  readonly #script: URL;
  readonly #workers = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #queue: Waiting[] = [];
  #closed = false;
  /** Why no thread can code anything. */
  #broken: { readonly by: unknown } | undefined;

  constructor(size: number, options: CoderOptions, script: URL = SCRIPT) {
    this.#options = options;
    this.#script = script;
    for (let i = 0; i < size; i++) this.#start();
  }

  /**
   * Codes one document on the next free thread. Rejects with a CodingError; with another error when a thread cannot load the coder at
   * all: then no document is to blame, and none can be coded.
   */
  code(document: Document): Promise<CodedDocument> {
    return new Promise((resolve, reject) => {
      if (this.#broken) {
        reject(this.#broken.by);
        return;
      }
      this.#queue.push({ document, resolve, reject });
      this.#serve();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { document, reject } of this.#queue.splice(0)) reject(new CodingError(document.source.id, "stopped"));
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #start(): void {
    const worker = new Worker(this.#script, { workerData: this.#options });
    this.#workers.add(worker);
    const onError = (error: unknown) => this.#break(error);
    worker.once("error", onError);
    worker.once("message", () => {
      worker.off("error", onError);
      this.#idle.push(worker);
      this.#serve();
    });
  }

  #break(by: unknown): void {
    this.#broken = { by };
    for (const { reject } of this.#queue.splice(0)) reject(by);
  }

  #serve(): void {
    while (this.#queue.length > 0 && this.#idle.length > 0) this.#give(this.#idle.pop()!, this.#queue.shift()!);
  }

  #give(worker: Worker, { document, resolve, reject }: Waiting): void {
    const settle = () => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    };
    const onMessage = (answer: Answer) => {
      settle();
      this.#idle.push(worker);
      if ("coded" in answer) resolve(answer.coded);
      else reject(new CodingError(document.source.id, answer.message));
      this.#serve();
    };
    const die = (cause: unknown) => {
      settle();
      // A dying thread may still report an error; nobody waits for it any more.
      worker.on("error", () => {});
      this.#workers.delete(worker);
      reject(new CodingError(document.source.id, cause));
      if (this.#closed) return;
      this.#start();
      this.#serve();
    };
    const onError = (error: unknown) => die(error);
    const onExit = (code: number) => die(`its thread ended with ${code}`);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    const job: Job = { source: document.source, warnings: document.warnings };
    worker.postMessage(job);
  }
}
