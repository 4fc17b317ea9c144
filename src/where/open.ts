import { existsSync, readFileSync } from "node:fs";
import { openCompact } from "./compact.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { openSqlite } from "./sqlite.ts";

const EMBEDDED = new URL("../../models/gazetteer/places.bin", import.meta.url);

/**
 * Opens the embedded gazetteer; with `sqlite`, a full GeoNames import beside it, used first where the file exists. The embedded one stays
 * in use for demonyms, abbreviations and the lexicon's own places, which GeoNames lacks.
 */
export function openGazetteer(options: { readonly sqlite?: string } = {}): Gazetteer {
  const embedded = openCompact(readFileSync(EMBEDDED));
  return options.sqlite !== undefined && existsSync(options.sqlite) ? openSqlite(options.sqlite, embedded) : embedded;
}
