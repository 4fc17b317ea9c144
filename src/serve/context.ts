import type { Archive, CoderId, RunningSurvey } from "../archive/index.ts";
import type { CodedDocument } from "../code/index.ts";
import type { Document } from "../document/index.ts";
import type { ReadHints } from "../read/index.ts";
import type { Merging } from "./merging.ts";
import type { ReadArticle } from "./read-worker.ts";
import type { Turns } from "./turns.ts";
import type { Watched } from "./watched.ts";

/** What codes the articles that people add. */
export interface ArticleCoder {
  readonly identity: CoderId;
  /** On another thread, if it can: a long article must not hold up those who read. */
  code(document: Document): CodedDocument | Promise<CodedDocument>;
  close?(): Promise<void>;
}

/** What reads the files that people add: on another thread, since a large one takes long and must hold up nobody. */
export interface ArticleReader {
  /** The articles of a file, and what of it is none; what kills the reading is a refusal too. */
  documents(bytes: Uint8Array, hints: ReadHints & { readonly name: string }): Promise<readonly ReadArticle[]>;
  /** What is left out of a file because it is no part of the report. */
  residue(bytes: Uint8Array): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What the routes work with. */
export interface ServeContext {
  readonly archive: Archive;
  /** Lists and counts of many events, which must not hold up anything else. */
  readonly survey: RunningSurvey;
  /** The program's version. */
  readonly version: string;
  readonly now: () => Date;
  /** Loaded when the first article is added: reading needs no models. */
  readonly coder: () => Promise<ArticleCoder>;
  readonly reader: ArticleReader;
  /** The turns that all writing takes: SQLite lets one write at a time, and waiting for that must not hold up those who read. */
  readonly writes: Turns;
  /** Brings the events up to date after a decision or an addition. */
  readonly merging: Merging;
  /** What the archive is called: its file's name. */
  readonly name: string;
  /** The folder that is watched, if one is. */
  readonly watch?: { readonly watched: Watched };
  /** Ends the threads; what they were doing is left undone. */
  close(): Promise<void>;
}
