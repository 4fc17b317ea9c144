import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the directory's tables lie, beside `src/` in the repository and beside `dist/` in the package. */
export const ACTORS_FOLDER = fileURLToPath(new URL("../../../lexicon/actors/", import.meta.url));

/** One line of a table: column name to content; a column that the line leaves empty is the empty string. */
export type Row = Readonly<Record<string, string>>;

/**
 * Reads a tab-separated table: lines that begin with "#" are comments, the first other line names the columns.
 * Throws when a line has more fields than there are columns, naming the line: data in the wrong column is worse than none.
 */
export function parseTable(text: string, file: string): Row[] {
  const rows: Row[] = [];
  let columns: readonly string[] | undefined;
  const lines = text.split("\n");
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n]!.endsWith("\r") ? lines[n]!.slice(0, -1) : lines[n]!;
    if (line === "" || line.charCodeAt(0) === 35) continue;
    const fields = line.split("\t");
    if (!columns) {
      columns = fields;
      continue;
    }
    if (fields.length > columns.length)
      throw new Error(`${file}, line ${n + 1}: ${fields.length} fields, but the table has ${columns.length} columns`);
    const row: Record<string, string> = { line: String(n + 1) };
    for (let i = 0; i < columns.length; i++) row[columns[i]!] = fields[i] ?? "";
    rows.push(row);
  }
  return rows;
}

/** Reads a table of the directory that the package carries. */
export function readTable(name: string): Row[] {
  return parseTable(readFileSync(ACTORS_FOLDER + name, "utf8"), name);
}

/** The items of a field that holds a list: separated by semicolons. */
export function items(field: string | undefined): string[] {
  if (!field) return [];
  const list: string[] = [];
  for (const item of field.split(";")) {
    const trimmed = item.trim();
    if (trimmed !== "") list.push(trimmed);
  }
  return list;
}
