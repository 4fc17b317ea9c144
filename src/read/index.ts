/** Bytes to documents: any charset, any of the formats reporting arrives in; what is no part of the report is left out, and said so. */

export { MAX_DOCUMENT_BYTES, MAX_HTML_DEPTH, MAX_TEXT_LENGTH } from "./limits.ts";
export { read } from "./read.ts";
export { type Format, type FoundField, type Origin, READ_FROM, type ReadFrom, type Residue } from "./read-from.ts";
export { isReadable } from "./readable.ts";
export type { ReadHints, Reading, ReadResult, Refusal, RefusalCode } from "./result.ts";
export { readFileDocuments, readStream } from "./stream.ts";
