import { ACTOR_KINDS, type ActorKind } from "../layers.ts";
import type { DirectoryEntry, Relation, RelationKind, Tenure } from "./entry.ts";
import { items, type Row } from "./table.ts";

const KINDS: ReadonlySet<string> = new Set(ACTOR_KINDS);

const RELATIONS: ReadonlySet<string> = new Set<RelationKind>([
  "part of",
  "backed by",
  "led by",
  "leads",
  "member of",
  "wing of",
  "has wing",
  "allied with",
  "successor of",
  "splinter of",
  "owned by",
]);

/** Whether a word is a kind of actor, as `layers.ts` lists them. */
export function isActorKind(word: string): word is ActorKind {
  return KINDS.has(word);
}

function isRelationKind(word: string): word is RelationKind {
  return RELATIONS.has(word);
}

/** A dashed id made of a name: "Kata'ib Hezbollah" gives "kataib-hezbollah". */
export function slug(name: string): string {
  const bare = name.normalize("NFKD").replace(/[\p{M}'’‘`´ʿʾ.]/gu, "");
  return bare
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** Reads "part of: islamic-state; backed by: iran". Throws on a relation that is none, with the place it stands at. */
export function parseRelations(field: string | undefined, source: string): Relation[] {
  return items(field).map((item) => {
    const colon = item.indexOf(":");
    const kind = item.slice(0, Math.max(colon, 0)).trim();
    if (!isRelationKind(kind))
      throw new Error(`${source}: “${item}” is no relation; write one of: ${[...RELATIONS].join(", ")}, then “: id”`);
    return { kind, target: item.slice(colon + 1).trim() };
  });
}

/** Reads "2003-2014", "2003-" or "2003" (from then on). Throws on anything else. */
export function parseYears(field: string | undefined, source: string): { from?: number; to?: number } {
  if (!field) return {};
  const match = /^(\d{4})?(?:-(\d{4})?)?$/.exec(field.trim());
  if (!match) throw new Error(`${source}: “${field}” is not a span of years; write 2003-2014, 2003- or -2014`);
  return { ...(match[1] ? { from: Number(match[1]) } : {}), ...(match[2] ? { to: Number(match[2]) } : {}) };
}

/** One line of a table of actors as an entry. Throws on a kind or relation that does not exist: wrong data must not pass unseen. */
export function entryOf(row: Row, file: string, defaults: { readonly kind?: ActorKind } = {}): DirectoryEntry {
  const source = `${file}:${row.line ?? "?"}`;
  const name = (row.name ?? "").trim();
  if (name === "") throw new Error(`${source}: an actor needs a name`);
  const kind = row.kind || (defaults.kind ?? "");
  if (!isActorKind(kind)) throw new Error(`${source}: “${kind}” is no kind of actor; write one of: ${[...KINDS].join(", ")}`);
  const state = row["state-run"];
  return {
    id: row.id || slug(name),
    name,
    aliases: items(row.aliases),
    kind,
    countries: items(row.countries),
    ...parseYears(row.years, source),
    relations: parseRelations(row.relations, source),
    ...(state ? { stateRun: state === "yes" } : {}),
    ...(row.wikidata ? { wikidata: row.wikidata } : {}),
    ...(row.note ? { note: row.note } : {}),
    source,
  };
}

/** Joins the lines of `office-holders.tsv`, one for each term of office, into one entry for each person. */
export function officeHolders(rows: readonly Row[], file: string, countryOf: (id: string) => string | undefined): DirectoryEntry[] {
  const people = new Map<string, { row: Row; aliases: Set<string>; tenures: Tenure[] }>();
  for (const row of rows) {
    const id = row.id || slug(row.name!);
    let person = people.get(id);
    if (!person) people.set(id, (person = { row, aliases: new Set(), tenures: [] }));
    for (const alias of items(row.aliases)) person.aliases.add(alias);
    person.tenures.push({
      office: row.office!,
      of: row.of!,
      ...(row.from ? { from: row.from } : {}),
      ...(row.to ? { to: row.to } : {}),
    });
  }
  const entries: DirectoryEntry[] = [];
  for (const [id, { row, aliases, tenures }] of people) {
    const countries = [...new Set(tenures.map((t) => countryOf(t.of)).filter((c) => c !== undefined))];
    const relations: Relation[] = [...new Set(tenures.map((t) => t.of))].map((target) => ({ kind: "member of", target }));
    entries.push({
      id,
      name: row.name!,
      aliases: [...aliases],
      kind: "person",
      countries,
      relations,
      tenures,
      source: `${file}:${row.line}`,
    });
  }
  return entries;
}
