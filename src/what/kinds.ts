import { readFileSync } from "node:fs";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import type { Word } from "../parse/layers.ts";

/** Rough semantic kind of a participant, for selectional evidence. */
export type Kind =
  | "force"
  | "group"
  | "official"
  | "state"
  | "people"
  | "pronoun"
  | "you"
  | "weapon"
  | "facility"
  | "place"
  | "name"
  | "abstract"
  | "other"
  | "none";

/** Types of head nouns, as loaded from lexicon/entities: lemma to entity types. */
export type HeadNouns = ReadonlyMap<string, readonly string[]>;

const KIND_OF_TYPE: Readonly<Record<string, Kind>> = {
  person: "people",
  organization: "group",
  "armed group": "force",
  military: "force",
  police: "force",
  government: "official",
  state: "state",
  nationality: "state",
  "international organization": "group",
  media: "group",
  place: "place",
  facility: "facility",
  weapon: "weapon",
  vehicle: "facility",
  platform: "weapon",
  quantity: "people",
  abstract: "abstract",
  time: "abstract",
  event: "abstract",
};

const OFFICIAL =
  /^(president|minister|premier|secretary|ambassador|envoy|spokesman|spokeswoman|spokesperson|official|government|ministry|parliament|senator|governor|mayor|lawmaker|diplomat|king|prince|chancellor|leader|delegation|opposition|administration|cabinet|council|commission|union|nation|embassy|court|judge|prosecutor|regime|state|country|authority)$/;
const FORCE =
  /^(soldier|troop|force|army|militant|rebel|fighter|gunman|insurgent|militia|guerrilla|police|policeman|officer|commander|terrorist|jihadist|bomber|attacker|assailant|sniper|separatist|peacekeeper|navy|marine|jet|warplane|drone|militiaman|extremist|commando|suspect|mob)$/;

/** The kind of a word: by its tag, its shape and its lemma. */
export function kindOf(word: Word | undefined, nouns: HeadNouns): Kind {
  if (word === undefined) return "none";
  const lemma = word.lemma.toLowerCase();
  if (word.upos === "PRON") return /^(i|you|we|your|my|our|me|us)$/i.test(word.text) ? "you" : "pronoun";
  if (FORCE.test(lemma)) return "force";
  if (OFFICIAL.test(lemma)) return "official";
  const type = nouns.get(lemma)?.[0];
  const kind = type === undefined ? undefined : KIND_OF_TYPE[type];
  if (kind !== undefined) return kind;
  if (word.upos === "PROPN") return "name";
  if (word.upos === "NUM") return "people";
  return "other";
}

const HEAD_NOUNS = new URL("../../lexicon/entities/head-nouns.yaml", import.meta.url);

/** Reads lexicon/entities/head-nouns.yaml: lemma to entity types. Throws when it is not a mapping of types to lists. */
export function loadHeadNouns(): HeadNouns {
  const types = new Map<string, string[]>();
  for (const [type, lemmas] of Object.entries(
    load(readFileSync(HEAD_NOUNS, "utf8"), { schema: FAILSAFE_SCHEMA }) as Readonly<Record<string, unknown>>,
  )) {
    if (!Array.isArray(lemmas)) throw new Error(`head-nouns.yaml, ${type}: expected a list of lemmas`);
    for (const lemma of lemmas.map(String)) types.set(lemma, [...(types.get(lemma) ?? []), type]);
  }
  return types;
}
