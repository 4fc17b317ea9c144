import type { EventRecord, Participant } from "../merge/index.ts";
import { country } from "./country.ts";
import { type ExportFormat, happened } from "./format.ts";
import { quad } from "./quad.ts";
import { type Column, column, table, tsvLine } from "./table.ts";
import { firstDay, joined, names, publishers } from "./values.ts";

/** The eight columns of one side, as POLECAT names them. */
function sideColumns(side: "Actor" | "Recipient", of: (record: EventRecord) => readonly Participant[]): readonly Column[] {
  const countries = (r: EventRecord) => of(r).map((p) => country(p.country));
  return [
    column(`${side} Name`, (r) => names(of(r))),
    column(`${side} Country`, (r) => joined(countries(r).map((c) => c?.name))),
    column(`${side} COW`, (r) => joined(countries(r).map((c) => c?.cow?.toString()))),
    column(`Primary ${side} Sector`, (r) => sector(of(r)[0])),
    column(`${side} Sectors`, (r) => joined(of(r).map(sector))),
    column(`${side} Title`, (r) => joined(of(r).map((p) => p.role))),
    column(`${side} Name Raw`, (r) => joined(of(r).flatMap((p) => p.evidence.map((e) => e.text)))),
    column(`Wikipedia ${side} ID`),
  ];
}

const COLUMNS: readonly Column[] = [
  column("Event ID", (r) => r.id),
  column("Event Date", firstDay),
  column("Event Type", (r) => r.type),
  column("Event Mode", (r) => r.mode),
  column("Intensity"),
  column("Quad Code", (r) => quad(r.type).name),
  column("Contexts", (r) => joined(r.contexts ?? [])),
  ...sideColumns("Actor", (r) => r.actors),
  ...sideColumns("Recipient", (r) => r.recipients),
  column("Placename", (r) => r.place?.name),
  column("City", (r) => (r.place?.featureCode?.startsWith("PPL") ? r.place.name : undefined)),
  column("District"),
  column("Province", (r) => r.place?.admin1),
  column("Country", (r) => r.place?.country),
  column("Latitude", (r) => r.place?.latitude),
  column("Longitude", (r) => r.place?.longitude),
  column("GeoNames ID", (r) => r.place?.geonames),
  column("Raw Placename", (r) => joined(r.place?.evidence.map((e) => e.text) ?? [])),
  column("Feature Type", (r) => r.place?.featureCode),
  column("Source", (r) => publishers(r)),
  column("Publication Date", (r) => r.reports[0]?.published),
  column("Story People", (r) => ofKind(r, ["person"])),
  column("Story Organizations", (r) => ofKind(r, ["organization", "armed group", "international organization", "media"])),
  column("Story Locations", (r) => r.place?.name),
  column("Language", (r) => joined(r.reports.map((report) => report.language))),
  column("Version", (r) => joined(r.reports.map((report) => report.coder))),
];

/** POLECAT's columns, tab-separated; only what is said to have happened. */
export const polecat: ExportFormat = {
  name: "polecat",
  description: "POLECAT's columns, tab-separated; events that are said to have happened",
  extension: "polecat.tsv",
  mediaType: "text/tab-separated-values",
  accepts: happened,
  write: (records) => table(COLUMNS, records, tsvLine),
};

function ofKind(record: EventRecord, kinds: readonly Participant["kind"][]): string | undefined {
  return names([...record.actors, ...record.recipients].filter((p) => kinds.includes(p.kind)));
}

/** PLOVER's sector codes, where the kind of actor gives one. */
const SECTORS: Partial<Record<Participant["kind"], string>> = {
  military: "MIL",
  police: "COP",
  government: "GOV",
  "international organization": "IGO",
  media: "JRN",
  "armed group": "UAF",
  people: "CVL",
};

function sector(participant: Participant | undefined): string | undefined {
  return participant && SECTORS[participant.kind];
}
