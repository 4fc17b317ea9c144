import { Worker } from "node:worker_threads";
import type { ArchiveReader, RunningSurvey, SurveyReader } from "../archive.ts";
import { ArchiveError } from "../archive-error.ts";
import { type EventFilter, type EventQuery, FACETS, type Facet, type Unit } from "../query.ts";
import { isAny } from "../sqlite/conditions.ts";
import type { Question, Reply } from "./survey-worker.ts";

// In development the sources run as they are; in the package, compiled.
const SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./survey-worker.ts" : "./survey-worker.js", import.meta.url);

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A survey on a thread of its own, with its own connection to the archive's file: a question over a million events holds up nobody else.
 * Where the thread cannot be had, the archive itself answers, later but the same.
 */
export class SurveyThread implements RunningSurvey {
  readonly #file: string;
  readonly #archive: SurveyReader & Pick<ArchiveReader, "unit">;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #broken = false;
  #asked = 0;
  #progress: { readonly done: number; readonly total: number } | undefined;

  constructor(file: string, archive: SurveyReader & Pick<ArchiveReader, "unit">) {
    this.#file = file;
    this.#archive = archive;
    // Asked now, so that the columns are there, and the engine has compiled what goes over them, when the first person asks.
    archive
      .unit()
      .then((of) => this.#warmUp(of))
      .catch(() => {});
  }

  find(of: Unit, query: EventQuery = {}) {
    // An index leads to the first rows of everything at once; and it does not wait for the columns.
    if (isAny(query.filter ?? {})) return this.#archive.find(of, query);
    return this.#ask("find", [of, query], () => this.#archive.find(of, query));
  }

  count(of: Unit, filter: EventFilter = {}) {
    if (isAny(filter)) return this.#archive.count(of);
    return this.#ask("count", [of, filter], () => this.#archive.count(of, filter));
  }

  facets(of: Unit, filter: EventFilter, facets: readonly Facet[], top?: number) {
    return this.#ask("facets", [of, filter, facets, top], () => this.#archive.facets(of, filter, facets, top));
  }

  timeline(of: Unit, filter: EventFilter, by: "day" | "week" | "month" | "year") {
    return this.#ask("timeline", [of, filter, by], () => this.#archive.timeline(of, filter, by));
  }

  places(of: Unit, filter: EventFilter) {
    return this.#ask("places", [of, filter], () => this.#archive.places(of, filter));
  }

  pairs(of: Unit, filter: EventFilter, top?: number) {
    return this.#ask("pairs", [of, filter, top], () => this.#archive.pairs(of, filter, top));
  }

  actors(of: Unit, filter: EventFilter, top?: number) {
    return this.#ask("actors", [of, filter, top], () => this.#archive.actors(of, filter, top));
  }

  /** How far the columns are, while they are being read. */
  get progress(): { readonly done: number; readonly total: number } | undefined {
    return this.#progress;
  }

  async close(): Promise<void> {
    this.#broken = true;
    const worker = this.#worker;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new ArchiveError("missing", "the archive was closed"));
    this.#waiting.clear();
    await worker?.terminate();
  }

  async #warmUp(of: Unit): Promise<void> {
    await this.facets(of, {}, FACETS, 1);
    await this.#ask("find", [of, { limit: 1 }], () => this.#archive.find(of, { limit: 1 }));
    await Promise.all([this.timeline(of, {}, "week"), this.places(of, {}), this.pairs(of, {}, 1), this.actors(of, {}, 1)]);
  }

  async #ask<K extends keyof SurveyReader>(
    method: K,
    args: readonly unknown[],
    otherwise: () => ReturnType<SurveyReader[K]>,
  ): Promise<Awaited<ReturnType<SurveyReader[K]>>> {
    if (this.#broken) return await otherwise();
    const worker = this.#start();
    const id = ++this.#asked;
    const question: Question = { id, method, args };
    try {
      return await new Promise<Awaited<ReturnType<SurveyReader[K]>>>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage(question);
      });
    } catch (error) {
      if (error !== BROKEN) throw error;
      return await otherwise();
    }
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(SCRIPT, { workerData: this.#file });
    this.#worker = worker;
    worker.on("message", (reply: Reply) => {
      if ("done" in reply) {
        this.#progress = reply;
        return;
      }
      this.#progress = undefined;
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      // Nothing asked: the thread does not keep the program from ending.
      if (this.#waiting.size === 0) worker.unref();
      if ("answer" in reply) waiting?.resolve(reply.answer as never);
      else waiting?.reject(reply.code === undefined ? new Error(reply.message) : new ArchiveError(reply.code, reply.message));
    });
    const fail = () => {
      if (this.#worker !== worker) return;
      this.#broken = true;
      this.#worker = undefined;
      for (const { reject } of this.#waiting.values()) reject(BROKEN);
      this.#waiting.clear();
    };
    worker.on("error", fail);
    worker.on("exit", fail);
    return worker;
  }
}

/** The thread has died: what it was asked is asked of the archive. */
const BROKEN = new Error("the survey's thread has ended");
