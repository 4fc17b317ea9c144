import type { Harm } from "../what/layers.ts";
import type { ExportFormat } from "./format.ts";
import { type Column, column, csvLine, table } from "./table.ts";
import { joined, names, onWhoseWord, publishers, quotes } from "./values.ts";

const HARMS: readonly Harm[] = ["killed", "injured", "abducted", "detained", "displaced"];

/** A column with what CSVW says of it. */
interface DescribedColumn extends Column {
  readonly datatype: "string" | "number" | "integer" | "date";
  readonly description: string;
}

function text(name: string, description: string, value: Column["value"]): DescribedColumn {
  return { ...column(name, value), datatype: "string", description };
}

function counted(name: string, description: string, value: Column["value"]): DescribedColumn {
  return { ...column(name, value), datatype: "integer", description };
}

function measured(name: string, description: string, value: Column["value"]): DescribedColumn {
  return { ...column(name, value), datatype: "number", description };
}

/** The columns of Dateline's own table: everything that a flat row can say of an event. Lists are joined by "; ". */
export const CSV_COLUMNS: readonly DescribedColumn[] = [
  text("id", "Stable id of the event", (r) => r.id),
  text("type", "PLOVER event type", (r) => r.type),
  text("mode", "PLOVER mode", (r) => r.mode),
  text("contexts", "PLOVER contexts", (r) => joined(r.contexts ?? [])),
  text("acled_event_type", "ACLED event type", (r) => r.acled?.event),
  text("acled_sub_event_type", "ACLED sub-event type", (r) => r.acled?.subEvent),
  text("actors", "Who did it", (r) => names(r.actors)),
  text("recipients", "To whom it was done", (r) => names(r.recipients)),
  text("instruments", "Weapon or means", (r) => names(r.instruments)),
  text("earliest", "First day on which it may have begun, ISO 8601", (r) => r.time?.earliest),
  text("latest", "Last day on which it may have ended, ISO 8601", (r) => r.time?.latest),
  text("place", "Name of the place", (r) => r.place?.name),
  text("admin1", "First-level division", (r) => r.place?.admin1),
  text("country", "ISO 3166-1 alpha-3", (r) => r.place?.country),
  measured("latitude", "WGS 84 degrees", (r) => r.place?.latitude),
  measured("longitude", "WGS 84 degrees", (r) => r.place?.longitude),
  measured("radius_km", "How far from the point it may be, in kilometres", (r) => r.place?.radiusKm),
  ...HARMS.flatMap((harm) =>
    (["low", "best", "high"] as const).map((bound) =>
      counted(`${harm}_${bound}`, `People ${harm}, ${bound} figure`, (r) => r.casualties?.[harm]?.[bound]),
    ),
  ),
  text("reality", "Occurred, ongoing, planned, threatened, hypothetical or demanded", (r) => r.factuality.reality),
  text("certainty", "As the innermost source puts it", (r) => r.factuality.certainty),
  text("polarity", "Negative: said not to have happened", (r) => r.factuality.polarity),
  text("on_whose_word", "Sources, outermost first, joined by >; empty: the author's own voice", onWhoseWord),
  measured("confidence", "0 to 1, calibrated", (r) => r.confidence),
  counted("reports", "Reports that tell of it", (r) => r.reports.length),
  counted("independent_reports", "Reports that are not copies of one another", (r) => r.independent),
  text("publishers", "Who published the reports", (r) => publishers(r)),
  text("published", "When the first report was published, ISO 8601", (r) => r.reports[0]?.published),
  text("urls", "Addresses of the reports", (r) => joined(r.reports.map((report) => report.url))),
  text("documents", "Ids of the reports' documents", (r) => joined(r.reports.map((report) => report.document))),
  text("words", "The sentences that tell of it, joined by |", quotes),
  text("coder", "Version of the coder", (r) => joined(r.reports.map((report) => report.coder))),
];

/** CSV (RFC 4180) with CSVW metadata beside it. */
export const csv: ExportFormat = {
  name: "csv",
  description: "one row an event, every field; CSVW metadata beside it",
  extension: "csv",
  mediaType: "text/csv",
  write: (records) => table(CSV_COLUMNS, records, csvLine),
  beside: ({ file = "events.csv", version }) => ({
    extension: "csv-metadata.json",
    content: `${JSON.stringify(
      {
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
        url: file,
        "dc:title": "Events coded by Dateline",
        "dc:creator": `Dateline ${version}`,
        dialect: { header: true, lineTerminators: ["\r\n"] },
        tableSchema: {
          primaryKey: "id",
          columns: CSV_COLUMNS.map(({ name, datatype, description }) => ({ name, titles: name, datatype, "dc:description": description })),
        },
      },
      null,
      2,
    )}\n`,
  }),
};
