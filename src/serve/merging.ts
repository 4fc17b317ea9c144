import { Worker } from "node:worker_threads";
import type { Archive } from "../archive/index.ts";
import { mergeArchive } from "../merge/index.ts";
import type { FromMerger, ToMerger } from "./merge-worker.ts";
import type { Turns } from "./turns.ts";

const SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./merge-worker.ts" : "./merge-worker.js", import.meta.url);

/** Milliseconds: longer than from one article of a batch to the next. */
const SOON = 3000;

/**
 * Merges an archive, one merge at a time, on a thread of its own (a memory-only archive on this one). Who asks while a merge is going
 * on is served by the next, together with all who asked meanwhile.
 */
export class Merging {
  readonly #archive: Archive;
  readonly #writes: Turns;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** @param writes the turns that all writing of this program takes, the merge's among them */
  constructor(archive: Archive, writes: Turns) {
    this.#archive = archive;
    this.#writes = writes;
  }

  /** Resolves when everything that is in the archive now has been merged. */
  merge(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    if (!this.#running) return this.#begin();
    this.#next ??= this.#running.catch(() => {}).then(() => this.#begin());
    return this.#next;
  }

  /** Merges in a while, unless somebody asks for it sooner: whoever left it for later may never come back to ask. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.merge().catch(() => {}), SOON);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
  }

  #begin(): Promise<void> {
    this.#next = undefined;
    clearTimeout(this.#timer);
    const running = (this.#archive.file === undefined ? this.#here() : this.#there(this.#archive.file)).finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running;
  }

  async #here(): Promise<void> {
    await this.#writes.take(() => mergeArchive(this.#archive));
  }

  #there(file: string): Promise<void> {
    this.#worker ??= new Worker(SCRIPT, { workerData: file });
    const worker = this.#worker;
    const say = (message: ToMerger) => worker.postMessage(message);
    return new Promise((resolve, reject) => {
      let over = false;
      let written = () => {};
      const end = (error?: Error) => {
        worker.off("message", onMessage).off("error", onGone).off("exit", onGone);
        over = true;
        written();
        if (error) reject(error);
        else resolve();
      };
      const onMessage = (message: FromMerger) => {
        if (message === "may I write")
          this.#writes.take(
            () =>
              new Promise<void>((done) => {
                // Its turn may come when the thread is gone: nobody would say that it has written.
                if (over) return done();
                written = done;
                say("write");
              }),
          );
        else if (message === "written") written();
        else if (message === "merged") end();
        else end(new Error(message.failed));
      };
      const onGone = (cause: unknown) => {
        this.#worker = undefined;
        // Stopped on purpose: the next start of the program merges what is left.
        end(this.#closed ? undefined : cause instanceof Error ? cause : new Error(`the merging thread ended with ${cause}`));
      };
      worker.on("message", onMessage).on("error", onGone).on("exit", onGone);
      say("merge");
    });
  }
}
