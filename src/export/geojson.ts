import type { EventRecord } from "../merge/index.ts";
import { CSV_COLUMNS } from "./csv.ts";
import type { ExportFormat } from "./format.ts";
import { flatMap, jsonAround } from "./json-array.ts";

/** GeoJSON (RFC 7946): null geometry where the place is not known; how far off the point may be is a property. */
export const geojson: ExportFormat = {
  name: "geojson",
  description: "features for maps (RFC 7946); events without a place have a null geometry",
  extension: "geojson",
  mediaType: "application/geo+json",
  write: (records) =>
    jsonAround(
      '{"type":"FeatureCollection","features":[',
      flatMap(records, (record) => [featureOf(record)]),
      "]}",
    ),
};

function featureOf(record: EventRecord): object {
  const { latitude, longitude } = record.place ?? {};
  const properties: Record<string, string | number> = {};
  for (const { name, value } of CSV_COLUMNS) {
    const cell = value(record);
    if (cell !== undefined && name !== "id" && name !== "latitude" && name !== "longitude") properties[name] = cell;
  }
  const located = latitude !== undefined && longitude !== undefined;
  return { type: "Feature", id: record.id, geometry: located ? { type: "Point", coordinates: [longitude, latitude] } : null, properties };
}
