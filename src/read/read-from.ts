import { layer } from "../document/index.ts";

export type Format = "text" | "html" | "json" | "feed" | "warc" | "pdf";

/** Fields of a document's source that are found rather than given. */
export type FoundField = "title" | "publisher" | "authors" | "published" | "language" | "url";

/** Where one field came from: the kind of place, and the place in words ("JSON-LD datePublished", "address", "<time>"). */
export interface Origin {
  readonly from: "input" | "metadata" | "text";
  readonly where: string;
}

/** Something that was left out of the text because it is no part of the report. */
export interface Residue {
  /** As `lexicon/read/residue.yaml` names it, or "code", "doubled-title". */
  readonly kind: string;
  readonly text: string;
  /** Where it stood in the text as given (before anything was removed), in UTF-16 code units. */
  readonly at: number;
}

/** How a document was read. */
export interface ReadFrom {
  readonly format: Format;
  /** WHATWG name of the encoding the bytes were read in; absent when the input came as a string. */
  readonly charset?: string;
  readonly origins: Readonly<Partial<Record<FoundField, Origin>>>;
  readonly residue: readonly Residue[];
}

/** The layer that tells where a document's text and its metadata came from. Every document that `read` gives has it. */
export const READ_FROM = layer<ReadFrom>("read from");
