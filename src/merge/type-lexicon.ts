import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { PloverType } from "../what/layers.ts";

/** Which types and modes two reports may give to one event: lexicon/merge/types.yaml. */
export interface TypeLexicon {
  /** Types of different families are never compared. */
  familyOf(type: PloverType): string;
  /** 0 to 1: how readily reports of one event differ so. */
  nearness(a: PloverType, b: PloverType): number;
  /** Whether texts use both modes for one event. */
  modesAgree(a: string, b: string): boolean;
}

interface File {
  readonly families: Readonly<Record<string, readonly string[]>>;
  readonly near: readonly (readonly [string, string, number])[];
  readonly modes: readonly (readonly string[])[];
}

const PATH = new URL("../../lexicon/merge/types.yaml", import.meta.url);
/** Two types of one family of which the lexicon says nothing more. */
const SAME_FAMILY = 0.3;

let loaded: TypeLexicon | undefined;

/** Reads the file once. Throws an Error that names it when it cannot be read. */
export function loadTypeLexicon(): TypeLexicon {
  loaded ??= typeLexiconFrom(load(readFileSync(PATH, "utf8")) as File);
  return loaded;
}

function typeLexiconFrom(file: File): TypeLexicon {
  const family = new Map<string, string>();
  for (const [name, types] of Object.entries(file.families)) for (const type of types) family.set(type, name);
  const near = new Map<string, number>();
  for (const [a, b, value] of file.near) near.set(`${a} ${b}`, value).set(`${b} ${a}`, value);
  const modes = new Set(file.modes.flatMap((group) => group.flatMap((a) => group.map((b) => `${a} ${b}`))));
  const familyOf = (type: PloverType) => family.get(type) ?? type;
  return {
    familyOf,
    nearness: (a, b) => (a === b ? 1 : familyOf(a) !== familyOf(b) ? 0 : (near.get(`${a} ${b}`) ?? SAME_FAMILY)),
    modesAgree: (a, b) => a === b || modes.has(`${a} ${b}`),
  };
}
