/** A document that the coder could not finish: a mistake of the program, never the document's fault. The batch goes on. */
export class CodingError extends Error {
  /** Id of the document. */
  readonly document: string;

  constructor(document: string, cause: unknown) {
    super(`${document}: the coder failed (${cause instanceof Error ? cause.message : String(cause)})`, { cause });
    this.name = "CodingError";
    this.document = document;
  }
}
