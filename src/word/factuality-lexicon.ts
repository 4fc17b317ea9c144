import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { Factuality } from "./layers.ts";

/** What a governing word says of the event that it governs. */
export interface RealityEntry {
  /** "same": as real as the governing word itself. */
  readonly reality: Factuality["reality"] | "same";
  readonly polarity?: "negative";
  /** A noun for something that takes time: in a present clause it goes on. */
  readonly lasting?: boolean;
}

export type Aspect = "ongoing" | "planned" | "threatened" | "hypothetical" | "demanded";

/** The words that place an event among the certain and the possible, the done and the planned. */
export interface FactualityLexicon {
  readonly governors: {
    readonly verbs: ReadonlyMap<string, RealityEntry>;
    readonly nouns: ReadonlyMap<string, RealityEntry>;
    readonly adjectives: ReadonlyMap<string, RealityEntry>;
  };
  readonly hedges: Readonly<Record<HedgePlace, ReadonlyMap<string, Factuality["certainty"]>>>;
  readonly aspect: Readonly<Record<AspectPart, ReadonlyMap<string, Aspect>>>;
  readonly negators: ReadonlySet<string>;
}

/** What a word of aspect is: "nouns" go on unless they are ended, "begun" once they began, "efforts" pursue their purpose meanwhile. */
export type AspectPart = "adjectives" | "adverbs" | "verbs" | "auxiliaries" | "conjunctions" | "nouns" | "begun" | "efforts";

/** Where a hedge stands: beside the event, as its auxiliary, or over it. */
export type HedgePlace = "adverbs" | "adjectives" | "modals" | "passives" | "raising" | "nouns" | "unknown";

const FOLDER = new URL("../../lexicon/attribution/", import.meta.url);
const PLACES: readonly HedgePlace[] = ["adverbs", "adjectives", "modals", "passives", "raising", "nouns", "unknown"];
const ASPECTS: readonly Aspect[] = ["ongoing", "planned", "threatened", "hypothetical", "demanded"];

interface RealityRow extends RealityEntry {
  readonly verbs?: readonly string[];
  readonly nouns?: readonly string[];
  readonly adjectives?: readonly string[];
}
type HedgeFile = Record<HedgePlace, readonly { readonly words: readonly string[]; readonly certainty: Factuality["certainty"] }[]>;
type AspectRow = Partial<Record<AspectPart, readonly string[]>>;
type AspectFile = Record<Aspect, AspectRow> & { readonly negators: { readonly words: readonly string[] } };

/** Reads `lexicon/attribution/{reality,hedges,aspect}.yaml`. A word listed twice keeps its first entry. */
export function loadFactualityLexicon(folder: URL = FOLDER): FactualityLexicon {
  const file = (name: string): unknown => load(readFileSync(new URL(name, folder), "utf8"));
  const rows = file("reality.yaml") as readonly RealityRow[];
  const governors = (part: "verbs" | "nouns" | "adjectives"): Map<string, RealityEntry> => {
    const map = new Map<string, RealityEntry>();
    for (const row of rows) for (const word of row[part] ?? []) if (!map.has(word)) map.set(word, row);
    return map;
  };
  const hedgeFile = file("hedges.yaml") as HedgeFile;
  const hedges = {} as Record<HedgePlace, Map<string, Factuality["certainty"]>>;
  for (const place of PLACES) {
    hedges[place] = new Map();
    for (const row of hedgeFile[place]) for (const word of row.words) if (!hedges[place].has(word)) hedges[place].set(word, row.certainty);
  }
  const aspectFile = file("aspect.yaml") as AspectFile;
  const aspects = (part: AspectPart): Map<string, Aspect> => {
    const map = new Map<string, Aspect>();
    for (const aspect of ASPECTS) for (const word of aspectFile[aspect][part] ?? []) if (!map.has(word)) map.set(word, aspect);
    return map;
  };
  return {
    governors: { verbs: governors("verbs"), nouns: governors("nouns"), adjectives: governors("adjectives") },
    hedges,
    aspect: {
      adjectives: aspects("adjectives"),
      adverbs: aspects("adverbs"),
      verbs: aspects("verbs"),
      auxiliaries: aspects("auxiliaries"),
      conjunctions: aspects("conjunctions"),
      nouns: aspects("nouns"),
      begun: aspects("begun"),
      efforts: aspects("efforts"),
    },
    negators: new Set(aspectFile.negators.words),
  };
}
