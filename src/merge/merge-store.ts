import type { Decision } from "./decision.ts";
import type { Move } from "./event-ids.ts";
import type { EventRecord } from "./event-record.ts";

/** A mention under its headings: `place` is its place in every block, before its id (see `placeInBlock`). */
export interface Filed {
  readonly id: string;
  readonly place: number;
  readonly headings: readonly number[];
}

/** How far merging has come: by which rule, and up to which decision. */
export interface MergeState {
  readonly rule: string;
  readonly decision: number;
}

/** Mentions that came, changed or went since merging last wrote; `upTo` names the last of these changes. */
export interface Unmerged {
  readonly ids: readonly string[];
  readonly upTo: number;
}

/** What merging writes in one step: all of it or nothing. */
export interface MergeWrite {
  /** Beside the events that were staged. */
  readonly put: readonly EventRecord[];
  readonly remove: readonly string[];
  readonly forward: readonly Move[];
  readonly unfile: readonly Filed[];
  readonly state: MergeState;
  readonly upTo: number;
}

/** An archive's memory for merging: with it a new article costs a look-up. Lists of ids are answered without what is not there, in any order. */
export interface MergeIndex {
  /** Undefined before the first merge, and after one that was stopped while it filed everything anew. */
  state(): Promise<MergeState | undefined>;
  unmerged(): Promise<Unmerged>;
  mentions(ids: readonly string[]): Promise<readonly EventRecord[]>;
  mentionsOf(documents: readonly string[]): Promise<readonly EventRecord[]>;
  events(ids: readonly string[]): Promise<readonly EventRecord[]>;
  /** The events that hold any of these mentions. */
  eventsWith(mentions: readonly string[]): Promise<readonly EventRecord[]>;
  /** At most `most` mentions that follow (step 1) or precede (step −1) a place in the block of a heading, the nearest first. */
  near(heading: number, at: Pick<Filed, "id" | "place">, step: 1 | -1, most: number): Promise<readonly string[]>;
  /** Forgets all headings, what was staged, and the state. */
  clear(): Promise<void>;
  /** Filing what is filed already changes nothing. */
  file(filed: readonly Filed[]): Promise<void>;
  /** Lays new and changed events by for the next `write`, so that they need not all be held in memory. */
  stage(events: readonly EventRecord[]): Promise<void>;
  write(changes: MergeWrite): Promise<void>;
}

/** What merging needs of an archive. */
export interface MergeStore {
  readonly merging: MergeIndex;
  records(of: "mentions" | "events"): AsyncIterable<EventRecord>;
  decisions(): Promise<readonly Decision[]>;
}
