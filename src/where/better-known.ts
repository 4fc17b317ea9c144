import { distanceKm } from "./distance.ts";
import type { GazetteerHit, GazetteerPlace } from "./gazetteer.ts";
import { isCountry, isSettlement } from "./gazetteer.ts";

/** A town below this has no claim on its name against a capital or a city of millions, unless the article is about its parts. */
const SMALL = 150_000;
const GREAT = 1_500_000;
const NEIGHBOURHOOD_KM = 161;

/**
 * "In Paris", "in Washington": the capital or the city of millions that bears the name, where the reading that won is a town or a division in
 * another part of the world and nothing else in the article lies near it, or its own country is named. The ranker learnt from local news, where the small namesakes are at home.
 */
export function betterKnown(
  picks: readonly GazetteerHit[],
  candidates: readonly (readonly GazetteerHit[])[],
  home: GazetteerPlace | undefined,
  isHeld: (cluster: number) => boolean = () => false,
): readonly GazetteerHit[] {
  return picks.map((pick, c) => {
    const { place } = pick;
    const lesser =
      (isSettlement(place.featureCode) && place.featureCode !== "PPLC" && place.population < SMALL) || place.featureCode === "ADM1";
    // "Paris, Ky.": what is named beside it has decided.
    if (!lesser || place.country === "" || isHeld(c)) return pick;
    const great = candidates[c]!.find((hit) => isGreat(hit.place) && apart(hit.place, place) > NEIGHBOURHOOD_KM);
    if (great === undefined) return pick;
    const around = [...picks.filter((_, i) => i !== c).map((hit) => hit.place), ...(home === undefined ? [] : [home])];
    const itsCountry = around.some((other) => isCountry(other.featureCode) && other.country === great.place.country);
    if (itsCountry && great.place.country !== place.country) return great;
    return around.some((other) => isNear(other, place)) ? pick : great;
  });
}

function isGreat({ featureCode, population }: GazetteerPlace): boolean {
  return isSettlement(featureCode) && (featureCode === "PPLC" || population >= GREAT);
}

/** Whether what else an article names, or where its outlet is, speaks for a lesser place: its division, or a place in its neighbourhood. */
function isNear(other: GazetteerPlace, place: GazetteerPlace): boolean {
  if (isCountry(other.featureCode) || other.country !== place.country) return false;
  return (other.admin1 !== "" && other.admin1 === place.admin1) || apart(other, place) < NEIGHBOURHOOD_KM;
}

const apart = (a: GazetteerPlace, b: GazetteerPlace): number => distanceKm(a.latitude, a.longitude, b.latitude, b.longitude);
