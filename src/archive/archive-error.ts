/** Why an archive refused. `missing`: no such file, or no such thing in it. `conflict`: someone else has changed it since. */
export type ArchiveErrorCode = "missing" | "not-an-archive" | "newer" | "damaged" | "busy" | "conflict" | "read-only" | "invalid";

/** An archive's refusal, with a message that a person can act upon. */
export class ArchiveError extends Error {
  readonly code: ArchiveErrorCode;

  constructor(code: ArchiveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ArchiveError";
    this.code = code;
  }
}
