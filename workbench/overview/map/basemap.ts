import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import url from "world-atlas/countries-50m.json?url";
import { cutAtAntimeridian } from "./antimeridian.ts";

/** Countries of the world (Natural Earth, public domain), bundled: no map server is ever asked. */
export async function basemap(): Promise<FeatureCollection<MultiPolygon>> {
  const world = (await (await fetch(url)).json()) as Topology<{ countries: GeometryCollection }>;
  const { features } = feature(world, world.objects.countries);
  return {
    type: "FeatureCollection",
    features: features.map((country) => ({ ...country, geometry: cutAtAntimeridian(country.geometry as Polygon | MultiPolygon) })),
  };
}
