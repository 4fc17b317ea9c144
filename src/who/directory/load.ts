import type { Directory } from "./directory.ts";
import type { DirectoryEntry } from "./entry.ts";
import { findActors } from "./find.ts";
import { importActors } from "./import-actors.ts";
import { nameIndex } from "./name-index.ts";
import { officeIndex } from "./offices.ts";
import { entryOf, officeHolders } from "./read-entries.ts";
import { bodyEntry, readBodies, readStates, type State } from "./states.ts";
import { readTable } from "./table.ts";

/** The tables of actors that the package carries; each says in its first lines what its columns mean. */
export const TABLES = [
  "armed-groups.tsv",
  "parties-and-movements.tsv",
  "historic-groups.tsv",
  "state-forces.tsv",
  "international-organizations.tsv",
  "non-governmental.tsv",
  "leaders.tsv",
] as const;

/** A user's own file of actors: CSV or FollowTheMoney JSON lines. Its entries replace those of the same id. */
export interface ExtraFile {
  readonly name: string;
  readonly text: string;
}

/** Opens the directory. Throws when a table of the package is malformed; what is wrong in an extra file becomes a warning. */
export function loadDirectory(options: { readonly extra?: readonly ExtraFile[] } = {}): Directory {
  const states = readStates();
  const bodies = readBodies();
  const byIso = new Map(states.map((s) => [s.iso, s]));
  const byId = new Map<string, DirectoryEntry>();
  const stateById = new Map(states.map((s) => [s.entry.id, s]));
  for (const state of states) byId.set(state.entry.id, state.entry);
  for (const table of TABLES) for (const row of readTable(table)) put(byId, entryOf(row, table));
  for (const row of readTable("media.tsv")) put(byId, entryOf(row, "media.tsv", { kind: "media" }));
  const countryOf = (id: string): string | undefined => stateById.get(id)?.iso;
  for (const person of officeHolders(readTable("office-holders.tsv"), "office-holders.tsv", countryOf))
    byId.set(person.id, joined(byId.get(person.id), person));
  const warnings: string[] = [];
  for (const file of options.extra ?? []) {
    const read = importActors(file.text, { name: file.name });
    for (const entry of read.entries) byId.set(entry.id, entry);
    warnings.push(...read.warnings);
  }
  const entries = [...byId.values()];
  const names = nameIndex();
  for (const entry of entries) {
    names.add(entry, entry.name, "name");
    for (const alias of entry.aliases) names.add(entry, alias, "alias");
    if (entry.kind === "person") names.addSurname(entry);
  }
  const made = new Map<string, DirectoryEntry>();
  const get = (id: string): DirectoryEntry | undefined => {
    const known = byId.get(id) ?? made.get(id);
    if (known) return known;
    const slash = id.indexOf("/");
    const state = slash > 0 ? stateById.get(id.slice(0, slash)) : undefined;
    const body = state && bodies.find((b) => b.id === id.slice(slash + 1));
    if (!state || !body) return undefined;
    const entry = bodyEntry(state, body);
    made.set(id, entry);
    return entry;
  };
  for (const state of states) addState(state);
  function addState(state: State): void {
    for (const adjective of state.adjectives) names.add(state.entry, adjective, "demonym");
    for (const people of state.people) names.add(state.entry, people, "people");
    for (const capital of state.capital) names.add(get(`${state.entry.id}/government`)!, capital, "capital");
    for (const [body, list] of state.bodies) for (const name of list) names.add(get(`${state.entry.id}/${body}`)!, name, "alias");
  }
  const offices = officeIndex(entries.filter((e) => e.tenures !== undefined));
  let pointing: Map<string, { entry: DirectoryEntry; kind: string }[]> | undefined;
  const directory: Directory = {
    entries,
    states,
    bodies,
    names,
    offices,
    warnings,
    get,
    state: (iso) => byIso.get(iso),
    find: (name, found = {}) => findActors(directory, name, found),
    related(id) {
      pointing ??= reverse(entries);
      return pointing.get(id) ?? [];
    },
  };
  return directory;
}

function put(map: Map<string, DirectoryEntry>, entry: DirectoryEntry): void {
  const other = map.get(entry.id);
  if (other) throw new Error(`${entry.source}: the id “${entry.id}” is already used at ${other.source}`);
  map.set(entry.id, entry);
}

/** A person who leads a group and held an office stands in two tables: one entry is made of both. */
function joined(before: DirectoryEntry | undefined, person: DirectoryEntry): DirectoryEntry {
  if (!before) return person;
  return {
    ...before,
    aliases: [...new Set([...before.aliases, ...person.aliases])],
    countries: [...new Set([...person.countries, ...before.countries])],
    relations: [...before.relations, ...person.relations],
    tenures: person.tenures ?? [],
    id: person.id,
  };
}

function reverse(entries: readonly DirectoryEntry[]): Map<string, { entry: DirectoryEntry; kind: string }[]> {
  const map = new Map<string, { entry: DirectoryEntry; kind: string }[]>();
  for (const entry of entries)
    for (const { kind, target } of entry.relations) {
      const list = map.get(target);
      if (list) list.push({ entry, kind });
      else map.set(target, [{ entry, kind }]);
    }
  return map;
}
