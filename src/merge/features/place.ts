import type { Feature } from "./feature.ts";

interface Point {
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

/** Kilometres on a sphere (haversine; mean Earth radius 6371 km). */
export function kilometres(a: Point, b: Point): number | undefined {
  if (a.latitude === undefined || b.latitude === undefined || a.longitude === undefined || b.longitude === undefined) return undefined;
  const rad = Math.PI / 180;
  const dLat = Math.sin(((b.latitude - a.latitude) * rad) / 2);
  const dLon = Math.sin(((b.longitude - a.longitude) * rad) / 2);
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(dLat * dLat + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * dLon * dLon)));
}

/** A point without a radius is a town's. */
const TOWN = 8;
/** From here on a place is a province or more: to agree on it says little. */
const WIDE = 60;

/** Distance against the precision of both places. */
export const placeFeature: Feature = {
  name: "place",
  about: "distance against precision: 1 for one town, 0.3 for one province, falling to −1 where they are far beyond both radii",
  score(a, b) {
    if (!a.place || !b.place) return 0;
    const km = kilometres(a.place, b.place);
    if (km === undefined) return 0;
    const reach = (a.place.radiusKm ?? TOWN) + (b.place.radiusKm ?? TOWN);
    if (km <= reach) return reach <= 2 * WIDE ? 1 - 0.5 * (km / reach) : 0.3;
    return Math.max(-1, 0.5 - Math.log2(km / reach) * 0.5);
  },
  sentence({ record: a }, { record: b }) {
    const km = Math.round(kilometres(a.place!, b.place!) ?? 0);
    return km === 0 ? `both at ${a.place!.name}` : `${a.place!.name} and ${b.place!.name} are ${km.toLocaleString("en")} km apart`;
  },
};

/** The same province or state, or another. */
export const regionFeature: Feature = {
  name: "region",
  about: "country and first-level division: 1 the same, −1 another division, −1 another country; 0 where one is not known",
  score({ place: a }, { place: b }) {
    if (!a?.country || !b?.country) return 0;
    if (a.country !== b.country) return -1;
    if (!a.admin1 || !b.admin1) return 0;
    return a.admin1 === b.admin1 ? 1 : -1;
  },
  sentence: ({ place: a }, { place: b }, score) =>
    score > 0 ? `both in ${a!.admin1}` : `one is in ${a!.admin1 ?? a!.country}, the other in ${b!.admin1 ?? b!.country}`,
};
