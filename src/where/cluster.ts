import type { GazetteerHit } from "./gazetteer.ts";
import { isCountry, isDivision, isSettlement } from "./gazetteer.ts";
import type { Spot } from "./spot.ts";
import type { Token } from "./tokens.ts";

/** All spots of a text that share a name: one sense per article, so they are resolved together. */
export interface Cluster {
  readonly key: string;
  /** Indices into the accepted spots, in the order of the text. */
  readonly spots: readonly number[];
  readonly candidates: readonly GazetteerHit[];
  /** One feature vector for each candidate: what the name and the words around it say, without the rest of the article. */
  readonly features: readonly Float64Array[];
}

/** Features of a candidate, in the order of the weights. Names are shown by `dateline explain`. */
export const FEATURES = [
  "population",
  "country",
  "first-level division",
  "lower division",
  "national capital",
  "seat of a division",
  "town",
  "quarter or township",
  "facility",
  "region or water",
  "other spelling",
  "abbreviation",
  "word for its people",
  "kind is as the words say",
  "kind is not as the words say",
  "most peopled of its name",
  "rank among its namesakes",
  "only one of its name",
  "no known population",
  "in the container that is named beside it",
  "not in the container that is named beside it",
  "contains what is named beside it",
  "share of the article in its country",
  "share of the article in its division",
  "share of the article within 40 km",
  "share of the article within 160 km",
  "share of the article within 500 km",
  "another place of the article within 40 km",
  "another place of the article within 160 km",
  "its country is named",
  "its division is named",
  "near what the article names first",
  "nothing of the article in its country",
] as const;
export type FeatureName = (typeof FEATURES)[number];
const AT = new Map<FeatureName, number>(FEATURES.map((name, i) => [name, i]));
/** Position of a feature in vectors and weights. */
export function at(name: FeatureName): number {
  return AT.get(name)!;
}
/** How many of the features, from the first, need nothing of the rest of the article. */
export const LOCAL = at("in the container that is named beside it");

const MAX_CANDIDATES = 150;
const KIND_NOUNS: readonly (readonly [words: string, kinds: (code: string) => boolean])[] = [
  ["county counties parish borough", (code) => code === "ADM2" || code === "ADM3"],
  ["province governorate oblast region state prefecture department wilayat territory canton emirate voivodeship republic", isDivision],
  ["district subdistrict raion rayon municipality", (code) => isDivision(code) || isSettlement(code)],
  ["city town village township neighborhood neighbourhood suburb camp hamlet settlement metropolis", isSettlement],
  [
    "river lake sea gulf bay strait canal island islands mountain mountains valley desert peninsula",
    (code) => !isSettlement(code) && !isDivision(code) && !isCountry(code),
  ],
];
const FITS = new Map(KIND_NOUNS.flatMap(([words, kinds]) => words.split(" ").map((word) => [word, kinds] as const)));

function wanted(spot: Spot, tokens: readonly Token[], text: string): ((code: string) => boolean) | undefined {
  const after = tokens[spot.last + 1];
  if (after && text.slice(spot.end, after.start) === " ") {
    const kinds = FITS.get(after.lower);
    if (kinds) return kinds;
  }
  const before = tokens[spot.first - 1];
  if (!before || text.slice(before.end, spot.start) !== " ") return undefined;
  const noun = before.lower === "of" ? tokens[spot.first - 2]?.lower : before.lower;
  return noun === undefined ? undefined : FITS.get(noun);
}

/** Groups accepted spots by name and looks at each candidate alone. */
export function clusters(spots: readonly Spot[], tokens: readonly Token[], text: string): Cluster[] {
  const byKey = new Map<string, number[]>();
  spots.forEach((spot, i) => {
    // A demonym and its country are one thing to an article; other readings of one key differ by what was written ("La." and "LA").
    const id = `${spot.key}|${spot.hits.length}`;
    const known = byKey.get(id);
    if (known) known.push(i);
    else byKey.set(id, [i]);
  });
  return [...byKey.values()].map((members) => {
    const spot = spots[members[0]!]!;
    const candidates = [...spot.hits].sort((a, b) => b.place.population - a.place.population).slice(0, MAX_CANDIDATES);
    const kinds = members.map((m) => wanted(spots[m]!, tokens, text)).filter((f) => f !== undefined);
    const features = candidates.map(({ place, form }, rank) => {
      const x = new Float64Array(FEATURES.length);
      const set = (name: FeatureName, value: number) => {
        x[at(name)] = value;
      };
      const code = place.featureCode;
      set("population", Math.log10(place.population + 1) / 3);
      if (isCountry(code)) set("country", 1);
      else if (code === "ADM1") set("first-level division", 1);
      else if (isDivision(code) && code !== "RGN") set("lower division", 1);
      else if (code === "PPLC") set("national capital", 1);
      else if (code.startsWith("PPLA")) set("seat of a division", code === "PPLA" ? 1 : 0.4);
      else if (code === "PPLX" || code === "ADM3") set("quarter or township", 1);
      else if (isSettlement(code)) set("town", 1);
      else if (/^(AIR|INSM|MFG|PRT|HSP|PRN|CMP|BDG|PS|FCL|S)/.test(code)) set("facility", 1);
      else set("region or water", 1);
      if (form === "alias") set("other spelling", 1);
      if (form === "abbreviation") set("abbreviation", 1);
      if (form === "demonym") set("word for its people", 1);
      if (kinds.length > 0) {
        const share = kinds.filter((suits) => suits(code)).length / kinds.length;
        set("kind is as the words say", share);
        set("kind is not as the words say", 1 - share);
      }
      if (rank === 0 && place.population > 0) set("most peopled of its name", 1);
      set("rank among its namesakes", Math.log2(rank + 1) / 4);
      if (candidates.length === 1) set("only one of its name", 1);
      if (place.population === 0) set("no known population", 1);
      return x;
    });
    return { key: spot.key, spots: members, candidates, features };
  });
}
