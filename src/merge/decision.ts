import type { Span } from "../document/index.ts";

/**
 * What a person decided. Decisions are only ever added: taking one back is a further decision (`undo`) that names it. They outrank
 * the machine through recoding and merging again, so a subject is also named by its evidence, which survives when ids do not.
 */
export interface Decision {
  /** Counts from 1 in the order of arrival. */
  readonly id: number;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Who: a name or an address that the person chose. */
  readonly by: string;
  readonly why?: string;
  readonly kind: DecisionKind;
  /** Ids of mentions or events, in the order that the kind gives them a meaning. */
  readonly subjects: readonly string[];
  /** For `correct` and `add`: which field, by its name in the record ("killed", "place", "actors"). */
  readonly field?: string;
  /** For `correct` and `add`: what it is to be. Null says that the field is to be empty. */
  readonly value?: Json;
  /** The words that the decision rests on. */
  readonly evidence?: readonly { readonly document: string; readonly span: Span; readonly text: string }[];
  /** For `undo`: the decision taken back. An undo can be undone. */
  readonly undoes?: number;
}

/**
 * `same`, `different`, `unsure`: whether the subjects tell of one event. `split`: the first subject is an event, the rest are the
 * mentions to leave it together. `accept`, `reject`: whether the subject is an event at all. `correct`: a field. `add`: an event that
 * the machine missed. `note`: words only.
 */
export type DecisionKind = "same" | "different" | "unsure" | "split" | "accept" | "reject" | "correct" | "add" | "note" | "undo";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A decision before the archive has numbered and dated it. */
export type NewDecision = Omit<Decision, "id" | "at"> & { readonly at?: string };
