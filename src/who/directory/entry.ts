import type { ActorKind } from "../layers.ts";

/** How one entry stands to another. The first is read "is … of/by the second". */
export type RelationKind =
  | "part of"
  | "backed by"
  | "led by"
  | "leads"
  | "member of"
  | "wing of"
  | "has wing"
  | "allied with"
  | "successor of"
  | "splinter of"
  | "owned by";

export interface Relation {
  readonly kind: RelationKind;
  /** Id of the entry it points to. */
  readonly target: string;
}

/** An office that a person held: first and last month or year, inclusive, as precisely as known. No end: still held when the table was last read. */
export interface Tenure {
  /** Id in `offices.tsv`: "prime-minister". */
  readonly office: string;
  /** Entry whose office it is: "iraq". */
  readonly of: string;
  readonly from?: string;
  readonly to?: string;
}

/** One actor that the directory knows. */
export interface DirectoryEntry {
  readonly id: string;
  /** Canonical name. */
  readonly name: string;
  /** Other names, spellings and acronyms, as the table writes them (see lexicon/actors/README.md for "=" and "~"). */
  readonly aliases: readonly string[];
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3; the first is the main one. */
  readonly countries: readonly string[];
  /** First and last year of activity, inclusive. */
  readonly from?: number;
  readonly to?: number;
  readonly relations: readonly Relation[];
  readonly tenures?: readonly Tenure[];
  /** For media: whether a state owns or directs it. */
  readonly stateRun?: boolean;
  readonly wikidata?: string;
  readonly note?: string;
  /** File and line that the entry was read from. */
  readonly source: string;
}

/** A period test on partial ISO dates: whether [from, to] and the stretch that `date` names ("2024", "2024-08") share a day. */
export function covers(from: string | undefined, to: string | undefined, date: string): boolean {
  const earliest = date.length >= 10 ? date.slice(0, 10) : date.length >= 7 ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`;
  const latest = date.length >= 10 ? date.slice(0, 10) : date.length >= 7 ? `${date.slice(0, 7)}-31` : `${date.slice(0, 4)}-12-31`;
  const begin = from === undefined ? "0000" : from;
  const end = to === undefined ? "9999" : to.length >= 10 ? to : to.length >= 7 ? `${to}-31` : `${to}-12-31`;
  return begin <= latest && earliest <= end;
}

/** Whether an entry was active at a date. An entry without years is. */
export function activeAt(entry: DirectoryEntry, date: string | undefined): boolean {
  if (date === undefined || !/^\d{4}/.test(date)) return true;
  return covers(entry.from === undefined ? undefined : String(entry.from), entry.to === undefined ? undefined : String(entry.to), date);
}
