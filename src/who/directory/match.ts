import type { DirectoryEntry } from "./entry.ts";

/** When and where a name was used. */
export interface FindOptions {
  /** ISO 8601, may be partial: when the name was used. */
  readonly date?: string;
  /** ISO 3166-1 alpha-3: where. */
  readonly country?: string;
}

/** One actor that a name can mean. */
export interface Match {
  readonly entry: DirectoryEntry;
  /** 0..1. 1: its own name, letter for letter; below 0.6: only a guess. */
  readonly score: number;
  /** One sentence for a person to read. */
  readonly reason: string;
}
