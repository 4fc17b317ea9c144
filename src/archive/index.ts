/** Documents, mentions, events and people's decisions, kept in one file. */
import type { Archive } from "./archive.ts";
import { Connection } from "./sqlite/connection.ts";
import { SqliteArchive } from "./sqlite/sqlite-archive.ts";

export type * from "./archive.ts";
export { ArchiveError, type ArchiveErrorCode } from "./archive-error.ts";
export * from "./query.ts";

export interface OpenOptions {
  /** Default: true, the file is made when it is not there. */
  readonly create?: boolean;
  readonly readOnly?: boolean;
  /** The clock that dates documents, runs and decisions. Default: the computer's. */
  readonly now?: () => Date;
}

/**
 * Opens an archive, bringing an older one up to date. ":memory:" is one that is gone when closed.
 *
 * Throws an ArchiveError: "missing" when there is none and none may be made, "not-an-archive", "newer" (written by a later Dateline),
 * "damaged", or "busy" (another program is changing its schema).
 */
export function openArchive(file: string, options: OpenOptions = {}): Archive {
  const { create = true, readOnly = false, now = () => new Date() } = options;
  return new SqliteArchive(new Connection(file, { create, readOnly }), now);
}
