import type { DirectoryEntry } from "./entry.ts";

/** What was read from a user's file, and what could not be. */
export interface Imported {
  readonly entries: readonly DirectoryEntry[];
  readonly warnings: readonly string[];
}
