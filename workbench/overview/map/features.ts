import type { FeatureCollection, Point, Polygon } from "geojson";
import type { PlaceCount } from "../../../src/archive/index.ts";

const EARTH_KM = 6371;
/** Circles of more than this say "somewhere in the country": drawn, they would hide it. */
const LARGEST_KM = 600;
const MOST_CIRCLES = 1500;

/** One point for each place, for clustering. */
export function pointsOf(places: readonly PlaceCount[]): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: places.map(({ name, longitude, latitude, count, radiusKm }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [longitude, latitude] },
      properties: { name, count, radius: radiusKm ?? 0 },
    })),
  };
}

/** How far off the point an event may be, as a circle on the ground. */
export function circlesOf(places: readonly PlaceCount[]): FeatureCollection<Polygon> {
  const known = places.filter(({ radiusKm = 0 }) => radiusKm >= 1 && radiusKm <= LARGEST_KM).slice(0, MOST_CIRCLES);
  return {
    type: "FeatureCollection",
    features: known.map(({ longitude, latitude, radiusKm = 0 }) => ({
      type: "Feature",
      geometry: { type: "Polygon", coordinates: [circle(longitude, latitude, radiusKm)] },
      properties: {},
    })),
  };
}

function circle(longitude: number, latitude: number, km: number): number[][] {
  const angle = km / EARTH_KM;
  const rad = Math.PI / 180;
  const lat = latitude * rad;
  return Array.from({ length: 49 }, (_, i) => {
    const bearing = (i / 48) * 2 * Math.PI;
    const to = Math.asin(Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing));
    const turn = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(lat), Math.cos(angle) - Math.sin(lat) * Math.sin(to));
    return [longitude + turn / rad, to / rad];
  });
}
