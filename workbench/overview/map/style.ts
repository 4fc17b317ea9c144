import type { StyleSpecification } from "maplibre-gl";

/** The map's layers, from the ground up: land, radii, places, clusters. */
export function styleOf(dark: boolean): StyleSpecification {
  const [sea, land, border, event, ring] = dark
    ? ["#14181c", "#2a3036", "#4a535c", "#e58a76", "#14181c"]
    : ["#dfe6ea", "#f7f5f0", "#b9b4a8", "#b3402a", "#ffffff"];
  const empty = { type: "geojson" as const, data: { type: "FeatureCollection" as const, features: [] } };
  return {
    version: 8,
    sources: {
      world: empty,
      radii: empty,
      places: { ...empty, cluster: true, clusterRadius: 45, clusterMaxZoom: 8, clusterProperties: { events: ["+", ["get", "count"]] } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea! } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": land!, "fill-outline-color": border! } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": border!, "line-width": 0.6 } },
      { id: "radii", type: "fill", source: "radii", paint: { "fill-color": event!, "fill-opacity": 0.08 } },
      { id: "radius-edges", type: "line", source: "radii", paint: { "line-color": event!, "line-opacity": 0.35, "line-width": 0.7 } },
      {
        id: "clusters",
        type: "circle",
        source: "places",
        filter: ["has", "point_count"],
        paint: {
          "circle-color": event!,
          "circle-opacity": 0.75,
          "circle-radius": ["interpolate", ["linear"], ["log10", ["get", "events"]], 0, 12, 2, 17, 4, 26],
        },
      },
      {
        id: "places",
        type: "circle",
        source: "places",
        filter: ["!", ["has", "point_count"]],
        paint: {
          "circle-color": event!,
          "circle-radius": ["interpolate", ["linear"], ["log10", ["max", 1, ["get", "count"]]], 0, 5, 2, 10, 4, 18],
          "circle-stroke-color": ring!,
          "circle-stroke-width": 1,
        },
      },
    ],
  };
}
