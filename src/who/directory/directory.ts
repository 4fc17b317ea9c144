import type { DirectoryEntry } from "./entry.ts";
import type { FindOptions, Match } from "./match.ts";
import type { NameIndex } from "./name-index.ts";
import type { OfficeIndex } from "./offices.ts";
import type { Body, State } from "./states.ts";

/** Everything the program knows of actors, and the ways to ask for it. Immutable once loaded. */
export interface Directory {
  /** Entries in the order of the tables. Bodies of states ("iraq/military") are not listed: `get` makes them. */
  readonly entries: readonly DirectoryEntry[];
  readonly states: readonly State[];
  readonly bodies: readonly Body[];
  readonly names: NameIndex;
  readonly offices: OfficeIndex;
  /** What could not be read from a user's own files, in words. */
  readonly warnings: readonly string[];
  /** The entry with an id: "kataib-hezbollah", "iraq", "iraq/military". */
  get(id: string): DirectoryEntry | undefined;
  /** The state with an ISO 3166-1 alpha-3 code. */
  state(iso: string): State | undefined;
  /**
   * What a name can mean, best first, each with a score in (0, 1] and a sentence that says why. A date (ISO 8601, may be partial)
   * prefers who was active or in office; a country (ISO 3166-1 alpha-3) decides between actors of one name.
   */
  find(name: string, options?: FindOptions): Match[];
  /** Entries that point to this one, with the relation they state: who is part of it, who is backed by it. */
  related(id: string): readonly { readonly entry: DirectoryEntry; readonly kind: string }[];
}
