import { travel } from "./distance.ts";
import { type GazetteerPlace, isCountry } from "./gazetteer.ts";
import { radiusOf } from "./precision.ts";

/** A point beside a named place, and how far from it the truth may lie. */
export interface RelativePoint {
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKm: number;
  readonly reason: string;
}

const BEARING: Readonly<Record<string, number>> = {
  north: 0,
  northeast: 45,
  east: 90,
  southeast: 135,
  south: 180,
  southwest: 225,
  west: 270,
  northwest: 315,
};
const KM: Readonly<Record<string, number>> = {
  km: 1,
  kms: 1,
  k: 1,
  kilometer: 1,
  kilometers: 1,
  kilometre: 1,
  kilometres: 1,
  mile: 1.609,
  miles: 1.609,
  mi: 1.609,
};
const DIRECTION = "(north|south|east|west)(?:[- ]?(east|west))?(ern)?";
const DISTANCE_OF = new RegExp(
  `(\\d{1,4}(?:[.,]\\d)?)[ -]?(km|kms|kilomet(?:er|re)s?|miles?|mi)\\.?(?: \\(\\d{1,4}(?:\\.\\d)? ?\\w{2,10}\\))? (?:to the )?(?:${DIRECTION} )?(?:of|from|outside)(?: of)? (?:the )?(?:\\w+ ){0,4}$`,
  "i",
);
const DIRECTION_OF = new RegExp(`${DIRECTION} of (?:the )?(?:(?:city|town|capital|village|capital,)(?: of)? )?$`, "i");
const BESIDE =
  /(?:near|outside|close to|not far from|around|on the outskirts of|in the outskirts of|outskirts of|in the suburbs of|suburbs of|in the countryside of|countryside of|in the vicinity of|vicinity of|adjacent to|next to|off(?: the coast of)?) (?:the )?(?:(?:northern|southern|eastern|western|central|coastal|border|capital|port|ancient|holy|besieged|strategic) )?(?:(?:city|town|village)(?: of)? )?$/i;
const QUARTER = new RegExp(`(?:^|\\s)${DIRECTION} $`, "i");
const WINDOW = 90;

function bearing(first: string | undefined, second: string | undefined): number | undefined {
  return first === undefined ? undefined : BEARING[`${first}${second ?? ""}`.toLowerCase()];
}

/**
 * The point that the words before a name give: "30 km south of Mosul", "west of Damascus", "near Daquq", "northern Syria". Undefined when
 * they give none. A direction without a distance is taken as 12 km from a town; within a country as half of the way to its edge, at most 150 km.
 */
export function relativePoint(text: string, start: number, place: GazetteerPlace): RelativePoint | undefined {
  const before = text.slice(Math.max(0, start - WINDOW), start).replace(/\s+/g, " ");
  const far = DISTANCE_OF.exec(before);
  if (far) {
    const km = Number(far[1]!.replace(",", ".")) * (KM[far[2]!.toLowerCase()] ?? 1);
    const way = bearing(far[3], far[4]);
    const near = Math.max(3, Math.round(km * 0.3));
    if (way === undefined)
      return {
        latitude: place.latitude,
        longitude: place.longitude,
        radiusKm: Math.round(km) + 3,
        reason: `${Math.round(km)} km from ${place.name}, no direction given`,
      };
    return {
      ...travel(place.latitude, place.longitude, way, km),
      radiusKm: near,
      reason: `${Math.round(km)} km ${far[3]!.toLowerCase()}${far[4]?.toLowerCase() ?? ""} of ${place.name}`,
    };
  }
  const side = DIRECTION_OF.exec(before);
  const big = isCountry(place.featureCode) || place.featureCode === "ADM1" || place.featureCode === "RGN";
  if (side && !big) {
    const way = bearing(side[1], side[2])!;
    return {
      ...travel(place.latitude, place.longitude, way, 12),
      radiusKm: 20,
      reason: `${side[0].trim()} ${place.name}, no distance given`,
    };
  }
  if (BESIDE.test(before) && !big)
    return {
      latitude: place.latitude,
      longitude: place.longitude,
      radiusKm: Math.max(20, radiusOf(place)),
      reason: `beside ${place.name}`,
    };
  const quarter = QUARTER.exec(before);
  if (quarter && big) {
    const way = bearing(quarter[1], quarter[2])!;
    const reach = radiusOf(place);
    return {
      ...travel(place.latitude, place.longitude, way, Math.min(150, reach / 2)),
      radiusKm: Math.round(reach * 0.7),
      reason: `the ${quarter[0].trim().toLowerCase()} of ${place.name}`,
    };
  }
  return undefined;
}
