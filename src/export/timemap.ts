import type { EventRecord } from "../merge/index.ts";
import type { ExportFormat } from "./format.ts";
import { flatMap, jsonAround } from "./json-array.ts";
import { daysSpanned, firstDay, joined } from "./values.ts";

/** The JSON of timemap (Forensic Architecture): dates as month/day/year, coordinates as strings, lists of associations and sources. */
export const timemap: ExportFormat = {
  name: "timemap",
  description: "events for Forensic Architecture's timemap",
  extension: "json",
  mediaType: "application/json",
  write: (records) =>
    jsonAround(
      "[",
      flatMap(records, (record) => [entryOf(record)]),
      "]",
    ),
};

function entryOf(record: EventRecord): object {
  const day = firstDay(record)?.split("-");
  const exact = daysSpanned(record);
  return {
    id: record.id,
    description: joined(record.reports.map((r) => r.quote)) ?? "",
    date: day ? `${day[1]}/${day[2]}/${day[0]}` : "",
    time: "",
    time_precision: exact === undefined ? "" : exact === 1 ? "day" : `${exact} days`,
    location: record.place?.name ?? "",
    latitude: record.place?.latitude === undefined ? "" : String(record.place.latitude),
    longitude: record.place?.longitude === undefined ? "" : String(record.place.longitude),
    associations: [
      record.type,
      ...(record.mode ? [record.mode] : []),
      ...record.actors.map((a) => a.name),
      ...record.recipients.map((a) => a.name),
    ],
    sources: record.reports.map((r) => r.url ?? r.document),
  };
}
