import { at, type Cluster, FEATURES, LOCAL } from "./cluster.ts";
import { distanceKm } from "./distance.ts";
import { type GazetteerPlace, isCountry, isDivision, isSettlement } from "./gazetteer.ts";
import type { Spot } from "./spot.ts";

/** Linear weights of the two passes: on the name alone, and with the rest of the article. */
export interface RankerWeights {
  readonly alone: readonly number[];
  readonly inArticle: readonly number[];
}

/** Positions of the features that `look` writes. */
const ANOTHER_PLACE_OF_THE_ARTICLE_WITHIN_160_KM = at("another place of the article within 160 km");
const ANOTHER_PLACE_OF_THE_ARTICLE_WITHIN_40_KM = at("another place of the article within 40 km");
const CONTAINS_WHAT_IS_NAMED_BESIDE_IT = at("contains what is named beside it");
const IN_THE_CONTAINER_THAT_IS_NAMED_BESIDE_IT = at("in the container that is named beside it");
const ITS_COUNTRY_IS_NAMED = at("its country is named");
const ITS_DIVISION_IS_NAMED = at("its division is named");
const NEAR_WHAT_THE_ARTICLE_NAMES_FIRST = at("near what the article names first");
const NOT_IN_THE_CONTAINER_THAT_IS_NAMED_BESIDE_IT = at("not in the container that is named beside it");
const NOTHING_OF_THE_ARTICLE_IN_ITS_COUNTRY = at("nothing of the article in its country");
const SHARE_OF_THE_ARTICLE_IN_ITS_COUNTRY = at("share of the article in its country");
const SHARE_OF_THE_ARTICLE_IN_ITS_DIVISION = at("share of the article in its division");
const SHARE_OF_THE_ARTICLE_WITHIN_160_KM = at("share of the article within 160 km");
const SHARE_OF_THE_ARTICLE_WITHIN_40_KM = at("share of the article within 40 km");
const SHARE_OF_THE_ARTICLE_WITHIN_500_KM = at("share of the article within 500 km");

export const ROUNDS = 2;
const RADIANS = Math.PI / 180;
/** Cosines of 40, 160 and 500 km on the sphere. */
const NEAR = Math.cos(40 / 6371);
const MIDDLE = Math.cos(161 / 6371);
const FAR = Math.cos(500 / 6371);
/** Candidates less likely than this do not speak for their surroundings. */
const FAINT = 0.05;
/** How much the outlet's home counts, against a place that is named once. */
const HOME_WEIGHT = 1.5;

/**
 * What a candidate gains by lying near the outlet's home, on the scale of scores. Set by hand: the training texts do not say who published them.
 * A local outlet's readers know which of the namesakes around them is meant.
 */
function homeBonus(place: GazetteerPlace, home: GazetteerPlace): number {
  if (place.country !== home.country) return 0;
  if (!isSettlement(home.featureCode)) return 0.7;
  const near = distanceKm(place.latitude, place.longitude, home.latitude, home.longitude) < 120 ? 1.5 : 0;
  return 0.5 + near + (place.admin1 === home.admin1 && !isCountry(place.featureCode) ? 1 : 0);
}

/** Probabilities of candidates from their scores. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function dot(weights: readonly number[], x: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += weights[i]! * x[i]!;
  return sum;
}

/** Whether `inner` lies in `outer`, as far as a gazetteer without shapes can say. */
export function inside(inner: GazetteerPlace, outer: GazetteerPlace): boolean {
  if (inner === outer) return false;
  if (isCountry(outer.featureCode)) return inner.country === outer.country;
  if (outer.featureCode === "ADM1") return inner.country === outer.country && inner.admin1 === outer.admin1 && inner.featureCode !== "ADM1";
  const km = distanceKm(inner.latitude, inner.longitude, outer.latitude, outer.longitude);
  if (isDivision(outer.featureCode) && outer.featureCode !== "RGN") return inner.country === outer.country && km < 80;
  if (isSettlement(outer.featureCode)) return km < 60;
  return km < 700;
}

/** Pairs `[inner, outer]` of accepted spots that the text puts side by side: "Mosul, Iraq", "Alexandria, La.", "Ramadi in Anbar". */
export function nestings(spots: readonly Spot[], text: string): (readonly [inner: number, outer: number])[] {
  const pairs: [number, number][] = [];
  for (let i = 0; i + 1 < spots.length; i++) {
    const gap = text.slice(spots[i]!.end, spots[i + 1]!.start);
    if (gap.length > 60) continue;
    if (
      /^,? ?\(?$|^,? in (?:the )?(?:\w+ ){0,2}$|^, (?:an?|the) [\w ]{2,30} (?:of|in|near|from) (?:the )?(?:\w+ ){0,2}$/u.test(gap) &&
      gap !== " " &&
      gap !== ""
    )
      pairs.push([i, i + 1]);
  }
  return pairs;
}

/** The scene of one article, ready for both passes; also what training learns from. */
export class Scene {
  readonly clusters: readonly Cluster[];
  readonly #nearHome: readonly (readonly number[])[];
  readonly #clusterOf: readonly number[];
  readonly #pairs: readonly (readonly [number, number])[];
  readonly #vectors: readonly Float64Array[];

  /** `home`, where the outlet is, counts as one more place of the article, named by nobody. */
  constructor(named: readonly Cluster[], spots: readonly Spot[], text: string, home?: GazetteerPlace) {
    const found: readonly Cluster[] =
      home === undefined
        ? named
        : [...named, { key: "", spots: [], candidates: [{ place: home, form: "name" }], features: [new Float64Array(FEATURES.length)] }];
    this.clusters = found;
    this.#nearHome = found.map((cluster) => cluster.candidates.map(({ place }) => (home === undefined ? 0 : homeBonus(place, home))));
    const clusterOf = new Array<number>(spots.length).fill(-1);
    found.forEach((cluster, c) => {
      for (const s of cluster.spots) clusterOf[s] = c;
    });
    this.#clusterOf = clusterOf;
    this.#pairs = nestings(spots, text);
    this.#vectors = found.map((cluster) => {
      const v = new Float64Array(cluster.candidates.length * 3);
      cluster.candidates.forEach(({ place }, i) => {
        const [phi, theta] = [place.latitude * RADIANS, place.longitude * RADIANS];
        v[i * 3] = Math.cos(phi) * Math.cos(theta);
        v[i * 3 + 1] = Math.cos(phi) * Math.sin(theta);
        v[i * 3 + 2] = Math.sin(phi);
      });
      return v;
    });
  }

  /** Probabilities from the names alone. */
  alone(weights: RankerWeights): number[][] {
    return this.clusters.map((cluster) => softmax(cluster.features.map((x) => dot(weights.alone, x, LOCAL))));
  }

  /** Writes into the candidates' features what the other names say, each reading weighed by how likely it is. */
  look(beliefs: readonly (readonly number[])[]): void {
    const nested = new Map<number, [cluster: number, outer: boolean][]>();
    for (const [inner, outer] of this.#pairs) {
      const [a, b] = [this.#clusterOf[inner]!, this.#clusterOf[outer]!];
      if (a === b) continue;
      nested.set(a, [...(nested.get(a) ?? []), [b, true]]);
      nested.set(b, [...(nested.get(b) ?? []), [a, false]]);
    }
    const weight = this.clusters.map((cluster) => (cluster.spots.length === 0 ? HOME_WEIGHT : 1 + Math.log2(cluster.spots.length)));
    const total = weight.reduce((a, b) => a + b, 0);
    const strong = beliefs.map((p) => p.map((_, i) => i).filter((i) => p[i]! >= FAINT));
    this.clusters.forEach((cluster, c) => {
      const others = Math.max(1, total - weight[c]!);
      const v = this.#vectors[c]!;
      cluster.candidates.forEach(({ place }, i) => {
        let country = 0;
        let division = 0;
        let near = 0;
        let middle = 0;
        let far = 0;
        let closest = -1;
        let namedCountry = 0;
        let namedDivision = 0;
        let first = 0;
        for (let o = 0; o < this.clusters.length; o++) {
          if (o === c) continue;
          const u = this.#vectors[o]!;
          for (const j of strong[o]!) {
            const other = this.clusters[o]!.candidates[j]!.place;
            const p = beliefs[o]![j]!;
            const share = p * weight[o]!;
            const country1 = isCountry(other.featureCode);
            if (other.country !== "" && other.country === place.country) {
              country += share;
              if (country1) namedCountry = Math.max(namedCountry, p);
              if (!country1 && other.admin1 !== "" && other.admin1 === place.admin1) {
                division += share;
                if (other.featureCode === "ADM1") namedDivision = Math.max(namedDivision, p);
              }
            }
            if (country1) continue;
            const cosine = v[i * 3]! * u[j * 3]! + v[i * 3 + 1]! * u[j * 3 + 1]! + v[i * 3 + 2]! * u[j * 3 + 2]!;
            if (cosine > FAR) far += share;
            if (cosine > MIDDLE) {
              middle += share;
              if (o <= 2) first = Math.max(first, p);
            }
            if (cosine > NEAR) near += share;
            if (p > 0.4 && cosine > closest) closest = cosine;
          }
        }
        const x = cluster.features[i]!;
        x[SHARE_OF_THE_ARTICLE_IN_ITS_COUNTRY] = country / others;
        x[SHARE_OF_THE_ARTICLE_IN_ITS_DIVISION] = division / others;
        x[SHARE_OF_THE_ARTICLE_WITHIN_40_KM] = near / others;
        x[SHARE_OF_THE_ARTICLE_WITHIN_160_KM] = middle / others;
        x[SHARE_OF_THE_ARTICLE_WITHIN_500_KM] = far / others;
        x[ANOTHER_PLACE_OF_THE_ARTICLE_WITHIN_40_KM] = closest > NEAR ? 1 : 0;
        x[ANOTHER_PLACE_OF_THE_ARTICLE_WITHIN_160_KM] = closest > MIDDLE ? 1 : 0;
        x[ITS_COUNTRY_IS_NAMED] = namedCountry;
        x[ITS_DIVISION_IS_NAMED] = namedDivision;
        x[NEAR_WHAT_THE_ARTICLE_NAMES_FIRST] = first;
        x[NOTHING_OF_THE_ARTICLE_IN_ITS_COUNTRY] = country < 0.3 ? 1 : 0;
        let held = 0;
        let out = 0;
        let holds = 0;
        for (const [o, outer] of nested.get(c) ?? []) {
          let agree = 0;
          for (const j of strong[o]!) {
            const other = this.clusters[o]!.candidates[j]!.place;
            if (outer ? inside(place, other) : inside(other, place)) agree += beliefs[o]![j]!;
          }
          if (outer) {
            held = Math.max(held, agree);
            out = Math.max(out, 1 - agree);
          } else holds = Math.max(holds, agree);
        }
        x[IN_THE_CONTAINER_THAT_IS_NAMED_BESIDE_IT] = held;
        x[NOT_IN_THE_CONTAINER_THAT_IS_NAMED_BESIDE_IT] = held > 0.5 ? 0 : out;
        x[CONTAINS_WHAT_IS_NAMED_BESIDE_IT] = holds;
      });
    });
  }

  /** Probabilities with the features that `look` wrote. */
  inArticle(weights: RankerWeights): number[][] {
    return this.clusters.map((cluster, c) =>
      softmax(cluster.features.map((x, i) => dot(weights.inArticle, x, FEATURES.length) + this.#nearHome[c]![i]!)),
    );
  }

  /** Runs both passes. */
  resolve(weights: RankerWeights): number[][] {
    let beliefs = this.alone(weights);
    for (let round = 0; round < ROUNDS; round++) {
      this.look(beliefs);
      beliefs = this.inArticle(weights);
    }
    return beliefs;
  }
}
