import { backup } from "node:sqlite";
import type { CodedDocument } from "../../code/coded-document.ts";
import type { DocumentSource } from "../../document/index.ts";
import type { Decision, EventRecord, MergeIndex, NewDecision } from "../../merge/index.ts";
import type * as A from "../archive.ts";
import type * as Q from "../query.ts";
import { promised, Survey } from "../survey/survey.ts";
import { SurveyThread } from "../survey/survey-thread.ts";
import type { Connection } from "./connection.ts";
import { actorCounts, facetCounts, pointsOf, timelineOf } from "./counts.ts";
import { addDecision, readDecisions } from "./decisions.ts";
import { coderKey, contentHash, documentKey, keepDocument, readOriginal, readVersion, readVersions } from "./documents.ts";
import { applyChanges } from "./event-changes.ts";
import { countRecords, eachRecord, findRecords, recordById } from "./find.ts";
import { pairCounts, placeCounts } from "./groups.ts";
import { checkHealth } from "./health.ts";
import { ingestOne } from "./ingest.ts";
import { eachCoded, listDocuments, readCoded } from "./library.ts";
import { SqliteMergeIndex } from "./merging.ts";
import { insertFailure, insertRun, readFailures, readRuns } from "./runs.ts";

/** An archive in one SQLite file: write-ahead log, every acknowledged change synced to the disk. */
export class SqliteArchive implements A.Archive {
  readonly file?: string;
  readonly #connection: Connection;
  readonly #now: () => string;
  readonly merging: MergeIndex;
  #survey: SurveyThread | undefined;

  constructor(connection: Connection, now: () => Date) {
    this.#connection = connection;
    if (connection.file !== ":memory:") this.file = connection.file;
    this.#now = () => now().toISOString();
    this.merging = new SqliteMergeIndex(connection, this.#now);
  }

  async documents(query: A.DocumentQuery = {}): Promise<Q.Page<A.DocumentSummary>> {
    return listDocuments(this.#connection, query);
  }

  async document(id: string, version?: number): Promise<A.DocumentVersion | undefined> {
    return readVersion(this.#connection, id, version);
  }

  async versions(id: string): Promise<readonly A.DocumentVersion[]> {
    return readVersions(this.#connection, id);
  }

  async original(id: string, version?: number): Promise<Uint8Array | undefined> {
    return readOriginal(this.#connection, id, version);
  }

  async coded(id: string, version?: number): Promise<CodedDocument | undefined> {
    return readCoded(this.#connection, id, version);
  }

  async *allCoded(): AsyncGenerator<CodedDocument> {
    yield* eachCoded(this.#connection);
  }

  async isCoded(source: DocumentSource, coder: A.CoderId): Promise<boolean> {
    const document = documentKey(this.#connection, source.id, source.url);
    if (document === undefined) return false;
    const sql = "SELECT 1 FROM versions v JOIN codings c ON c.version = v.key WHERE v.document = ? AND v.content_hash = ? AND c.coder = ?";
    return this.#connection.get(sql, [document, contentHash(source), coderKey(coder)]) !== undefined;
  }

  async unit(): Promise<Q.Unit> {
    return this.#connection.get("SELECT EXISTS (SELECT 1 FROM events) AS there")?.there === 1 ? "events" : "mentions";
  }

  async record(of: Q.Unit, id: string): Promise<EventRecord | undefined> {
    return recordById(this.#connection, of, id);
  }

  async find(of: Q.Unit, query: Q.EventQuery = {}): Promise<Q.Page<EventRecord>> {
    return findRecords(this.#connection, of, query);
  }

  async *records(of: Q.Unit, filter: Q.EventFilter = {}): AsyncGenerator<EventRecord> {
    yield* eachRecord(this.#connection, of, filter);
  }

  async count(of: Q.Unit, filter: Q.EventFilter = {}): Promise<number> {
    return countRecords(this.#connection, of, filter);
  }

  async facets(of: Q.Unit, filter: Q.EventFilter, facets: readonly Q.Facet[], top = 50): Promise<Q.FacetCounts> {
    return facetCounts(this.#connection, of, filter, facets, top);
  }

  async timeline(of: Q.Unit, filter: Q.EventFilter, by: "day" | "week" | "month" | "year"): Promise<readonly Q.Bin[]> {
    return timelineOf(this.#connection, of, filter, by);
  }

  async points(of: Q.Unit, filter: Q.EventFilter): Promise<readonly Q.Point[]> {
    return pointsOf(this.#connection, of, filter);
  }

  async places(of: Q.Unit, filter: Q.EventFilter): Promise<readonly Q.PlaceCount[]> {
    return placeCounts(this.#connection, of, filter);
  }

  async pairs(of: Q.Unit, filter: Q.EventFilter, top = 200): Promise<readonly Q.Pair[]> {
    return pairCounts(this.#connection, of, filter, top);
  }

  async actors(of: Q.Unit, filter: Q.EventFilter, top = 100): Promise<readonly Q.ActorCount[]> {
    return actorCounts(this.#connection, of, filter, top);
  }

  async eventOf(mention: string): Promise<string | undefined> {
    const sql = "SELECT e.id FROM event_mentions m JOIN events e ON e.key = m.event WHERE m.mention = ?";
    const id = this.#connection.get(sql, [mention])?.id;
    return id === undefined ? undefined : String(id);
  }

  async forwarding(from: string): Promise<readonly A.Forwarding[]> {
    const rows = this.#connection.all("SELECT to_id, why FROM forwarding WHERE from_id = ? ORDER BY at DESC, to_id", [from]);
    return rows.map((row) => ({ from, to: String(row.to_id), why: String(row.why) }));
  }

  async decisions(query: A.DecisionQuery = {}): Promise<readonly Decision[]> {
    return readDecisions(this.#connection, query);
  }

  async runs(): Promise<readonly A.Run[]> {
    return readRuns(this.#connection);
  }

  async failures(run: number): Promise<readonly A.Failure[]> {
    return readFailures(this.#connection, run);
  }

  async keep(document: A.NewDocument): Promise<A.Kept> {
    return this.#connection.transaction(() => {
      const { id, version, status } = keepDocument(this.#connection, document, this.#now());
      return { id, version, status };
    });
  }

  async ingest(
    batch: readonly { readonly document: A.NewDocument; readonly coded: CodedDocument }[],
    run?: number,
  ): Promise<readonly A.Kept[]> {
    return this.#connection.transaction(() =>
      batch.map(({ document, coded }) => ingestOne(this.#connection, document, coded, run ?? null, this.#now())),
    );
  }

  async changeEvents(changes: A.EventChanges): Promise<void> {
    this.#connection.transaction(() => applyChanges(this.#connection, changes, this.#now()));
  }

  async decide(decision: NewDecision, expect?: number): Promise<Decision> {
    return this.#connection.transaction(() => addDecision(this.#connection, decision, expect, this.#now()));
  }

  async beginRun(coder: A.CoderId, command: string): Promise<number> {
    return this.#connection.transaction(() => insertRun(this.#connection, coder, command, this.#now()));
  }

  async fail(run: number, failure: A.Failure): Promise<void> {
    this.#connection.transaction(() => insertFailure(this.#connection, run, failure, this.#now()));
  }

  async endRun(run: number): Promise<void> {
    this.#connection.transaction(() => this.#connection.run("UPDATE runs SET ended_at = ? WHERE id = ?", [this.#now(), run]));
  }

  survey(): A.RunningSurvey {
    if (this.file === undefined) return promised(new Survey(this.#connection));
    this.#survey ??= new SurveyThread(this.file, this);
    return this.#survey;
  }

  async check(): Promise<A.Health> {
    return checkHealth(this.#connection);
  }

  async backup(file: string): Promise<void> {
    await backup(this.#connection.database, file);
  }

  async close(): Promise<void> {
    await this.#survey?.close();
    this.#connection.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
