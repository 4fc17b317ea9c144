import type { Added } from "../../src/serve/index.ts";
import { ask, forgetAnswers, Refused } from "../app/api.ts";

/** An article as it was given: a file or pasted text, with what is known of it. */
export interface Given {
  readonly name: string;
  readonly body: Blob;
  readonly known?: Readonly<Record<string, string>>;
}

/** A file on its way into the archive. */
export interface Job {
  readonly name: string;
  readonly state: "waiting" | "reading" | "done";
  readonly results?: readonly Added[];
}

// Outside every screen: going to another one neither stops the reading nor loses what became of each file.
let jobs: readonly Job[] = [];
let joining: Joining = {};
let last: Promise<unknown> = Promise.resolve();
const listeners = new Set<() => void>();

/** Calls back whenever a job is added or gets on; returns how to stop that. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** All jobs since the page was opened, in the order in which they were added. */
export function currentJobs(): readonly Job[] {
  return jobs;
}

/** Adds articles, one after the other, behind those that are waiting already. */
export function addAll(articles: readonly Given[]): void {
  const first = jobs.length;
  change([...jobs, ...articles.map(({ name }) => ({ name, state: "waiting" as const }))]);
  for (const [i, article] of articles.entries()) {
    last = last.then(async () => {
      put(first + i, { state: "reading" });
      put(first + i, { state: "done", results: await addOne(article) });
    });
  }
  last = last.then(async () => {
    // Behind these, others may have been added meanwhile: the last of them has the reports joined.
    if (jobs.some(({ state }) => state !== "done")) return;
    join({ busy: true });
    try {
      await ask("/api/merge", { method: "POST" });
      join({});
    } catch (error) {
      join({ failed: error instanceof Refused ? error.message : "the server does not answer" });
    }
    forgetAnswers();
  });
}

/** How the joining of reports into events goes: nothing to say, under way, or failed. */
export interface Joining {
  readonly busy?: true;
  readonly failed?: string;
}

export function currentJoining(): Joining {
  return joining;
}

function join(next: Joining): void {
  joining = next;
  change([...jobs]);
}

async function addOne({ name, body, known = {} }: Given): Promise<readonly Added[]> {
  const query = new URLSearchParams({ name, merge: "later", ...known });
  try {
    return (await ask<{ results: readonly Added[] }>(`/api/articles?${query}`, { method: "POST", body })).results;
  } catch (error) {
    return [
      { ok: false, name, code: "refused", message: `${name}: ${error instanceof Refused ? error.message : "the file could not be read"}` },
    ];
  }
}

function put(at: number, job: Partial<Job>): void {
  change(jobs.map((old, i) => (i === at ? { ...old, ...job } : old)));
}

function change(next: readonly Job[]): void {
  jobs = next;
  for (const listener of listeners) listener();
}
