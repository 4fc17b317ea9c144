import type { Span } from "./span.ts";

/** A diagnostic that travels with the document: what could not be read or resolved, in words a person understands. */
export interface Warning {
  /** Stable, lower-case, dashed: "residue-removed", "no-article", "place-unresolved". Scripts may match on it. */
  readonly code: string;
  readonly message: string;
  readonly span?: Span;
}
