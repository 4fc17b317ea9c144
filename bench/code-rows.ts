import { type CodedDocument, type Coder, code, loadCoder } from "../src/code/index.ts";
import { read } from "../src/read/index.ts";
import type { Row } from "./task.ts";

/** The fields of a row that a program's user would have, too: everything else is gold and is not looked at. */
const GIVEN = ["id", "title", "publisher", "published", "url", "text"] as const;

/** Codes rows in the form of the cases. A row that cannot be read gives no document. */
export function codeRows(rows: readonly Row[], coder: Coder = loadCoder()): readonly CodedDocument[] {
  return rows.flatMap((row) => {
    const line = JSON.stringify(
      Object.fromEntries(GIVEN.filter((key) => row[key] !== undefined && row[key] !== null).map((key) => [key, row[key]])),
    );
    return read(line, { name: `${row.id}.jsonl` }).flatMap((result) => (result.ok ? [code(result.document, coder)] : []));
  });
}
