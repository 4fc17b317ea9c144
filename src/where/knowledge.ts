import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { type Borders, readBorders } from "./borders.ts";
import { type Capitals, readCapitals } from "./capitals.ts";
import { FEATURES } from "./cluster.ts";
import type { HashedWeights } from "./features.ts";
import { type Outlets, readOutlets } from "./home.ts";
import { type NameKnowledge, readCommonWords, readGivenNames } from "./names.ts";
import type { RankerWeights } from "./rank.ts";

export interface FacilityKind {
  readonly featureCode: string;
  /** How far a facility may be from the point of the town it is named after, in kilometres. */
  readonly km: number;
}

/** What the stages of `where` know besides the gazetteer: words, names, and the two small models. */
export interface PlaceKnowledge {
  readonly names: NameKnowledge;
  readonly locative: ReadonlySet<string>;
  readonly partOf: ReadonlySet<string>;
  readonly whose: ReadonlySet<string>;
  readonly acts: ReadonlySet<string>;
  readonly party: ReadonlySet<string>;
  readonly doneToPlaces: ReadonlySet<string>;
  readonly noPlaces: ReadonlySet<string>;
  readonly goneTo: ReadonlySet<string>;
  readonly facilities: ReadonlyMap<string, FacilityKind>;
  readonly outlets: Outlets;
  readonly borders: Borders;
  readonly capitals: Capitals;
  readonly recogniser: HashedWeights;
  readonly ranker: RankerWeights;
}

interface WordsFile {
  readonly locative: string[];
  readonly partOf: string[];
  readonly whose: string[];
  readonly acts: string[];
  readonly party: string[];
  readonly doneToPlaces: string[];
  readonly noPlaces: string[];
  readonly goneTo: string[];
  readonly facilities: Readonly<Record<string, { readonly words: string[]; readonly km: number }>>;
}
interface WeightsFile {
  readonly recogniser: { readonly scale: number; readonly bias: number };
  readonly features: string[];
  readonly alone: number[];
  readonly inArticle: number[];
}

/** Reads `lexicon/places` and `models/where`. Throws when the weights were trained for other features than this version has. */
export function loadPlaceKnowledge(root: URL = new URL("../../", import.meta.url)): PlaceKnowledge {
  const file = (path: string) => new URL(path, root);
  const words = load(readFileSync(file("lexicon/places/words.yaml"), "utf8")) as WordsFile;
  const weights = JSON.parse(readFileSync(file("models/where/weights.json"), "utf8")) as WeightsFile;
  if (weights.features.join() !== FEATURES.join())
    throw new Error("models/where/weights.json is of another version: run `npm run train where`");
  const bytes = readFileSync(file("models/where/recogniser.bin"));
  const facilities = new Map<string, FacilityKind>();
  for (const [featureCode, kind] of Object.entries(words.facilities))
    for (const word of kind.words) facilities.set(word, { featureCode, km: kind.km });
  return {
    names: { ...readGivenNames(file("lexicon/places/given-names.txt")), common: readCommonWords(file("models/where/common-words.txt")) },
    locative: new Set(words.locative),
    partOf: new Set(words.partOf),
    whose: new Set(words.whose),
    acts: new Set(words.acts),
    party: new Set(words.party),
    doneToPlaces: new Set(words.doneToPlaces),
    noPlaces: new Set(words.noPlaces),
    goneTo: new Set(words.goneTo),
    facilities,
    capitals: readCapitals(file("lexicon/actors/states.tsv")),
    borders: readBorders(file("lexicon/places/borders.tsv")),
    outlets: readOutlets(file("lexicon/places/outlets/us.tsv")),
    recogniser: { weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), ...weights.recogniser },
    ranker: { alone: weights.alone, inArticle: weights.inArticle },
  };
}
