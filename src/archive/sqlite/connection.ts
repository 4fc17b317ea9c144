import { existsSync } from "node:fs";
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { ArchiveError } from "../archive-error.ts";
import { APPLICATION_ID, MIGRATIONS } from "./migrations.ts";

export type Row = Record<string, SQLOutputValue>;
export type Parameters = readonly SQLInputValue[];

/** An SQLite connection with prepared statements kept, transactions, and SQLite's errors in the archive's words. */
export class Connection {
  readonly file: string;
  readonly database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  constructor(file: string, options: { readonly create: boolean; readonly readOnly: boolean }) {
    this.file = file;
    const exists = file === ":memory:" || existsSync(file);
    if (!exists && (!options.create || options.readOnly)) throw new ArchiveError("missing", `there is no archive at ${file}`);
    try {
      this.database = new DatabaseSync(file, { readOnly: options.readOnly, timeout: 10_000, enableForeignKeyConstraints: true });
    } catch (error) {
      throw inWords(error, file);
    }
    try {
      this.#prepareFile(options.readOnly);
    } catch (error) {
      this.database.close();
      throw inWords(error, file);
    }
  }

  all(sql: string, parameters: Parameters = []): Row[] {
    return this.#guard(() => this.#prepare(sql).all(...parameters) as Row[]);
  }

  get(sql: string, parameters: Parameters = []): Row | undefined {
    return this.#guard(() => this.#prepare(sql).get(...parameters) as Row | undefined);
  }

  /** Rows one at a time, each as its values in the order of the SELECT: for walks over whole tables. */
  *rows(sql: string, parameters: Parameters = []): Generator<readonly SQLOutputValue[], undefined> {
    const statement = this.#guard(() => this.database.prepare(sql));
    statement.setReturnArrays(true);
    // With arrays asked for, that is what comes; the types know objects only.
    const found = this.#guard(() => statement.iterate(...parameters)) as Iterable<unknown> as Iterable<SQLOutputValue[]>;
    yield* found;
    return undefined;
  }

  /** Reads of one moment, whatever others write meanwhile. */
  reading<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#guard(() => this.database.exec("BEGIN"));
    try {
      return work();
    } finally {
      this.database.exec("COMMIT");
    }
  }

  /** Runs a change and gives the key of the row that it inserted. */
  run(sql: string, parameters: Parameters = []): number {
    return this.#guard(() => Number(this.#prepare(sql).run(...parameters).lastInsertRowid));
  }

  /** All of the work or none of it; when this returns, it is on the disk. Transactions inside a transaction join it. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#guard(() => this.database.exec("BEGIN IMMEDIATE"));
    this.#depth++;
    try {
      const result = work();
      this.#guard(() => this.database.exec("COMMIT"));
      return result;
    } catch (error) {
      if (this.database.isTransaction) this.database.exec("ROLLBACK");
      throw error;
    } finally {
      this.#depth--;
    }
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      // Filters make many texts; a bound keeps the kept statements from growing with them.
      if (this.#statements.size >= 200) this.#statements.clear();
      statement = this.database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw inWords(error, this.file);
    }
  }

  #prepareFile(readOnly: boolean): void {
    const tables = this.get("SELECT count(*) AS n FROM sqlite_schema")?.n;
    const application = this.get("PRAGMA application_id")?.application_id;
    if (tables !== 0 && application !== APPLICATION_ID)
      throw new ArchiveError("not-an-archive", `${this.file} is an SQLite file, but not a Dateline archive`);
    const version = Number(this.get("PRAGMA user_version")?.user_version);
    if (version > MIGRATIONS.length)
      throw new ArchiveError(
        "newer",
        `${this.file} was written by a newer Dateline (schema ${version}; this one knows ${MIGRATIONS.length})`,
      );
    this.database.exec("PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
    if (readOnly) return;
    this.database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    if (version < MIGRATIONS.length) this.#migrate();
  }

  #migrate(): void {
    this.transaction(() => {
      // Read again under the lock: another process may have migrated in between.
      const from = Number(this.get("PRAGMA user_version")?.user_version);
      for (const migration of MIGRATIONS.slice(from)) this.database.exec(migration);
      this.database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length};`);
    });
  }
}

/** SQLite result codes: https://sqlite.org/rescode.html */
const BUSY = 5;
const READONLY = 8;
const CORRUPT = 11;
const CANTOPEN = 14;
const NOTADB = 26;

function inWords(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return error;
  const options = { cause: error };
  switch (error.errcode & 0xff) {
    case BUSY:
      return new ArchiveError("busy", `${file} is being written by another program; try again when it is done`, options);
    case READONLY:
      return new ArchiveError("read-only", `${file} cannot be written to`, options);
    case CORRUPT:
      return new ArchiveError("damaged", `${file} is damaged (${error.message}); run “dateline doctor --archive ${file}”`, options);
    case CANTOPEN:
      return new ArchiveError("missing", `${file} cannot be opened: is its folder there, and may you write to it?`, options);
    case NOTADB:
      return new ArchiveError("not-an-archive", `${file} is not a Dateline archive`, options);
    default:
      return error;
  }
}
