/**
 * Dateline as a library: from articles to sourced events.
 *
 *     import { code, loadCoder, read } from "dateline";
 *     const [result] = read(html, { published: "2024-08-14" });
 *     if (result.ok) console.log(code(result.document, loadCoder()).events);
 */

// Keep and ask: documents, events and people's decisions in one file.
export {
  type ActorCount,
  type Archive,
  ArchiveError,
  type ArchiveErrorCode,
  type ArchiveReader,
  type ArchiveWriter,
  type EventFilter,
  type EventQuery,
  FACETS,
  type Facet,
  type FacetCounts,
  type OpenOptions,
  openArchive,
  type Page,
  type Unit,
} from "./archive/index.ts";
// Code: a document in, its coded document out; one, or any number on all cores.
export {
  type Argument,
  annotate,
  type CodedDocument,
  type Coder,
  type CoderOptions,
  type Coding,
  CodingError,
  type Count,
  code,
  codeMany,
  type EventAttribution,
  type EventMention,
  evidenceFaults,
  loadCoder,
  type ManyOptions,
} from "./code/index.ts";
// The data model: immutable text with typed layers of spans.
export { Document, type DocumentSource, type Layer, type Span, type Warning } from "./document/index.ts";
// Export: the formats that other tools read.
export { type ExportContext, type ExportFormat, FORMATS, formatNamed, writeRecords } from "./export/index.ts";
// Events over many reports, and what people decided about them.
export {
  type Decision,
  type EventRecord,
  type Evidence,
  type NewDecision,
  type Participant,
  type Report,
  recordsOf,
} from "./merge/index.ts";
// Read: bytes in any charset and format to documents.
export { type ReadHints, type ReadResult, type Refusal, read, readFileDocuments, readStream } from "./read/index.ts";
// What the values may be.
export { PLOVER_TYPES, type PloverType } from "./what/layers.ts";
export type { TimeExpression } from "./when/layers.ts";
export type { PlaceMention } from "./where/layers.ts";
// Who is who: the directory of actors, and a user's own.
export { addActor, type Directory, importActors, keepActors, listActors, loadDirectory, searchActors } from "./who/index.ts";
export type { Actor, ActorKind } from "./who/layers.ts";
export type { Factuality } from "./word/layers.ts";
