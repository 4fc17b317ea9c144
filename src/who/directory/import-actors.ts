import { alpha3 } from "./country-code.ts";
import { parseCsv } from "./csv.ts";
import type { DirectoryEntry } from "./entry.ts";
import { importFollowTheMoney } from "./follow-the-money.ts";
import type { Imported } from "./imported.ts";
import { entryOf, isActorKind } from "./read-entries.ts";
import { items } from "./table.ts";

/** Other headings that people give the columns. */
const HEADINGS: Readonly<Record<string, string>> = {
  alias: "aliases",
  "also known as": "aliases",
  aka: "aliases",
  type: "kind",
  country: "countries",
  active: "years",
  label: "name",
  caption: "name",
  notes: "note",
};

/**
 * Reads a user's file of actors: CSV with a heading line (columns as in `lexicon/actors/`: name, and where known id, aliases, kind,
 * countries, years, relations, wikidata, note; lists separated by semicolons), or FollowTheMoney entities as JSON lines, as
 * OpenSanctions publishes them. The format is told from the content. A line that cannot be read becomes a warning, not an error.
 */
export function importActors(text: string, options: { readonly name?: string } = {}): Imported {
  const name = options.name ?? "actors";
  const body = text.replace(/^\ufeff/, "").trimStart();
  if (body.startsWith("{")) return importFollowTheMoney(body, name);
  const warnings: string[] = [];
  const lines = body.split("\n").filter((line) => !line.startsWith("#"));
  const [header, ...rows] = parseCsv(lines.join("\n"));
  if (!header) return { entries: [], warnings: [`${name}: the file is empty`] };
  const columns = header.map((h) => HEADINGS[h.toLowerCase().trim()] ?? h.toLowerCase().trim());
  if (!columns.includes("name")) return { entries: [], warnings: [`${name}: no column “name” in the first line`] };
  const entries = new Map<string, DirectoryEntry>();
  for (let n = 0; n < rows.length; n++) {
    const row: Record<string, string> = { line: String(n + 2) };
    for (let i = 0; i < columns.length; i++) row[columns[i]!] = rows[n]![i] ?? "";
    const codes = items(row.countries);
    const countries = codes.map(alpha3).filter((c) => c !== undefined);
    if (countries.length < codes.length) warnings.push(`${name}:${n + 2}: “${row.countries}” has something that is no ISO country code`);
    row.countries = countries.join("; ");
    if (row.kind && !isActorKind(row.kind)) {
      warnings.push(`${name}:${n + 2}: “${row.kind}” is no kind of actor; “other” is used`);
      row.kind = "other";
    }
    try {
      const entry = entryOf(row, name, { kind: "other" });
      if (entries.has(entry.id)) warnings.push(`${entry.source}: the id “${entry.id}” stands twice; the last line counts`);
      entries.set(entry.id, entry);
    } catch (error) {
      warnings.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { entries: [...entries.values()], warnings };
}
