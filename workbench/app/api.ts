import { useEffect, useState } from "react";

/** What the server says when it refuses (RFC 9457). */
export class Refused extends Error {
  readonly status: number;
  readonly title: string;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(String(body.detail ?? "The server did not answer."));
    this.name = "Refused";
    this.status = status;
    this.title = String(body.title ?? "No answer");
    this.body = body;
  }
}

const kept = new Map<string, { readonly answer: unknown; readonly at: number }>();
const KEPT = 60;
/** Milliseconds after which an answer is still shown, but asked for again: others may have changed the archive meanwhile. */
const FRESH = 15_000;
let generation = 0;
const waiting = new Set<() => void>();

/** Forgets every answer and lets what is on the screen ask again: something was changed. */
export function forgetAnswers(): void {
  generation++;
  kept.clear();
  for (const ask of waiting) ask();
}

/** Forgets what was answered for one path. */
export function forgetAnswer(path: string): void {
  kept.delete(path);
}

let underWay = 0;

/** Tells assistive technology that what the screen shows is about to change, without drawing the whole screen again. */
function busy(change: 1 | -1): void {
  underWay += change;
  document.getElementById("main")?.setAttribute("aria-busy", String(underWay > 0));
}

/** Asks the server. Throws Refused. */
export async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const reading = init?.method === undefined;
  if (reading) busy(1);
  try {
    return await answerTo<T>(path, init);
  } finally {
    if (reading) busy(-1);
  }
}

async function answerTo<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused(0, { title: "No answer", detail: "The server does not answer. Is “dateline serve” still running in its terminal?" });
  }
  if (!response.ok) throw new Refused(response.status, (await response.json().catch(() => ({}))) as Record<string, unknown>);
  return (await response.json()) as T;
}

/** Sends a change as JSON. */
export function send<T>(path: string, body: unknown, match?: string): Promise<T> {
  return ask<T>(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...(match !== undefined && { "if-match": match }) },
    body: JSON.stringify(body),
  });
}

/** Asks, or takes the answer that came before. */
export async function askOnce<T>(path: string, signal?: AbortSignal): Promise<T> {
  const known = kept.get(path);
  if (known && performance.now() - known.at < FRESH) return known.answer as T;
  const asked = generation;
  const answer = await ask<T>(path, signal ? { signal } : undefined);
  if (asked === generation) {
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
    kept.set(path, { answer, at: performance.now() });
  }
  return answer;
}

export interface Answer<T> {
  /** The last answer, shown on while the next is under way. */
  readonly data?: T;
  readonly error?: Refused;
  readonly loading: boolean;
}

/** What was answered, and to which question. */
interface Asked<T> extends Answer<T> {
  readonly path: string | null;
}

/** The answer to a path, asked again when the path changes or something was changed. Null asks nothing. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const [state, setState] = useState<Asked<T>>(() => begun<T>(path, undefined));
  // Another question: what is known of it is there at once, and what was answered to the one before is no longer its answer.
  const shown = state.path === path ? state : begun<T>(path, state.data);
  useEffect(() => {
    if (path === null) return;
    let stop = new AbortController();
    const load = () => {
      stop.abort();
      stop = new AbortController();
      const { signal } = stop;
      setState((before) => (before.path === path && kept.has(path) ? before : begun(path, before.data)));
      askOnce<T>(path, signal).then(
        (data) =>
          !signal.aborted && setState((before) => (before.data === data && !before.loading ? before : { path, data, loading: false })),
        (error: unknown) =>
          !signal.aborted && setState({ path, error: error instanceof Refused ? error : new Refused(0, {}), loading: false }),
      );
    };
    load();
    waiting.add(load);
    return () => {
      waiting.delete(load);
      stop.abort();
    };
  }, [path]);
  return shown;
}

/** A question as it is when it is asked: answered from what is kept, or with the last answer shown on until its own is there. */
function begun<T>(path: string | null, last: T | undefined): Asked<T> {
  if (path === null) return { path, loading: false };
  const known = kept.get(path);
  if (known) return { path, data: known.answer as T, loading: false };
  return { path, ...(last !== undefined && { data: last }), loading: true };
}
