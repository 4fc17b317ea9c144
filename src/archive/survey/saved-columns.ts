import { closeSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Unit } from "../query.ts";
import type { Connection } from "../sqlite/connection.ts";
import { type ColumnArray, type ColumnParts, columnsOf, partsOf } from "./column-parts.ts";
import type { Columns } from "./columns.ts";

/** Raised whenever what is written changes: a file of another format is made anew. */
const FORMAT = "dateline columns 1";
/** Fewer rows are read from the archive sooner than a person notices. */
const WORTH_SAVING = 50_000;
const SAMPLES = 64;
/** Milliseconds: nobody writes one for so long. */
const ABANDONED = 10 * 60_000;

/** The file beside an archive that holds the columns of one unit, so that the next program need not read every row again. */
export function columnsFile(archive: string, of: Unit): string {
  return `${archive}-columns-${of}`;
}

/** What an archive and its saved columns must have in common; an older archive put back under the same name does not have it. */
interface Origin {
  readonly run?: readonly [id: number, startedAt: string];
  readonly decision?: readonly [id: number, at: string];
  /** Some rows: keys and ids. */
  readonly rows: readonly (readonly [key: number, id: string])[];
}

const TYPES = { Float64Array, Int32Array, Uint8Array };

interface Header {
  readonly format: string;
  readonly of: Unit;
  readonly origin: Origin;
  readonly lists: ColumnParts["lists"];
  /** The arrays that follow, in this order. */
  readonly arrays: readonly (readonly [name: string, type: keyof typeof TYPES, length: number])[];
}

/** Writes the columns beside the archive: whole, or not at all. Whether it was done; a folder that cannot be written to is no fault. */
export function saveColumns(columns: Columns, connection: Connection, of: Unit, { least = WORTH_SAVING } = {}): boolean {
  if (columns.size < least || connection.file === ":memory:") return false;
  const file = columnsFile(connection.file, of);
  const temporary = `${file}.${process.pid}`;
  try {
    removeAbandoned(file);
    const { lists, arrays } = partsOf(columns);
    const header: Header = {
      format: FORMAT,
      of,
      origin: originOf(columns, connection, of),
      lists,
      arrays: Object.entries(arrays).map(([name, array]) => [name, array.constructor.name as keyof typeof TYPES, array.length]),
    };
    const head = Buffer.from(JSON.stringify(header));
    // Names of people are in it: it is as private as the archive.
    const out = openSync(temporary, "w", statSync(connection.file).mode & 0o777);
    try {
      const sizes = Buffer.alloc(8);
      sizes.writeDoubleLE(head.length);
      writeWhole(out, sizes);
      writeWhole(out, head);
      for (const array of Object.values(arrays)) writeWhole(out, bytesOf(array));
    } finally {
      closeSync(out);
    }
    renameSync(temporary, file);
    return true;
  } catch {
    rmSync(temporary, { force: true });
    return false;
  }
}

/** The columns that were saved, if they are this archive's; rows that came or went since are for `refreshed` to see to. */
export function savedColumns(connection: Connection, of: Unit): Columns | undefined {
  if (connection.file === ":memory:") return undefined;
  let input: number | undefined;
  try {
    input = openSync(columnsFile(connection.file, of), "r");
    const size = Buffer.alloc(8);
    readWhole(input, size);
    const head = Buffer.alloc(size.readDoubleLE());
    readWhole(input, head);
    const header = JSON.parse(head.toString("utf8")) as Header;
    if (header.format !== FORMAT || header.of !== of || !isFrom(header.origin, connection, of)) return undefined;
    const arrays: Record<string, ColumnArray> = {};
    for (const [name, type, length] of header.arrays) {
      const array = new TYPES[type](length);
      readWhole(input, bytesOf(array));
      arrays[name] = array;
    }
    return columnsOf({ lists: header.lists, arrays });
  } catch {
    // Not there, cut short, or of another program: the archive itself has it all.
    return undefined;
  } finally {
    if (input !== undefined) closeSync(input);
  }
}

/** A program that ends while it writes leaves what it had written: the next one takes it away. */
function removeAbandoned(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    const path = join(dirname(file), name);
    if (name.startsWith(`${basename(file)}.`) && Date.now() - statSync(path).mtimeMs > ABANDONED) rmSync(path, { force: true });
  }
}

function originOf(columns: Columns, connection: Connection, of: Unit): Origin {
  const run = connection.get("SELECT id, started_at FROM runs ORDER BY id DESC LIMIT 1");
  const decision = connection.get("SELECT id, at FROM decisions ORDER BY id DESC LIMIT 1");
  const rows: [number, string][] = [];
  for (let i = 0; i < SAMPLES; i++) {
    const key = columns.keys[Math.floor((i * (columns.size - 1)) / (SAMPLES - 1))]!;
    const id = connection.get(`SELECT id FROM ${of} WHERE key = ?`, [key])?.id;
    if (id !== undefined) rows.push([key, String(id)]);
  }
  return {
    ...(run && { run: [Number(run.id), String(run.started_at)] as const }),
    ...(decision && { decision: [Number(decision.id), String(decision.at)] as const }),
    rows,
  };
}

/** Keys are never given twice, so a row that is still there must have the id that it had. */
function isFrom({ run, decision, rows }: Origin, connection: Connection, of: Unit): boolean {
  if (run && connection.get("SELECT started_at FROM runs WHERE id = ?", [run[0]])?.started_at !== run[1]) return false;
  if (decision && connection.get("SELECT at FROM decisions WHERE id = ?", [decision[0]])?.at !== decision[1]) return false;
  const last = Number(connection.get("SELECT key FROM last_keys WHERE of = ?", [of])?.key ?? 0);
  return rows.every(([key, id]) => {
    const found = connection.get(`SELECT id FROM ${of} WHERE key = ?`, [key])?.id;
    return key <= last && (found === undefined || found === id);
  });
}

function bytesOf(array: ColumnArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function readWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    const some = readSync(file, bytes, at, bytes.length - at, null);
    if (some === 0) throw new Error("the file ends too soon");
    at += some;
  }
}
