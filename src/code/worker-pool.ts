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

/** A thread with the documents that it holds, the one that it works on first. */
interface Thread {
  readonly worker: Worker;
  readonly held: Waiting[];
}

/** Documents that a thread holds: while one is coded the next is there already, so that no thread waits for the calling one. */
const MOST_HELD = 2;

/** Threads that code documents, each with a coder of its own. A thread that dies fails its document and is replaced. */
export class WorkerPool {
  readonly #options: CoderOptions;
  readonly #script: URL;
  readonly #workers = new Set<Worker>();
  /** Threads that have loaded their coder. */
  readonly #ready = new Set<Thread>();
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
    this.#stop(this.#queue.splice(0));
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #stop(waiting: readonly Waiting[]): void {
    for (const { document, reject } of waiting) reject(new CodingError(document.source.id, "stopped"));
  }

  #start(): void {
    const worker = new Worker(this.#script, { workerData: this.#options });
    this.#workers.add(worker);
    const onError = (error: unknown) => this.#break(error);
    worker.once("error", onError);
    worker.once("message", () => {
      worker.off("error", onError);
      this.#welcome({ worker, held: [] });
      this.#serve();
    });
  }

  #break(by: unknown): void {
    this.#broken = { by };
    for (const { reject } of this.#queue.splice(0)) reject(by);
  }

  /** Takes a thread in that has loaded its coder. */
  #welcome(thread: Thread): void {
    const { worker, held } = thread;
    this.#ready.add(thread);
    const die = (cause: unknown) => {
      // A dying thread reports an error and its end.
      if (!this.#ready.delete(thread)) return;
      this.#workers.delete(worker);
      const [failed, ...rest] = held.splice(0);
      failed?.reject(new CodingError(failed.document.source.id, cause));
      if (this.#closed) {
        this.#stop(rest);
        return;
      }
      this.#queue.unshift(...rest);
      this.#start();
      this.#serve();
    };
    worker.on("message", (answer: Answer) => {
      const { document, resolve, reject } = held.shift()!;
      if ("coded" in answer) resolve(answer.coded);
      else reject(new CodingError(document.source.id, answer.message));
      this.#serve();
    });
    worker.on("error", die);
    worker.on("exit", (code) => die(`its thread ended with ${code}`));
  }

  /** Gives each document to the thread that holds fewest. */
  #serve(): void {
    while (this.#queue.length > 0) {
      let freest: Thread | undefined;
      for (const thread of this.#ready) if (thread.held.length < (freest?.held.length ?? MOST_HELD)) freest = thread;
      if (freest === undefined) return;
      const next = this.#queue.shift()!;
      freest.held.push(next);
      const job: Job = { source: next.document.source, warnings: next.document.warnings };
      freest.worker.postMessage(job);
    }
  }
}
