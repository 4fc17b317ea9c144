/** A folder that is watched, and what came of it so far. */
export interface Watched {
  readonly folder: string;
  /** Files that were read. */
  readonly files: number;
  readonly articles: number;
  /** How often reports have been joined into events after some had come. */
  readonly joined: number;
  /** The latest that could not be read, with why. */
  readonly failures: readonly string[];
  /** Why the folder itself cannot be read, if so. */
  readonly problem?: string;
}
