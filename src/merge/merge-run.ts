import type { Decision } from "./decision.ts";
import type { EventRecord } from "./event-record.ts";
import type { MergeOptions } from "./merge-records.ts";
import type { MentionFinder } from "./resolve-decisions.ts";

export type MergeArchiveOptions = Omit<MergeOptions, "former"> & {
  /** Compare everything again, not only what is new. */
  readonly all?: boolean;
};

export interface MergeOutcome {
  /** Mentions that were compared: all, or the new ones and those that they touch. */
  readonly compared: number;
  /** Events written, because they are new or changed. */
  readonly put: number;
  readonly removed: number;
  readonly moved: number;
}

/** What people decided, as both ways of merging need it. */
export interface Held {
  /** All decisions that stand. */
  readonly standing: readonly Decision[];
  /** Events that people added, by their mentions' ids. */
  readonly added: ReadonlyMap<string, EventRecord>;
  /** Events that people added and took back. */
  readonly takenBack: readonly EventRecord[];
  readonly finder: MentionFinder;
}
