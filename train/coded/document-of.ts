import type { Document } from "../../src/document/index.ts";
import { read } from "../../src/read/index.ts";

/** The fields of a row that a program's user would have, too: everything else is gold and is not looked at. */
const GIVEN = ["title", "publisher", "published", "url", "text"] as const;

/** A row of the benchmarks, or of train/coded, as the program would read it; nothing where it cannot. */
export function documentOf(row: { readonly id: string } & { readonly [field in (typeof GIVEN)[number]]?: unknown }): Document | undefined {
  const given = Object.fromEntries(GIVEN.filter((field) => row[field] != null).map((field) => [field, row[field]]));
  const [result] = [...read(JSON.stringify({ id: row.id, ...given }), { name: `${row.id}.jsonl` })];
  return result?.ok ? result.document : undefined;
}
