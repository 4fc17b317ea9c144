import type { CodedDocument } from "../code/coded-document.ts";
import type { DocumentSource, Warning } from "../document/index.ts";
import type { Decision, EventRecord, MergeIndex, NewDecision } from "../merge/index.ts";
import type { ActorCount, Bin, EventFilter, EventQuery, Facet, FacetCounts, Page, Pair, PlaceCount, Point, Unit } from "./query.ts";

/** A document to keep: its clean text and metadata, and the bytes that it came from. */
export interface NewDocument {
  readonly source: DocumentSource;
  readonly warnings?: readonly Warning[];
  /** As they arrived. */
  readonly original?: Uint8Array;
  readonly mediaType?: string;
}

/** What became of a document that was given to the archive. */
export interface Kept {
  /** The id under which the archive has it: the one that its first version came with. */
  readonly id: string;
  /** Counts from 1. */
  readonly version: number;
  readonly status: "new" | "new version" | "unchanged";
}

export interface DocumentVersion {
  readonly id: string;
  readonly version: number;
  /** Every version counts from 1; the current one is the last to be added. */
  readonly current: boolean;
  readonly source: DocumentSource;
  readonly warnings: readonly Warning[];
  /** SHA-256 of the bytes as they arrived, in hexadecimal; absent when none were given. */
  readonly bytesHash?: string;
  readonly mediaType?: string;
  /** ISO 8601 instant. */
  readonly addedAt: string;
}

export interface DocumentSummary {
  readonly id: string;
  readonly version: number;
  readonly versions: number;
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly language: string;
  readonly mentions: number;
  readonly addedAt: string;
}

export interface DocumentQuery {
  /** Words of the title and the text. */
  readonly words?: string;
  readonly publishers?: readonly string[];
  readonly limit?: number;
  readonly cursor?: string;
}

/** Which coder: version and content hashes, as the coded document gives them. */
export type CoderId = CodedDocument["coder"];

export interface Run {
  readonly id: number;
  readonly startedAt: string;
  /** Absent: still going, or stopped before its end. */
  readonly endedAt?: string;
  readonly coder: CoderId;
  /** What was asked, for people. */
  readonly command: string;
  readonly added: number;
  readonly unchanged: number;
  readonly failed: number;
}

export interface Failure {
  /** File, address or id, as the person gave it. */
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

/** What merging changes in one step: all of it or nothing. */
export interface EventChanges {
  /** New or changed; a record's reports say which mentions it holds. */
  readonly put?: readonly EventRecord[];
  readonly remove?: readonly string[];
  /** Ids that people may still hold, and where to send them. A split forwards to several. */
  readonly forward?: readonly Forwarding[];
}

export interface Forwarding {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export interface DecisionQuery {
  /** Decisions that name one of these mentions or events. */
  readonly subjects?: readonly string[];
  readonly by?: string;
  /** Only those that no standing `undo` has taken back. */
  readonly standing?: boolean;
}

export interface Health {
  /** Problems in words; empty when all is well. */
  readonly problems: readonly string[];
  readonly schema: number;
  readonly documents: number;
  readonly versions: number;
  readonly mentions: number;
  readonly events: number;
  readonly decisions: number;
  /** Bytes. */
  readonly size: number;
}

/** Everything that can be asked. Answers are whole: nothing that was not acknowledged, nothing half-written. */
export interface ArchiveReader {
  documents(query?: DocumentQuery): Promise<Page<DocumentSummary>>;
  /** The current version, or the one that is named. An address of a document serves as its id. */
  document(id: string, version?: number): Promise<DocumentVersion | undefined>;
  versions(id: string): Promise<readonly DocumentVersion[]>;
  /** The bytes as they arrived. */
  original(id: string, version?: number): Promise<Uint8Array | undefined>;
  /** The last coding of the current version, or of the one that is named. */
  coded(id: string, version?: number): Promise<CodedDocument | undefined>;
  /** Every current coded document, in the order of arrival. */
  allCoded(): AsyncIterable<CodedDocument>;
  /** Whether this very content has been coded by this coder, so that it need not be again. */
  isCoded(source: DocumentSource, coder: CoderId): Promise<boolean>;

  /** What lists and pictures are made of: events once merging has made some, until then what single reports tell. */
  unit(): Promise<Unit>;
  /** One event or mention. An id that was merged or split away leads to where it went (the first, when there are several). */
  record(of: Unit, id: string): Promise<EventRecord | undefined>;
  find(of: Unit, query?: EventQuery): Promise<Page<EventRecord>>;
  /** Everything that matches, in the order of arrival, without holding it in memory. */
  records(of: Unit, filter?: EventFilter): AsyncIterable<EventRecord>;
  count(of: Unit, filter?: EventFilter): Promise<number>;
  /** Counts per value; at most `top` values a facet (default 50). */
  facets(of: Unit, filter: EventFilter, facets: readonly Facet[], top?: number): Promise<FacetCounts>;
  timeline(of: Unit, filter: EventFilter, by: "day" | "week" | "month" | "year"): Promise<readonly Bin[]>;
  points(of: Unit, filter: EventFilter): Promise<readonly Point[]>;
  /** The points that have events, the most events first. */
  places(of: Unit, filter: EventFilter): Promise<readonly PlaceCount[]>;
  /** Who acts upon whom; at most `top` pairs (default 200). */
  pairs(of: Unit, filter: EventFilter, top?: number): Promise<readonly Pair[]>;
  actors(of: Unit, filter: EventFilter, top?: number): Promise<readonly ActorCount[]>;
  /** The event that holds a mention, when merging has put it in one. */
  eventOf(mention: string): Promise<string | undefined>;
  /** Where ids went that no longer stand: all forwarding entries from an id. */
  forwarding(from: string): Promise<readonly Forwarding[]>;

  decisions(query?: DecisionQuery): Promise<readonly Decision[]>;
  runs(): Promise<readonly Run[]>;
  failures(run: number): Promise<readonly Failure[]>;
}

/** The questions that go over the whole archive. */
export type SurveyReader = Pick<ArchiveReader, "find" | "count" | "facets" | "timeline" | "places" | "pairs" | "actors">;

/** Such questions, many in a row; while the rows are being read for them, how many of how many have been. */
export interface RunningSurvey extends SurveyReader {
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
}

/** Everything that changes. A promise that resolves means that the change is on the disk, whole. */
export interface ArchiveWriter {
  /** Keeps a document: the same content again changes nothing, other content becomes a further version beside the old. */
  keep(document: NewDocument): Promise<Kept>;
  /** Keeps documents with their codings, all in one transaction. Mentions of earlier codings give way to the new. */
  ingest(batch: readonly { readonly document: NewDocument; readonly coded: CodedDocument }[], run?: number): Promise<readonly Kept[]>;
  changeEvents(changes: EventChanges): Promise<void>;
  /**
   * Adds a decision. With `expect`, the id of the last decision that the person had seen on these subjects (0: none), it is refused
   * with an ArchiveError "conflict" when someone has decided since.
   */
  decide(decision: NewDecision, expect?: number): Promise<Decision>;
  beginRun(coder: CoderId, command: string): Promise<number>;
  fail(run: number, failure: Failure): Promise<void>;
  endRun(run: number): Promise<void>;
}

/** One archive, open. SQLite in one file today; another store can stand behind the same interface. */
export interface Archive extends ArchiveReader, ArchiveWriter {
  /** What `mergeArchive` works with. */
  readonly merging: MergeIndex;
  /** The file that it is in, which other connections can open; absent: it is in memory only. */
  readonly file?: string;
  /**
   * The same answers for many questions in a row: from columns in memory, on a thread of its own (a memory-only archive has no other
   * thread). Costs about 250 bytes an event, and the time of reading them all once: what took long to read is kept in a file beside the
   * archive (its name with “-columns-events”), which may be deleted at any time. Closed with the archive.
   */
  survey(): RunningSurvey;
  /** Reads every page and reference. */
  check(): Promise<Health>;
  /** Copies the archive to another file while it is in use. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
