import type { FeatureCollection, Point } from "geojson";
import type { PlaceCount } from "../../../src/archive/index.ts";

/** The equator's length and a tile's side: a world of zoom 0 is one tile. */
const EQUATOR_KM = 40_075;
const TILE_PX = 512;
/** Circles of more than this say "somewhere in the country": drawn, they would hide it. */
const LARGEST_KM = 600;

/** Scripts that run from right to left: the map cannot shape them, so such names are left to the popup and the table. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** One point for each place, for clustering. `reach` is the radius as pixels of zoom 0, where the place lies (Mercator). */
export function pointsOf(places: readonly PlaceCount[]): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: places.map(({ name, longitude, latitude, count, radiusKm = 0 }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [longitude, latitude] },
      properties: { name, label: RIGHT_TO_LEFT.test(name) ? "" : name, count, radius: radiusKm, reach: reachOf(radiusKm, latitude) },
    })),
  };
}

function reachOf(km: number, latitude: number): number {
  if (km < 1 || km > LARGEST_KM) return 0;
  return (km * TILE_PX) / (EQUATOR_KM * Math.max(0.05, Math.cos((latitude * Math.PI) / 180)));
}
