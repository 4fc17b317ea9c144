import type { EventRecord, Participant } from "../merge/index.ts";
import { country } from "./country.ts";
import { type ExportFormat, happened } from "./format.ts";
import { column, csvLine, table } from "./table.ts";
import { daysSpanned, firstDay, joined, lastDay, publishers } from "./values.ts";

/** UCDP GED's 49 columns (codebook of version 24). Ids of UCDP's own conflicts and dyads stay empty. */
const COLUMNS = [
  column("id", (r) => r.id),
  column("relid"),
  column("year", (r) => firstDay(r)?.slice(0, 4)),
  column("active_year"),
  column("code_status"),
  column("type_of_violence", typeOfViolence),
  column("conflict_dset_id"),
  column("conflict_new_id"),
  column("conflict_name"),
  column("dyad_dset_id"),
  column("dyad_new_id"),
  column("dyad_name", (r) => (sideA(r) && sideB(r) ? `${sideA(r)?.name} - ${sideB(r)?.name}` : undefined)),
  column("side_a_dset_id"),
  column("side_a_new_id"),
  column("side_a", (r) => sideA(r)?.name),
  column("side_b_dset_id"),
  column("side_b_new_id"),
  column("side_b", (r) => sideB(r)?.name),
  column("number_of_sources", (r) => r.independent),
  column("source_article", (r) => joined(r.reports.map((report) => joined([report.publisher, report.published, report.title], ", ")))),
  column("source_office", (r) => publishers(r)),
  column("source_date", (r) => joined(r.reports.map((report) => report.published))),
  column("source_headline", (r) => joined(r.reports.map((report) => report.title))),
  column("source_original", (r) => joined(r.reports.map((report) => report.attribution.at(-1)?.source.text))),
  column("where_prec", wherePrecision),
  column("where_coordinates", (r) => (r.place?.latitude === undefined ? undefined : r.place.name)),
  column("where_description", (r) => joined(r.place?.evidence.map((e) => e.text) ?? [])),
  column("adm_1", (r) => r.place?.admin1),
  column("adm_2"),
  column("latitude", (r) => r.place?.latitude),
  column("longitude", (r) => r.place?.longitude),
  column("geom_wkt", (r) => (r.place?.latitude === undefined ? undefined : `POINT (${r.place.longitude} ${r.place.latitude})`)),
  column("priogrid_gid", prioGrid),
  column("country", (r) => country(r.place?.country)?.name),
  column("country_id", (r) => country(r.place?.country)?.gw),
  column("region", (r) => region(r.place?.country)),
  column("event_clarity", (r) => clarity(r)),
  column("date_prec", datePrecision),
  column("date_start", firstDay),
  column("date_end", lastDay),
  column("deaths_a"),
  column("deaths_b", (r) => (typeOfViolence(r) !== 3 && killedAreSideB(r) ? r.casualties?.killed?.best : undefined)),
  column("deaths_civilians", (r) => (typeOfViolence(r) === 3 && killedAreSideB(r) ? r.casualties?.killed?.best : undefined)),
  column("deaths_unknown", (r) => (killedAreSideB(r) ? undefined : r.casualties?.killed?.best)),
  column("best", (r) => r.casualties?.killed?.best),
  column("high", (r) => r.casualties?.killed?.high),
  column("low", (r) => r.casualties?.killed?.low),
  column("gwnoa", (r) => gwno(sideA(r))),
  column("gwnob", (r) => gwno(sideB(r))),
];

/** UCDP's columns; only what UCDP counts: violence that is said to have happened and to have killed. */
export const ucdp: ExportFormat = {
  name: "ucdp",
  description: "UCDP GED's 49 columns; violence that is said to have killed",
  extension: "ucdp.csv",
  mediaType: "text/csv",
  accepts: (record) => record.type === "ASSAULT" && happened(record) && (record.casualties?.killed?.high ?? 0) > 0,
  write: (records) => table(COLUMNS, records, csvLine),
};

const STATE = new Set<Participant["kind"]>(["military", "police", "government", "state"]);

function sideA(record: EventRecord): Participant | undefined {
  return record.actors[0];
}

function sideB(record: EventRecord): Participant | undefined {
  return record.recipients.find((p) => p.kind !== "facility" && p.kind !== "vehicle") ?? record.actors[1];
}

/** 1: state-based; 2: between groups that are no state; 3: against civilians. Unknown where a side is. */
function typeOfViolence(record: EventRecord): number | undefined {
  const [a, b] = [sideA(record), sideB(record)];
  if (!a || !b) return undefined;
  const armed = (p: Participant) => STATE.has(p.kind) || p.kind === "armed group";
  if (!armed(a)) return undefined;
  if (b.kind === "people" || b.kind === "media") return 3;
  if (!armed(b)) return undefined;
  return STATE.has(a.kind) || STATE.has(b.kind) ? 1 : 2;
}

/** Whether the text says that the dead are the second side's. */
function killedAreSideB(record: EventRecord): boolean {
  const of = record.casualties?.killed?.of;
  return of !== undefined && of === sideB(record)?.name;
}

/** 1: the place itself; 2: within 25 km; 3: second-level, 4: first-level division; 6: only the country. */
function wherePrecision(record: EventRecord): number | undefined {
  const place = record.place;
  if (place?.latitude === undefined) return undefined;
  const code = place.featureCode ?? "";
  if (code.startsWith("PCL")) return 6;
  if (code.startsWith("ADM1")) return 4;
  if (code.startsWith("ADM2")) return 3;
  if (place.radiusKm === undefined) return code.startsWith("PPL") ? 1 : undefined;
  if (code.startsWith("PPL") && place.radiusKm <= 10) return 1;
  return place.radiusKm <= 25 ? 2 : undefined;
}

/** PRIO-GRID cell: half a degree wide, counted from the south-west corner, from 1. */
function prioGrid(record: EventRecord): number | undefined {
  const { latitude, longitude } = record.place ?? {};
  if (latitude === undefined || longitude === undefined) return undefined;
  const row = Math.min(359, Math.floor((latitude + 90) * 2));
  const cell = Math.min(719, Math.floor((longitude + 180) * 2));
  return row * 720 + cell + 1;
}

/** 1: the day; 2: two to six days; 3: a week; 4: a month; 5: up to a year. */
function datePrecision(record: EventRecord): number | undefined {
  const days = daysSpanned(record);
  if (days === undefined || days > 366) return undefined;
  return days === 1 ? 1 : days <= 6 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5;
}

/** 1: one event; 2: reports that sum up a longer stretch. */
function clarity(record: EventRecord): number | undefined {
  const days = daysSpanned(record);
  return days === undefined ? undefined : days <= 1 ? 1 : 2;
}

function gwno(side: Participant | undefined): number | undefined {
  return side && STATE.has(side.kind) ? country(side.country)?.gw : undefined;
}

function region(alpha3: string | undefined): string | undefined {
  const known = country(alpha3);
  if (known?.subregion === "Western Asia" && !["ARM", "AZE", "GEO"].includes(alpha3 ?? ""))
    return alpha3 === "CYP" ? "Europe" : "Middle East";
  if (alpha3 === "IRN" || alpha3 === "EGY") return "Middle East";
  if (known?.region === "Oceania") return "Asia";
  return known?.region;
}
