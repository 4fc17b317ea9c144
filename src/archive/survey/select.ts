import type { EventFilter, Unit } from "../query.ts";
import { conditions } from "../sqlite/conditions.ts";
import type { Connection } from "../sqlite/connection.ts";
import { type Columns, type NumberColumn, ROLE, type Role, type TextColumn } from "./columns.ts";
import { folded, NONE } from "./dictionary.ts";

/** Row numbers, ascending. */
export type Rows = Int32Array;

type Test = (row: number) => boolean;

/** The rows that match: what columns can answer is read off them, the rest (words, documents, decisions, ids) is asked of SQLite. */
export function selectRows(columns: Columns, connection: Connection, of: Unit, filter: EventFilter): Rows {
  const { words, documents, review, ids, ...rest } = filter;
  const tests = testsOf(columns, rest);
  const asked = conditions(of, {
    ...(words !== undefined && { words }),
    ...(documents && { documents }),
    ...(review && { review }),
    ...(ids && { ids }),
  });
  const rows = asked.sql === "1" ? all(columns) : rowsOf(columns, connection, of, asked);
  let length = rows.length;
  for (const test of tests) length = keep(rows, length, test);
  return length === rows.length ? rows : rows.slice(0, length);
}

/** Moves the first rows that pass to the front, in place (typed arrays' own filter takes ten times as long); gives how many they are. */
function keep(rows: Rows, length: number, test: Test): number {
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const row = rows[i]!;
    if (test(row)) rows[kept++] = row;
  }
  return kept;
}

function all({ size, gone, goneCount }: Columns): Rows {
  const rows = new Int32Array(size - goneCount);
  let at = 0;
  for (let row = 0; row < size; row++) if (gone[row] === 0) rows[at++] = row;
  return rows;
}

function rowsOf(columns: Columns, connection: Connection, of: Unit, { sql, parameters }: ReturnType<typeof conditions>): Rows {
  const rows: number[] = [];
  for (const [key] of connection.rows(`SELECT e.key FROM ${of} e WHERE ${sql} ORDER BY e.key`, parameters)) {
    const row = columns.rowOf(Number(key));
    if (row !== undefined) rows.push(row);
  }
  return Int32Array.from(rows);
}

function testsOf(columns: Columns, filter: Omit<EventFilter, "words" | "documents" | "review" | "ids">): Test[] {
  const tests: Test[] = [];
  const { texts, numbers, dictionaries } = columns;
  const text = (name: TextColumn, test: (value: string) => boolean) => {
    const passes = dictionaries[name].passing(test);
    const column = texts[name];
    tests.push((row) => passes[column[row]!] === 1);
  };
  const among = (name: TextColumn, values: readonly string[] | undefined) => {
    if (values) text(name, (value) => values.includes(value));
  };
  const between = (name: NumberColumn, range: { readonly min?: number; readonly max?: number } | undefined) => {
    const column = numbers[name];
    const { min, max } = range ?? {};
    // NaN is neither: what is not known is in no range.
    if (min !== undefined) tests.push((row) => column[row]! >= min);
    if (max !== undefined) tests.push((row) => column[row]! <= max);
  };
  among("type", filter.types);
  among("mode", filter.modes);
  among("acled_event", filter.acled);
  among("country", filter.countries);
  among("certainty", filter.certainty);
  among("reality", filter.reality);
  among("polarity", filter.polarity);
  among("voice", filter.voices);
  if (filter.actors) tests.push(named(columns, ["actor", "recipient"], filter.actors, true));
  if (filter.sources) tests.push(named(columns, ["source", "publisher"], filter.sources, false));
  if (filter.places) {
    const parts = filter.places.map(folded);
    const has = (value: string) => parts.some((part) => folded(value).includes(part));
    const [place, admin1] = [dictionaries.place.passing(has), dictionaries.admin1.passing(has)];
    tests.push((row) => place[texts.place[row]!] === 1 || admin1[texts.admin1[row]!] === 1);
  }
  if (filter.box) {
    const [west, south, east, north] = filter.box;
    const { latitude, longitude } = numbers;
    const within = (x: number) => (west > east ? x >= west || x <= east : x >= west && x <= east);
    tests.push((row) => latitude[row]! >= south && latitude[row]! <= north && within(longitude[row]!));
  }
  if (filter.located !== undefined) {
    const { located } = filter;
    tests.push((row) => (columns.points[row] !== NONE) === located);
  }
  const { from, to, disputed } = filter;
  if (from !== undefined) text("latest", (day) => day >= from);
  if (to !== undefined) text("earliest", (day) => day <= `${to}~`);
  for (const harm of ["killed", "injured", "abducted", "detained", "displaced"] as const) between(harm, filter.harm?.[harm]);
  if (disputed !== undefined) tests.push((row) => numbers.killed_low[row]! < numbers.killed_high[row]! === disputed);
  between("confidence", filter.confidence);
  return tests;
}

/** Whether a row names, in one of these roles, somebody whose name has one of the parts (or whose id of the directory is one). */
function named(columns: Columns, roles: readonly Role[], values: readonly string[], ids: boolean): Test {
  const parts = values.map(folded);
  const names = columns.nameDictionary.passing((name) => parts.some((part) => name.includes(part)));
  const known = Uint8Array.from(columns.somebodies, (somebody) => (ids && values.includes(somebody.known ?? "") ? 1 : 0));
  const asked = new Set(roles.map((role) => ROLE[role]));
  const wanted = Uint8Array.from({ length: 8 }, (_, role) => (asked.has(role) ? 1 : 0));
  return (row) => {
    const end = columns.nameStart[row + 1]!;
    for (let i = columns.nameStart[row]!; i < end; i++)
      if (wanted[columns.roles[i]!] === 1 && (names[columns.names[i]!] === 1 || known[columns.whos[i]!] === 1)) return true;
    return false;
  };
}
