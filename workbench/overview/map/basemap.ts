import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import url from "world-atlas/countries-50m.json?url";
import { cutAtAntimeridian } from "./antimeridian.ts";

/** The ground of every map. */
export interface Ground {
  /** Land without its countries, to be filled. */
  readonly land: FeatureCollection<MultiPolygon>;
  /** Borders between countries, each line once: countries drawn one by one would draw every border twice, and all coasts. */
  readonly borders: MultiLineString;
}

let ground: Promise<Ground> | undefined;

/** The world (Natural Earth, public domain), bundled: no map server is ever asked. Read and cut once for all maps. */
export function basemap(): Promise<Ground> {
  ground ??= load();
  // What could not be had once is asked for again.
  ground.catch(() => {
    ground = undefined;
  });
  return ground;
}

async function load(): Promise<Ground> {
  const topology = (await (await fetch(url)).json()) as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
  const { countries, land } = topology.objects;
  return {
    land: {
      type: "FeatureCollection",
      features: feature(topology, land).features.map((area) => ({
        ...area,
        geometry: cutAtAntimeridian(area.geometry as Polygon | MultiPolygon),
      })),
    },
    borders: mesh(topology, countries, (one, other) => one !== other),
  };
}
