import type { ExpressionSpecification, StyleSpecification } from "maplibre-gl";

const ALONE: ExpressionSpecification = ["!", ["has", "point_count"]];
/** Pixels double from one zoom to the next, kilometres do not. */
const REACH: ExpressionSpecification = [
  "interpolate",
  ["exponential", 2],
  ["zoom"],
  0,
  ["get", "reach"],
  16,
  ["*", ["get", "reach"], 2 ** 16],
];

/** The map's layers, from the ground up: land, radii, places, clusters, and their figures in the reader's own fonts. */
export function styleOf(dark: boolean): StyleSpecification {
  const [sea, land, border, event, ring, ink] = dark
    ? (["#14181c", "#2a3036", "#4a535c", "#e58a76", "#14181c", "#e8e6e1"] as const)
    : (["#dfe6ea", "#f7f5f0", "#b9b4a8", "#b3402a", "#ffffff", "#22272b"] as const);
  const empty = { type: "geojson" as const, data: { type: "FeatureCollection" as const, features: [] } };
  const font = { "text-font": ["system-ui", "sans-serif"], "text-size": 12 };
  return {
    version: 8,
    sources: {
      // Few points and a narrow rim: where the processor draws, each corner of a coast costs as much as twenty pixels.
      // From zoom 4 on, where few of them are in view, all points are drawn.
      land: { ...empty, tolerance: 1.5, buffer: 8, maxzoom: 4 },
      borders: { ...empty, tolerance: 1.5, buffer: 8, maxzoom: 4 },
      places: { ...empty, cluster: true, clusterRadius: 45, clusterMaxZoom: 8, clusterProperties: { events: ["+", ["get", "count"]] } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": land, "fill-outline-color": border } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": border, "line-width": 0.7 } },
      {
        id: "radii",
        type: "circle",
        source: "places",
        filter: ["all", ALONE, [">", ["get", "reach"], 0]],
        paint: {
          "circle-radius": REACH,
          "circle-color": event,
          "circle-opacity": 0.1,
          "circle-stroke-color": event,
          "circle-stroke-opacity": 0.4,
          "circle-stroke-width": 0.7,
        },
      },
      {
        id: "clusters",
        type: "circle",
        source: "places",
        filter: ["has", "point_count"],
        paint: {
          "circle-color": event,
          "circle-opacity": 0.85,
          "circle-radius": ["interpolate", ["linear"], ["log10", ["get", "events"]], 0, 12, 2, 17, 4, 24, 6, 30],
        },
      },
      {
        id: "places",
        type: "circle",
        source: "places",
        filter: ALONE,
        paint: {
          "circle-color": event,
          "circle-radius": ["interpolate", ["linear"], ["log10", ["max", 1, ["get", "count"]]], 0, 5, 2, 10, 4, 18],
          "circle-stroke-color": ring,
          "circle-stroke-width": 1,
        },
      },
      {
        id: "cluster-counts",
        type: "symbol",
        source: "places",
        filter: ["has", "point_count"],
        layout: {
          ...font,
          "text-field": ["number-format", ["get", "events"], {}],
          "text-allow-overlap": true,
          "text-ignore-placement": true,
        },
        paint: { "text-color": dark ? "#14181c" : "#ffffff" },
      },
      {
        id: "place-names",
        type: "symbol",
        source: "places",
        minzoom: 2.5,
        filter: ALONE,
        layout: { ...font, "text-field": ["get", "label"], "text-anchor": "top", "text-offset": [0, 0.9] },
        paint: { "text-color": ink, "text-halo-color": land, "text-halo-width": 1.2 },
      },
    ],
  };
}
