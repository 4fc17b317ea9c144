import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import type { ActorKind } from "../layers.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryEntry } from "./entry.ts";
import { importActors } from "./import-actors.ts";
import type { FindOptions, Match } from "./match.ts";
import { slug } from "./read-entries.ts";

/** Which entries to list. */
export interface ListOptions {
  readonly kind?: ActorKind;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
}

/** Entries of a kind and a country, by name. */
export function listActors(directory: Directory, options: ListOptions = {}): DirectoryEntry[] {
  return directory.entries
    .filter((e) => (!options.kind || e.kind === options.kind) && (!options.country || e.countries.includes(options.country)))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** What a name can mean, then entries whose names contain the words asked for. At most 50. */
export function searchActors(directory: Directory, query: string, options: FindOptions = {}): Match[] {
  const found = directory.find(query, options);
  const seen = new Set(found.map((m) => m.entry.id));
  const wanted = query.toLowerCase().trim();
  if (wanted.length >= 2)
    for (const entry of directory.entries) {
      if (found.length >= 50) break;
      const name = [entry.name, ...entry.aliases].find((n) => n.toLowerCase().includes(wanted));
      if (name === undefined || seen.has(entry.id)) continue;
      found.push({ entry, score: 0.3, reason: `“${name.replace(/^[=~]/, "")}” contains “${query.trim()}”.` });
    }
  return found;
}

/** An actor as a user gives it; the id is made of the name when none is given. */
export interface NewActor {
  readonly id?: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly kind: ActorKind;
  readonly countries?: readonly string[];
  readonly years?: string;
  /** "part of: islamic-state". */
  readonly relations?: readonly string[];
  /** An item's id: "Q42". */
  readonly wikidata?: string;
  readonly note?: string;
}

const COLUMNS = ["id", "name", "aliases", "kind", "countries", "years", "relations", "wikidata", "note"] as const;

/**
 * Adds an actor to a user's own CSV file, which is made when it does not exist; an actor of the same id is replaced. The whole file is
 * checked before it is written. Throws, with what is wrong, when the actor cannot be read back as it was given.
 */
export function addActor(file: string, actor: NewActor): DirectoryEntry {
  const id = actor.id ?? slug(actor.name);
  const list = (values: readonly string[] | undefined): string => (values ?? []).join("; ");
  const added = [
    id,
    actor.name,
    list(actor.aliases),
    actor.kind,
    list(actor.countries),
    actor.years ?? "",
    list(actor.relations),
    actor.wikidata ?? "",
    actor.note ?? "",
  ];
  const entry = write(file, [
    ...entriesIn(file)
      .filter((e) => e.id !== id)
      .map(record),
    added,
  ]).find((e) => e.id === id);
  if (!entry) throw new Error(`the actor “${actor.name}” could not be read back`);
  return entry;
}

/**
 * Adds actors, as `importActors` gives them, to a user's own CSV file in one step; those of the same ids are replaced. Returns how many the
 * file then holds. Throws as `addActor` does, and leaves the file as it was.
 */
export function keepActors(file: string, entries: readonly DirectoryEntry[]): number {
  const ids = new Set(entries.map(({ id }) => id));
  return write(file, [...entriesIn(file).filter(({ id }) => !ids.has(id)), ...entries].map(record)).length;
}

/** What a user's file holds; nothing where it is not there. */
function entriesIn(file: string): readonly DirectoryEntry[] {
  if (!existsSync(file)) return [];
  const { entries, warnings } = importActors(readFileSync(file, "utf8"), { name: file });
  if (warnings.length > 0) throw new Error(`${file} is left as it is, because it cannot be read in full: ${warnings[0]}`);
  return entries;
}

/** Writes the file once it is sure that it can be read back; it appears whole or not at all. */
function write(file: string, rows: readonly (readonly string[])[]): readonly DirectoryEntry[] {
  const text = stringify([[...COLUMNS], ...rows]);
  const { entries, warnings } = importActors(text, { name: file });
  if (warnings.length > 0) throw new Error(warnings[0]);
  const partial = `${file}.partial-${process.pid}`;
  writeFileSync(partial, text);
  renameSync(partial, file);
  return entries;
}

function record(e: DirectoryEntry): string[] {
  const years = e.from === undefined && e.to === undefined ? "" : `${e.from ?? ""}-${e.to ?? ""}`;
  const relations = e.relations.map((r) => `${r.kind}: ${r.target}`).join("; ");
  return [e.id, e.name, e.aliases.join("; "), e.kind, e.countries.join("; "), years, relations, e.wikidata ?? "", e.note ?? ""];
}
