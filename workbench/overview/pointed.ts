import type { EventRecord } from "../../src/merge/index.ts";

type Listener = (event: EventRecord | undefined) => void;
const listeners = new Set<Listener>();
let pointed: EventRecord | undefined;

/** The event of the table that a person points to, by the pointer or by the keyboard: every picture shows where it is in it. */
export function point(event: EventRecord | undefined): void {
  if (event === pointed) return;
  pointed = event;
  for (const listener of listeners) listener(event);
}

/** Calls back whenever another event is pointed to; returns how to stop that. Not through React: pictures need not be drawn again. */
export function whenPointed(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
