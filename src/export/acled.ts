import type { EventRecord, Participant } from "../merge/index.ts";
import { country } from "./country.ts";
import { type ExportFormat, happened } from "./format.ts";
import { column, csvLine, table } from "./table.ts";
import { daysSpanned, firstDay, joined, publishers, quotes } from "./values.ts";

/** ACLED's 31 columns (codebook of 2024). What the reports do not tell stays empty, the count of the dead too. */
const COLUMNS = [
  column("event_id_cnty", (r) => r.id),
  column("event_date", firstDay),
  column("year", (r) => firstDay(r)?.slice(0, 4)),
  column("time_precision", timePrecision),
  column("disorder_type", disorderType),
  column("event_type", (r) => r.acled?.event),
  column("sub_event_type", (r) => r.acled?.subEvent),
  column("actor1", (r) => sides(r)[0]?.name),
  column("assoc_actor_1", (r) => others(r.actors)),
  column("inter1", (r) => inter(r, sides(r)[0])),
  column("actor2", (r) => sides(r)[1]?.name),
  column("assoc_actor_2", (r) => others(r.recipients)),
  column("inter2", (r) => inter(r, sides(r)[1])),
  column("interaction", interaction),
  column("civilian_targeting", (r) => (inter(r, sides(r)[1]) === "Civilians" ? "Civilian targeting" : undefined)),
  column("iso", (r) => country(r.place?.country)?.numeric),
  column("region", (r) => region(r.place?.country)),
  column("country", (r) => country(r.place?.country)?.name),
  column("admin1", (r) => r.place?.admin1),
  column("admin2"),
  column("admin3"),
  column("location", (r) => r.place?.name),
  column("latitude", (r) => r.place?.latitude),
  column("longitude", (r) => r.place?.longitude),
  column("geo_precision", geoPrecision),
  column("source", (r) => publishers(r, ";")),
  column("source_scale"),
  column("notes", quotes),
  column("fatalities", (r) => r.casualties?.killed?.best),
  column("tags"),
  column("timestamp"),
];

/** ACLED's columns; only events that ACLED counts: of one of its types, and said to have happened. */
export const acled: ExportFormat = {
  name: "acled",
  description: "ACLED's 31 columns; events that have an ACLED type and are said to have happened",
  extension: "acled.csv",
  mediaType: "text/csv",
  accepts: (record) => record.acled !== undefined && happened(record),
  write: (records) => table(COLUMNS, records, csvLine),
};

function sides(record: EventRecord): readonly [Participant | undefined, Participant | undefined] {
  const [first, second] = record.actors;
  // Of two who fight each other, both are actors: the second side of an event without recipients.
  return [first ?? undefined, record.recipients[0] ?? second];
}

function others(participants: readonly Participant[]): string | undefined {
  return joined(
    participants.slice(1).map((p) => p.name),
    "; ",
  );
}

function disorderType(record: EventRecord): string | undefined {
  if (record.acled?.subEvent === "Excessive force against protestors") return "Political violence; Demonstrations";
  if (record.acled?.subEvent === "Violent demonstration") return "Demonstrations";
  switch (record.acled?.event) {
    case "Battles":
    case "Explosions/Remote violence":
    case "Violence against civilians":
    case "Riots":
      return "Political violence";
    case "Protests":
      return "Demonstrations";
    case "Strategic developments":
      return "Strategic developments";
    default:
      return undefined;
  }
}

/** ACLED's kinds of actors in words. Rebels, political and identity militias cannot be told apart by what a text says: empty. */
function inter(record: EventRecord, participant: Participant | undefined): string | undefined {
  switch (participant?.kind) {
    case "military":
    case "police":
    case "government":
    case "state": {
      const [home, place] = [participant.country, record.place?.country];
      if (home === undefined || place === undefined) return undefined;
      return home === place ? "State forces" : "External/Other forces";
    }
    case "international organization":
      return "External/Other forces";
    case "people":
      if (record.acled?.event === "Riots") return "Rioters";
      return record.acled?.event === "Protests" ? "Protesters" : "Civilians";
    case "media":
      return "Civilians";
    default:
      return undefined;
  }
}

function interaction(record: EventRecord): string | undefined {
  const [first, second] = sides(record);
  const [one, two] = [inter(record, first), inter(record, second)];
  if (one && two) return `${one}-${two}`;
  return one && !second ? `${one} only` : undefined;
}

/** 1: the day is known; 2: within a week; 3: within a month. Longer stretches have no ACLED code. */
function timePrecision(record: EventRecord): number | undefined {
  const days = daysSpanned(record);
  if (days === undefined || days > 31) return undefined;
  return days === 1 ? 1 : days <= 7 ? 2 : 3;
}

/** 1: a town; 2: a part of a region; 3: a region or more. */
function geoPrecision(record: EventRecord): number | undefined {
  const code = record.place?.featureCode;
  if (code === undefined || record.place?.latitude === undefined) return undefined;
  if (/^(ADM1|PCL|RGN|CONT)/.test(code)) return 3;
  return code.startsWith("ADM") ? 2 : 1;
}

const MIDDLE_EAST = new Set(["TUR", "IRN"]);
const CAUCASUS = new Set(["ARM", "AZE", "GEO", "AFG"]);

/** ACLED's regions: the UN's, but for the Middle East, the Caucasus and Central Asia, and Europe as one. */
function region(alpha3: string | undefined): string | undefined {
  const known = country(alpha3);
  if (!known || alpha3 === undefined) return undefined;
  if (CAUCASUS.has(alpha3) || known.subregion === "Central Asia") return "Caucasus and Central Asia";
  if (alpha3 === "CYP") return "Europe";
  if (MIDDLE_EAST.has(alpha3) || known.subregion === "Western Asia") return "Middle East";
  if (known.region === "Europe" || known.region === "Oceania") return known.region;
  if (known.subregion === "Southern Asia") return "South Asia";
  if (known.subregion === "South-Eastern Asia") return "Southeast Asia";
  if (known.subregion === "Eastern Asia") return "East Asia";
  return known.subregion;
}
