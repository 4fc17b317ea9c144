import type { EventRecord, Participant } from "../merge/index.ts";
import { country } from "./country.ts";
import { type ExportFormat, happened } from "./format.ts";
import { quad } from "./quad.ts";
import { type Column, column, table, tsvLine } from "./table.ts";
import { firstDay, integerId } from "./values.ts";

/** CAMEO's type codes, where the kind of actor gives one. */
const TYPES: Partial<Record<Participant["kind"], string>> = {
  military: "MIL",
  police: "COP",
  government: "GOV",
  "international organization": "IGO",
  media: "MED",
  "armed group": "UAF",
  people: "CVL",
};

function actorColumns(prefix: "Actor1" | "Actor2", of: (record: EventRecord) => Participant | undefined): readonly Column[] {
  const type = (r: EventRecord) => TYPES[of(r)?.kind ?? "other"];
  return [
    column(`${prefix}Code`, (r) => `${of(r)?.country ?? ""}${type(r) ?? ""}` || undefined),
    column(`${prefix}Name`, (r) => of(r)?.name.toUpperCase()),
    column(`${prefix}CountryCode`, (r) => of(r)?.country),
    column(`${prefix}KnownGroupCode`),
    column(`${prefix}EthnicCode`),
    column(`${prefix}Religion1Code`),
    column(`${prefix}Religion2Code`),
    column(`${prefix}Type1Code`, type),
    column(`${prefix}Type2Code`),
    column(`${prefix}Type3Code`),
  ];
}

const GEO = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"];

const COLUMNS: readonly Column[] = [
  column("GLOBALEVENTID", (r) => integerId(r.id)),
  column("SQLDATE", (r) => firstDay(r)?.replaceAll("-", "")),
  column("MonthYear", (r) => firstDay(r)?.replaceAll("-", "").slice(0, 6)),
  column("Year", (r) => firstDay(r)?.slice(0, 4)),
  column("FractionDate", fractionDate),
  ...actorColumns("Actor1", (r) => r.actors[0]),
  ...actorColumns("Actor2", (r) => r.recipients[0] ?? r.actors[1]),
  column("IsRootEvent"),
  column("EventCode"),
  column("EventBaseCode"),
  column("EventRootCode", (r) => r.cameoRoot),
  column("QuadClass", (r) => quad(r.type).number),
  column("GoldsteinScale"),
  column("NumMentions", (r) => r.reports.length),
  column("NumSources", (r) => r.independent),
  column("NumArticles", (r) => new Set(r.reports.map((report) => report.document)).size),
  column("AvgTone"),
  ...["Actor1Geo", "Actor2Geo"].flatMap((prefix) => GEO.map((name) => column(`${prefix}_${name}`))),
  column("ActionGeo_Type", geoType),
  column("ActionGeo_FullName", (r) => r.place && [r.place.name, r.place.admin1, country(r.place.country)?.name].filter(Boolean).join(", ")),
  column("ActionGeo_CountryCode", (r) => country(r.place?.country)?.fips),
  column("ActionGeo_ADM1Code"),
  column("ActionGeo_ADM2Code"),
  column("ActionGeo_Lat", (r) => r.place?.latitude),
  column("ActionGeo_Long", (r) => r.place?.longitude),
  column("ActionGeo_FeatureID", (r) => r.place?.geonames),
  column("DATEADDED"),
  column("SOURCEURL", (r) => r.reports.find((report) => report.url)?.url),
];

/** GDELT 2.0's event table: 61 columns, tab-separated, without a header, as GDELT's own files are. */
export const gdelt: ExportFormat = {
  name: "gdelt",
  description: "GDELT 2.0 events, 61 columns, tab-separated, no header; events that are said to have happened",
  extension: "export.CSV",
  mediaType: "text/tab-separated-values",
  accepts: happened,
  write: (records) => table(COLUMNS, records, tsvLine, []),
};

/** The columns' names, for whoever needs a header. */
export const GDELT_COLUMNS = COLUMNS.map((c) => c.name);

/** GDELT's codebook: (month × 30 + day) / 365 of the year. */
function fractionDate(record: EventRecord): string | undefined {
  const [year, month, day] = firstDay(record)?.split("-").map(Number) ?? [];
  return year === undefined || month === undefined || day === undefined ? undefined : (year + (month * 30 + day) / 365).toFixed(4);
}

/** 1: country; 2: a state of the USA; 3: a town there; 4: a town elsewhere; 5: a division elsewhere. */
function geoType(record: EventRecord): number | undefined {
  const code = record.place?.featureCode ?? "";
  const american = record.place?.country === "USA";
  if (code.startsWith("PCL")) return 1;
  if (code.startsWith("ADM")) return american ? 2 : 5;
  return code.startsWith("PPL") ? (american ? 3 : 4) : undefined;
}
