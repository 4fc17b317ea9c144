import { stringify } from "csv-stringify/sync";
import type { EventRecord } from "../merge/index.ts";

export type Cell = string | number | undefined;

/** One column of a table: its name and what it says of an event. Undefined is not known: an empty cell. */
export interface Column {
  readonly name: string;
  readonly value: (record: EventRecord) => Cell;
}

/** A column, briefly. */
export function column(name: string, value: Column["value"] = () => undefined): Column {
  return { name, value };
}

/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe; numbers, negative ones
 * too, stay numbers.
 */
export function csvLine(cells: readonly Cell[]): string {
  return stringify([cells.map((cell) => (typeof cell === "string" ? cell.toWellFormed() : cell))], {
    escape_formulas: true,
    record_delimiter: "\r\n",
    cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
  });
}

/** One line of tab-separated values as POLECAT and GDELT write them: no quoting, so tabs and line breaks inside become spaces. */
export function tsvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (typeof cell === "string" ? unformula(cell.replace(/[\t\r\n]+/g, " ").toWellFormed()) : (cell ?? ""))).join("\t")}\n`;
}

/** Spreadsheets open these files too. */
function unformula(cell: string): string {
  return /^[=+@-]/.test(cell) ? `'${cell}` : cell;
}

/** A whole table: header lines, then a line for each event. */
export async function* table(
  columns: readonly Column[],
  records: AsyncIterable<EventRecord>,
  line: (cells: readonly Cell[]) => string,
  headers: readonly (readonly string[])[] = [columns.map((c) => c.name)],
): AsyncGenerator<string> {
  for (const header of headers) yield line(header);
  for await (const record of records) yield line(columns.map((c) => c.value(record)));
}
