/** The formats that people's tools already read, each in a file of its own. */
import { acled } from "./acled.ts";
import { annotation } from "./annotation.ts";
import { csv } from "./csv.ts";
import { followTheMoney } from "./follow-the-money.ts";
import type { ExportFormat } from "./format.ts";
import { gdelt } from "./gdelt.ts";
import { gdeltMentions } from "./gdelt-mentions.ts";
import { geojson } from "./geojson.ts";
import { hxl } from "./hxl.ts";
import { jsonl } from "./jsonl.ts";
import { parquet } from "./parquet.ts";
import { polecat } from "./polecat.ts";
import { stix } from "./stix.ts";
import { timemap } from "./timemap.ts";
import { ucdp } from "./ucdp.ts";

export type { ExportContext, ExportFormat } from "./format.ts";
export { type Written, writeRecords } from "./write-records.ts";

/** All formats, in the order in which help lists them. */
export const FORMATS: readonly ExportFormat[] = [
  csv,
  jsonl,
  geojson,
  parquet,
  acled,
  ucdp,
  polecat,
  gdelt,
  gdeltMentions,
  hxl,
  stix,
  followTheMoney,
  timemap,
  annotation,
];

/** A format by its name. */
export function formatNamed(name: string): ExportFormat | undefined {
  return FORMATS.find((format) => format.name === name);
}
