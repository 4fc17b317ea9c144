import type { SurveyReader } from "../archive.ts";
import type { EventFilter, EventQuery, Facet, Sort, Unit } from "../query.ts";
import { isAny } from "../sqlite/conditions.ts";
import type { Connection } from "../sqlite/connection.ts";
import { readCursor, readRecord, writeCursor } from "../sqlite/find.ts";
import { binsOf } from "./bins.ts";
import { Columns } from "./columns.ts";
import { facetsOf } from "./facets.ts";
import { Order } from "./order.ts";
import { actorsOf, pairsOf } from "./participants.ts";
import { placesOf } from "./places.ts";
import { type OnRow, refreshed } from "./refresh.ts";
import { saveColumns, savedColumns } from "./saved-columns.ts";
import { type Rows, selectRows } from "./select.ts";

/** Answers to the questions of a survey, without promises. */
export type Answers = {
  readonly [K in keyof SurveyReader]: (...args: Parameters<SurveyReader[K]>) => Awaited<ReturnType<SurveyReader[K]>>;
};

/** How many filters' rows are remembered: the pictures of one screen, and the screens before it. */
const REMEMBERED = 12;

/**
 * Answers from columns in memory, which are built at the first question and brought up to date before each one: the answers are those
 * that the archive's SQL gives, some hundred times sooner. About 250 bytes a row.
 */
export class Survey implements Answers {
  readonly #connection: Connection;
  readonly #columns = new Map<Unit, Columns>();
  readonly #orders = new Map<string, Order>();
  readonly #rows = new Map<string, Rows>();
  #version: string | undefined;
  readonly #onRow: OnRow;
  /** Rows of each unit that are in the file beside the archive. */
  readonly #saved = new Map<Unit, number>();

  constructor(connection: Connection, onRow: OnRow = () => {}) {
    this.#connection = connection;
    this.#onRow = onRow;
  }

  /** Keeps the columns for the next program, where reading them again would take longer than it takes to keep them. */
  save(): void {
    for (const [of, columns] of this.#columns) {
      const added = columns.size - (this.#saved.get(of) ?? 0);
      if (added > columns.size / 10 && saveColumns(columns, this.#connection, of)) this.#saved.set(of, columns.size);
    }
  }

  find(of: Unit, query: EventQuery = {}) {
    const columns = this.#current(of);
    const rows = this.#select(of, columns, query.filter ?? {});
    const limit = Math.min(Math.max(Math.trunc(query.limit ?? 50), 1), 1000);
    const sort = query.sort ?? "time";
    const shape = `${of}:${sort}:${query.ascending ? "ASC" : "DESC"}`;
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor, shape);
    const wanted = new Uint8Array(columns.size);
    for (const row of rows) wanted[row] = 1;
    const order = this.#order(of, columns, sort);
    const taken = order.take(wanted, limit + 1, query.ascending === true, after);
    const items = taken.slice(0, limit).map((row) => readRecord(this.#connection, of, columns.keys[row]!));
    const last = taken[limit - 1];
    const more = taken.length > limit && last !== undefined;
    return { items, total: rows.length, ...(more && { next: writeCursor(shape, order.sortValue(last), columns.keys[last]!) }) };
  }

  count(of: Unit, filter: EventFilter = {}) {
    return this.#over(of, filter, (_, rows) => rows.length);
  }

  facets(of: Unit, filter: EventFilter, facets: readonly Facet[], top = 50) {
    return this.#over(of, filter, (columns, rows) => facetsOf(columns, rows, facets, top));
  }

  timeline(of: Unit, filter: EventFilter, by: "day" | "week" | "month" | "year") {
    return this.#over(of, filter, (columns, rows) => binsOf(columns, rows, by));
  }

  places(of: Unit, filter: EventFilter) {
    return this.#over(of, filter, placesOf);
  }

  pairs(of: Unit, filter: EventFilter, top = 200) {
    return this.#over(of, filter, (columns, rows) => pairsOf(columns, rows, top));
  }

  actors(of: Unit, filter: EventFilter, top = 100) {
    return this.#over(of, filter, (columns, rows) => actorsOf(columns, rows, top));
  }

  #over<T>(of: Unit, filter: EventFilter, tally: (columns: Columns, rows: Rows) => T): T {
    const columns = this.#current(of);
    return tally(columns, this.#select(of, columns, filter));
  }

  /** The columns as they are now, for those who keep them. */
  columns(of: Unit): Columns {
    return this.#current(of);
  }

  /** The columns as the archive is now. Its version changes with every commit, of this connection and of others. */
  #current(of: Unit): Columns {
    const { data_version } = this.#connection.get("PRAGMA data_version") ?? {};
    const version = `${data_version} ${this.#connection.get("SELECT total_changes() AS n")?.n}`;
    if (version !== this.#version) {
      this.#version = version;
      this.#rows.clear();
      for (const [unit, columns] of this.#columns) this.#refresh(unit, columns);
    }
    return this.#columns.get(of) ?? this.#refresh(of, this.#kept(of));
  }

  #kept(of: Unit): Columns {
    const kept = savedColumns(this.#connection, of);
    if (kept) this.#saved.set(of, kept.size);
    return kept ?? new Columns();
  }

  #refresh(of: Unit, before: Columns): Columns {
    const { size } = before;
    const columns = refreshed(before, this.#connection, of, this.#onRow);
    if (columns !== before || columns.size !== size)
      for (const key of this.#orders.keys()) if (key.startsWith(of)) this.#orders.delete(key);
    this.#columns.set(of, columns);
    return columns;
  }

  #select(of: Unit, columns: Columns, filter: EventFilter): Rows {
    const key = `${of} ${isAny(filter) ? "" : JSON.stringify(filter)}`;
    let rows = this.#rows.get(key);
    if (!rows) {
      rows = selectRows(columns, this.#connection, of, filter);
      if (this.#rows.size >= REMEMBERED) this.#rows.delete(this.#rows.keys().next().value!);
      this.#rows.set(key, rows);
    }
    return rows;
  }

  #order(of: Unit, columns: Columns, sort: Sort): Order {
    const key = `${of} ${sort}`;
    let order = this.#orders.get(key);
    if (!order) {
      order = new Order(columns, sort);
      this.#orders.set(key, order);
    }
    return order;
  }
}

/** A survey whose answers come as an archive's do. */
export function promised(survey: Answers): SurveyReader {
  return {
    find: async (...args) => survey.find(...args),
    count: async (...args) => survey.count(...args),
    facets: async (...args) => survey.facets(...args),
    timeline: async (...args) => survey.timeline(...args),
    places: async (...args) => survey.places(...args),
    pairs: async (...args) => survey.pairs(...args),
    actors: async (...args) => survey.actors(...args),
  };
}
