import type { Document } from "../document/index.ts";

/** What the caller knows about an input. It outranks what the input says of itself. */
export interface ReadHints {
  /** What messages call the input: a file's name, "standard input". */
  readonly name?: string;
  /** A content type as HTTP gives it, with or without its charset. */
  readonly mime?: string;
  readonly url?: string;
  readonly id?: string;
  /** ISO 8601, as precise as is known. */
  readonly published?: string;
  readonly publisher?: string;
  readonly title?: string;
  /** The text is known to be clean: nothing is removed from it, so that offsets into it hold. */
  readonly clean?: boolean;
}

/**
 * Why an input gave no document. `empty`: no text at all; `binary`: not text; `too-large`: beyond a bound of limits.ts;
 * `no-article`: a page without a body of prose; `bad-json`: not JSON, or not an object with a text; `bad-feed`, `bad-pdf`,
 * `bad-archive`: broken in that format; `needs-async`: PDF and WARC, which only the asynchronous readers open; `unreadable`: the
 * file system refused.
 */
export type RefusalCode =
  | "empty"
  | "binary"
  | "too-large"
  | "no-article"
  | "bad-json"
  | "bad-feed"
  | "bad-pdf"
  | "bad-archive"
  | "needs-async"
  | "unreadable";

/** An input that gave no document. The message says what happened, where, and what to do about it. */
export interface Refusal {
  readonly ok: false;
  /** The input, and within it the line or record: "feed.jsonl, line 3". */
  readonly name: string;
  readonly code: RefusalCode;
  readonly message: string;
}

export interface Reading {
  readonly ok: true;
  readonly document: Document;
}

export type ReadResult = Reading | Refusal;

/** A refusal whose message begins with the input's name. */
export function refuse(name: string, code: RefusalCode, what: string): Refusal {
  return { ok: false, name, code, message: `${name}: ${what}` };
}

/** What messages call an input. */
export function nameOf(hints: ReadHints): string {
  return hints.name ?? hints.id ?? hints.url ?? hints.title ?? "input";
}
