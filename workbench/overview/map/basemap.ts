import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import url from "world-atlas/countries-50m.json?url";
import { cutAtAntimeridian } from "./antimeridian.ts";

let world: Promise<FeatureCollection<MultiPolygon>> | undefined;

/** Countries of the world (Natural Earth, public domain), bundled: no map server is ever asked. Read and cut once for all maps. */
export function basemap(): Promise<FeatureCollection<MultiPolygon>> {
  world ??= load();
  // What could not be had once is asked for again.
  world.catch(() => {
    world = undefined;
  });
  return world;
}

async function load(): Promise<FeatureCollection<MultiPolygon>> {
  const topology = (await (await fetch(url)).json()) as Topology<{ countries: GeometryCollection }>;
  const { features } = feature(topology, topology.objects.countries);
  return {
    type: "FeatureCollection",
    features: features.map((country) => ({ ...country, geometry: cutAtAntimeridian(country.geometry as Polygon | MultiPolygon) })),
  };
}
