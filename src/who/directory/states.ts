import type { ActorKind } from "../layers.ts";
import type { DirectoryEntry } from "./entry.ts";
import { items, type Row, readTable } from "./table.ts";

/** A body that every state has and that acts in its name without being it. */
export interface Body {
  /** "military", "police", "government", "state-media", …: the part of the id after "iraq/". */
  readonly id: string;
  readonly kind: ActorKind;
  /** What follows the state's name in the body's canonical name: "armed forces". */
  readonly title: string;
  /** What texts call it after a state's name or adjective, each a key: "security forces", "warplanes". */
  readonly nominals: readonly string[];
  readonly partOf: string;
}

/** A state with what texts call its people and seat of government. */
export interface State {
  readonly entry: DirectoryEntry;
  /** ISO 3166-1 alpha-3, or the user-assigned code in common use (XKX). */
  readonly iso: string;
  readonly adjectives: readonly string[];
  readonly people: readonly string[];
  readonly capital: readonly string[];
  /** Own names of bodies, by body id; the first is the canonical one. */
  readonly bodies: ReadonlyMap<string, readonly string[]>;
}

/** Reads the bodies that states have. */
export function readBodies(): Body[] {
  return readTable("bodies.tsv").map((row) => ({
    id: row.body!,
    kind: row.kind as ActorKind,
    title: row.title!,
    nominals: items(row.nominals),
    partOf: row["part of"]!,
  }));
}

function stateOf(row: Row): State {
  const iso = row.iso!;
  const bodies = new Map<string, readonly string[]>();
  for (const body of ["government", "military", "police", "intelligence"]) {
    const names = items(row[body]);
    if (names.length > 0) bodies.set(body, names);
  }
  const entry: DirectoryEntry = {
    id: row.id!,
    name: row.name!,
    aliases: items(row.aliases),
    kind: "state",
    countries: [iso],
    relations: [],
    ...(row.from ? { from: Number(row.from) } : {}),
    ...(row.to ? { to: Number(row.to) } : {}),
    ...(row.wikidata ? { wikidata: row.wikidata } : {}),
    source: `states.tsv:${row.line}`,
  };
  return { entry, iso, adjectives: items(row.adjectives), people: items(row.people), capital: items(row.capital), bodies };
}

/** Reads every state. */
export function readStates(): State[] {
  return readTable("states.tsv").map(stateOf);
}

/** The entry of a state's body: "iraq/military" from Iraq and the body "military". */
export function bodyEntry(state: State, body: Body): DirectoryEntry {
  const [name, ...aliases] = state.bodies.get(body.id) ?? [];
  return {
    id: `${state.entry.id}/${body.id}`,
    name: name?.replace(/^[=~]/, "") ?? `${state.adjectives[0]?.replace(/^[=~]/, "") ?? state.entry.name} ${body.title}`,
    aliases,
    kind: body.kind,
    countries: [state.iso],
    relations: [{ kind: "part of", target: body.partOf === "" ? state.entry.id : `${state.entry.id}/${body.partOf}` }],
    ...(body.id === "state-media" ? { stateRun: true } : {}),
    source: state.entry.source,
  };
}
