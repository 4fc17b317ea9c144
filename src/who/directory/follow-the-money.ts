import type { ActorKind } from "../layers.ts";
import { alpha3 } from "./country-code.ts";
import type { DirectoryEntry, Relation, RelationKind } from "./entry.ts";
import type { Imported } from "./imported.ts";

/** An entity as FollowTheMoney writes it: every property is a list of strings. https://followthemoney.tech/explorer/ */
interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly caption?: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An entity, or in words why the value is none. Checked by hand: a schema library would cost every start of the program its loading. */
function entityOf(value: unknown): Entity | string {
  if (!isRecord(value)) return "not an object";
  const { id, schema, caption, properties } = value;
  if (typeof id !== "string" || id === "") return "no “id”";
  if (typeof schema !== "string") return "no “schema”";
  if (!isRecord(properties)) return "no “properties”";
  const read: Record<string, readonly string[]> = {};
  for (const [name, list] of Object.entries(properties)) {
    if (!Array.isArray(list)) return `the property “${name}” is not a list`;
    read[name] = list.filter((item) => typeof item === "string");
  }
  return { id, schema, ...(typeof caption === "string" ? { caption } : {}), properties: read };
}

/** Schemata that are actors, with the kind that each is here. */
const KIND: Readonly<Record<string, ActorKind>> = {
  Person: "person",
  Organization: "organization",
  Company: "organization",
  LegalEntity: "organization",
  PublicBody: "government",
  Vessel: "vehicle",
  Airplane: "vehicle",
  Vehicle: "vehicle",
};

/** Schemata that join two actors: the properties that name them and how the first stands to the second. */
const LINKS: Readonly<Record<string, readonly [from: string, to: string, kind: RelationKind]>> = {
  Membership: ["member", "organization", "member of"],
  Directorship: ["director", "organization", "leads"],
  Employment: ["employee", "employer", "member of"],
  Ownership: ["asset", "owner", "owned by"],
  Succession: ["successor", "predecessor", "successor of"],
  Associate: ["person", "associate", "allied with"],
};

/** Topics of OpenSanctions that tell more than the schema does. */
function kindOf(entity: Entity): ActorKind | undefined {
  const kind = KIND[entity.schema];
  const topics = entity.properties.topics ?? [];
  if (kind !== "organization") return kind;
  if (topics.includes("crime.terror")) return "armed group";
  if (topics.includes("gov.igo")) return "international organization";
  if (topics.some((t) => t === "gov" || t.startsWith("gov."))) return "government";
  return kind;
}

function year(dates: readonly string[] | undefined): number | undefined {
  const match = /^(\d{4})/.exec([...(dates ?? [])].sort()[0] ?? "");
  return match ? Number(match[1]) : undefined;
}

function entryOf(entity: Entity, kind: ActorKind, relations: readonly Relation[], source: string): DirectoryEntry {
  const { properties } = entity;
  const names = [...new Set([...(properties.name ?? []), ...(properties.alias ?? [])])];
  const name = entity.caption ?? names[0]!;
  const weak = (properties.weakAlias ?? []).map((alias) => `~${alias}`);
  const short = properties.abbreviation ?? [];
  const codes = [...(properties.country ?? []), ...(properties.jurisdiction ?? []), ...(properties.nationality ?? [])];
  const countries = [...new Set(codes.map(alpha3).filter((c) => c !== undefined))];
  const from = year(properties.incorporationDate);
  const to = kind === "person" ? undefined : year(properties.dissolutionDate);
  const wikidata = (properties.wikidataId ?? [])[0] ?? (/^Q\d+$/.test(entity.id) ? entity.id : undefined);
  const note = (properties.position ?? properties.notes ?? [])[0]?.slice(0, 300);
  return {
    id: entity.id,
    name,
    aliases: [...names.filter((n) => n !== name), ...short, ...weak].map((a) => a.replaceAll(";", ",")),
    kind,
    countries,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    relations,
    ...(wikidata ? { wikidata } : {}),
    ...(note ? { note } : {}),
    source,
  };
}

/** Reads FollowTheMoney entities, one JSON object a line. Entities that are no actors (addresses, passports) are passed over in silence. */
export function importFollowTheMoney(text: string, name: string): Imported {
  const warnings: string[] = [];
  const actors = new Map<string, { entity: Entity; kind: ActorKind; source: string }>();
  const relations = new Map<string, Relation[]>();
  const lines = text.split("\n");
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n]!.trim();
    if (line === "") continue;
    const source = `${name}:${n + 1}`;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      warnings.push(`${source}: not a JSON object on one line`);
      continue;
    }
    const entity = entityOf(json);
    if (typeof entity === "string") {
      warnings.push(`${source}: not a FollowTheMoney entity: ${entity}`);
      continue;
    }
    const kind = kindOf(entity);
    if (kind !== undefined) {
      if ((entity.properties.name ?? []).length === 0 && !entity.caption) warnings.push(`${source}: an actor without a name`);
      else actors.set(entity.id, { entity, kind, source });
      continue;
    }
    const link = LINKS[entity.schema];
    if (!link) continue;
    for (const from of entity.properties[link[0]] ?? [])
      for (const target of entity.properties[link[1]] ?? []) {
        const list = relations.get(from) ?? [];
        list.push({ kind: link[2], target });
        relations.set(from, list);
      }
  }
  const entries = [...actors.values()].map(({ entity, kind, source }) => entryOf(entity, kind, relations.get(entity.id) ?? [], source));
  return { entries, warnings };
}
