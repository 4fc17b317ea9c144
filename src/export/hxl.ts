import type { EventRecord } from "../merge/index.ts";
import type { ExportFormat } from "./format.ts";
import { type Cell, csvLine, table } from "./table.ts";
import { names, publishers, quotes } from "./values.ts";

/** Header, HXL hashtag, value. */
const COLUMNS: readonly (readonly [string, string, (record: EventRecord) => Cell])[] = [
  ["Event id", "#event+code", (r) => r.id],
  ["Country code", "#country+code", (r) => r.place?.country],
  ["First day", "#date+start", (r) => r.time?.earliest],
  ["Last day", "#date+end", (r) => r.time?.latest],
  ["Event type", "#event+type", (r) => r.type],
  ["Actors", "#group+name+first", (r) => names(r.actors)],
  ["Recipients", "#group+name+second", (r) => names(r.recipients)],
  ["First-level division", "#adm1+name", (r) => r.place?.admin1],
  ["Place", "#loc+name", (r) => r.place?.name],
  ["Latitude", "#geo+lat", (r) => r.place?.latitude],
  ["Longitude", "#geo+lon", (r) => r.place?.longitude],
  ["Sources", "#meta+source", (r) => publishers(r)],
  ["Words", "#description", quotes],
  ["Killed", "#affected+killed", (r) => r.casualties?.killed?.best],
];

/** CSV with the Humanitarian Exchange Language's row of hashtags under the header. */
export const hxl: ExportFormat = {
  name: "hxl",
  description: "CSV with humanitarian hashtags (HXL) under the header",
  extension: "hxl.csv",
  mediaType: "text/csv",
  write: (records) =>
    table(
      COLUMNS.map(([name, , value]) => ({ name, value })),
      records,
      csvLine,
      [COLUMNS.map(([name]) => name), COLUMNS.map(([, tag]) => tag)],
    ),
};
