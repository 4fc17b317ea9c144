import type { Archive, CoderId, SurveyReader } from "../archive/index.ts";
import type { CodedDocument } from "../code/index.ts";
import type { Document } from "../document/index.ts";
import type { Decision } from "../merge/index.ts";

/** What codes the articles that people add. */
export interface ArticleCoder {
  readonly identity: CoderId;
  code(document: Document): CodedDocument;
}

/** What the routes work with. */
export interface ServeContext {
  readonly archive: Archive;
  /** Lists and counts of many events, which must not hold up anything else. */
  readonly survey: SurveyReader;
  /** The program's version. */
  readonly version: string;
  readonly now: () => Date;
  /** Loaded when the first article is added: reading needs no models. */
  readonly coder: () => Promise<ArticleCoder>;
  /** Brings the events up to date after a decision or an addition. */
  readonly settle: (archive: Archive, after: { readonly decision?: Decision; readonly documents?: readonly string[] }) => Promise<void>;
  /** What the archive is called: its file's name. */
  readonly name: string;
}
