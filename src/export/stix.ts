import type { EventRecord, RecordPlace, Report } from "../merge/index.ts";
import { country } from "./country.ts";
import type { ExportContext, ExportFormat } from "./format.ts";
import { flatMap, jsonAround } from "./json-array.ts";
import { firstDay, lastDay, uuid } from "./values.ts";

/** The extension that carries what STIX's stub of an incident cannot say (STIX 2.1, 7.3). */
const EXTENSION = `extension-definition--${uuid("dateline event extension 1")}`;
const AUTHOR = `identity--${uuid("dateline")}`;

/** STIX 2.1: an incident an event, its location, a report an article. Ids are made from ours, so that they stay the same. */
export const stix: ExportFormat = {
  name: "stix",
  description: "a STIX 2.1 bundle: incidents, locations, reports",
  extension: "stix.json",
  mediaType: "application/stix+json",
  write(records, context) {
    const seen = new Set<string>();
    const fresh = (object: StixObject) => !seen.has(object.id) && seen.add(object.id) !== undefined;
    const objects = flatMap(records, (record) => objectsOf(record, context).filter(fresh));
    return jsonAround(
      `{"type":"bundle","id":"bundle--${uuid(`bundle ${context.at}`)}","objects":[`,
      prepend(preamble(context), objects),
      "]}",
    );
  },
};

interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

async function* prepend<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}

function object(type: string, name: string, at: string, properties: object): StixObject {
  return { type, spec_version: "2.1", id: `${type}--${uuid(name)}`, created_by_ref: AUTHOR, created: at, modified: at, ...properties };
}

function preamble({ at, version }: ExportContext): StixObject[] {
  const stamp = instant(at);
  return [
    {
      type: "identity",
      spec_version: "2.1",
      id: AUTHOR,
      created: stamp,
      modified: stamp,
      name: `Dateline ${version}`,
      identity_class: "system",
    },
    {
      type: "extension-definition",
      spec_version: "2.1",
      id: EXTENSION,
      created_by_ref: AUTHOR,
      created: stamp,
      modified: stamp,
      name: "Coded event",
      description: "PLOVER type and mode, participants, days, casualties and factuality of an event, each as the reports tell it.",
      schema: "https://github.com/openeventdata/PLOVER",
      version: "1.0.0",
      extension_types: ["property-extension"],
    },
  ];
}

function objectsOf(record: EventRecord, context: ExportContext): StixObject[] {
  const at = instant(record.reports[0]?.published ?? context.at);
  const references = record.reports.map((report) => ({
    source_name: report.publisher ?? report.document,
    ...(report.url && { url: report.url }),
    description: report.quote,
  }));
  const location = record.place && locationOf(record.place, at);
  const incident = object("incident", `event ${record.id}`, at, {
    name: `${record.type}${record.mode ? ` (${record.mode})` : ""}${record.place ? ` in ${record.place.name}` : ""}`,
    confidence: Math.round(record.confidence * 100),
    external_references: references,
    extensions: { [EXTENSION]: extensionOf(record) },
  });
  const where = location && {
    ...object("relationship", `event ${record.id} located-at`, at, {
      relationship_type: "located-at",
      source_ref: incident.id,
      target_ref: location.id,
    }),
  };
  const told = [incident.id, ...(location ? [location.id] : [])];
  const reports = record.reports.map((report) => reportOf(record, report, told, context));
  return [incident, ...(location ? [location] : []), ...(where ? [where] : []), ...reports];
}

function extensionOf(record: EventRecord): object {
  const [first, last] = [firstDay(record), lastDay(record)];
  return {
    extension_type: "property-extension",
    event_id: record.id,
    plover_type: record.type,
    ...(record.mode && { plover_mode: record.mode }),
    ...(record.acled && { acled_event_type: record.acled.event, acled_sub_event_type: record.acled.subEvent }),
    actors: record.actors.map((p) => p.name),
    recipients: record.recipients.map((p) => p.name),
    instruments: record.instruments.map((p) => p.name),
    ...(first && { earliest: first }),
    ...(last && { latest: last }),
    ...(record.casualties && {
      casualties: Object.fromEntries(Object.entries(record.casualties).map(([harm, { low, best, high }]) => [harm, { low, best, high }])),
    }),
    ...record.factuality,
  };
}

function locationOf(place: RecordPlace, at: string): StixObject | undefined {
  const alpha2 = country(place.country)?.alpha2;
  const located = place.latitude !== undefined && place.longitude !== undefined;
  // A location must have coordinates, a country or a region (STIX 2.1, 4.11).
  if (!located && alpha2 === undefined) return undefined;
  return object("location", `place ${place.name} ${place.country ?? ""} ${place.latitude ?? ""} ${place.longitude ?? ""}`, at, {
    name: place.name,
    ...(located && { latitude: place.latitude, longitude: place.longitude }),
    ...(located && place.radiusKm !== undefined && { precision: place.radiusKm * 1000 }),
    ...(alpha2 && { country: alpha2 }),
    ...(place.admin1 && { administrative_area: place.admin1 }),
    ...(place.featureCode?.startsWith("PPL") && { city: place.name }),
  });
}

function reportOf(record: EventRecord, report: Report, told: readonly string[], context: ExportContext): StixObject {
  const at = instant(report.published ?? context.at);
  return object("report", `report ${record.id} ${report.mention}`, at, {
    name: report.title ?? report.document,
    published: at,
    object_refs: told,
    external_references: [
      { source_name: report.publisher ?? "article", external_id: report.document, ...(report.url && { url: report.url }) },
    ],
  });
}

/** STIX wants an instant to the millisecond. */
function instant(date: string): string {
  const time = Date.parse(date);
  return new Date(Number.isNaN(time) ? 0 : time).toISOString();
}
