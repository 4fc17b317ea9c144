import { readFileSync } from "node:fs";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import type { Harm } from "./layers.ts";
import { readPattern } from "./pattern.ts";
import type { Pattern } from "./sense.ts";

/** A phrase that tells of harm. */
export interface HarmPhrase {
  readonly harm: Harm;
  readonly pattern: Pattern;
  readonly text: string;
  /** Whether those harmed may have died of it: "was taken to hospital". */
  readonly struck: boolean;
}

/** What lexicon/events/harm.yaml knows: which words tell of which harm, and who beside them is counted. */
export interface HarmWords {
  /** Verbs whose object suffers. */
  readonly objectsOf: ReadonlyMap<string, Harm>;
  /** Verbs whose subject suffers. */
  readonly subjectsOf: ReadonlyMap<string, Harm>;
  /** Adjectives and participles said of those who suffer: "left 12 dead". */
  readonly predicates: ReadonlyMap<string, Harm>;
  /** Nouns that are counted themselves: "30 bodies". */
  readonly nouns: ReadonlyMap<string, Harm>;
  readonly tolls: ReadonlyMap<string, Harm>;
  readonly phrases: ReadonlyMap<string, readonly HarmPhrase[]>;
  /** Verbs of hitting: injured, unless the text says that they died. */
  readonly struck: ReadonlySet<string>;
  /** Their nouns: "the shooting of three people". */
  readonly struckNouns: ReadonlySet<string>;
}

const FILE = new URL("../../lexicon/events/harm.yaml", import.meta.url);
const HARMS: readonly Harm[] = ["killed", "injured", "abducted", "detained", "displaced"];

/** Reads harm.yaml. Throws an Error that names the section when it is not a list of words. */
export function loadHarmWords(): HarmWords {
  const top = load(readFileSync(FILE, "utf8"), { schema: FAILSAFE_SCHEMA }) as Readonly<Record<string, unknown>>;
  const maps = {
    "objects-of": new Map<string, Harm>(),
    "subjects-of": new Map<string, Harm>(),
    predicates: new Map<string, Harm>(),
    nouns: new Map<string, Harm>(),
    tolls: new Map<string, Harm>(),
  };
  const phrases = new Map<string, HarmPhrase[]>();
  const addPhrase = (form: string, harm: Harm, struck: boolean): void => {
    const { pattern, text } = readPattern(form, "verb");
    const first = pattern.parts[0]?.[0] ?? "";
    phrases.set(first, [...(phrases.get(first) ?? []), { harm, pattern, text, struck }]);
  };
  for (const harm of HARMS) {
    const section = top[harm] as Readonly<Record<string, unknown>> | undefined;
    for (const [name, map] of Object.entries(maps)) for (const word of list(section?.[name], `${harm}, ${name}`)) map.set(word, harm);
    for (const form of list(section?.phrases, `${harm}, phrases`)) addPhrase(form, harm, false);
  }
  for (const form of list(top["struck-phrases"], "struck-phrases")) addPhrase(form, "injured", true);
  return {
    objectsOf: maps["objects-of"],
    subjectsOf: maps["subjects-of"],
    predicates: maps.predicates,
    nouns: maps.nouns,
    tolls: maps.tolls,
    phrases,
    struck: new Set(list(top.struck, "struck")),
    struckNouns: new Set(list(top["struck-nouns"], "struck-nouns")),
  };
}

function list(value: unknown, where: string): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`harm.yaml, ${where}: expected a list of words`);
  return value.map(String);
}
