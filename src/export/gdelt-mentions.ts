import type { EventRecord, Report } from "../merge/index.ts";
import { type ExportFormat, happened } from "./format.ts";
import { type Cell, tsvLine } from "./table.ts";
import { firstDay, integerId } from "./values.ts";

/** GDELT 2.0's mention table: one line a report, 16 columns, tab-separated, without a header. */
export const gdeltMentions: ExportFormat = {
  name: "gdelt-mentions",
  description: "GDELT 2.0 mentions, 16 columns, tab-separated, no header: one line a report of an event of the gdelt export",
  extension: "mentions.CSV",
  mediaType: "text/tab-separated-values",
  accepts: happened,
  async *write(records) {
    for await (const record of records)
      for (const [index, report] of record.reports.entries()) yield tsvLine(mentionOf(record, report, index).map(([, value]) => value));
  },
};

/** The mention's columns with their names. */
export function mentionOf(record: EventRecord, report: Report, index: number): readonly (readonly [name: string, value: Cell])[] {
  const offset = (of: "actors" | "recipients") => record[of].flatMap((p) => p.evidence).find((e) => e.report === index)?.span[0];
  const day = firstDay(record)?.replaceAll("-", "");
  const published = report.published?.slice(0, 10).replaceAll("-", "");
  return [
    ["GLOBALEVENTID", integerId(record.id)],
    ["EventTimeDate", day && `${day}000000`],
    ["MentionTimeDate", published?.length === 8 ? `${published}000000` : undefined],
    // 1: from the open web, named by its address.
    ["MentionType", report.url ? 1 : undefined],
    ["MentionSourceName", report.publisher],
    ["MentionIdentifier", report.url ?? report.document],
    ["SentenceID", undefined],
    ["Actor1CharOffset", offset("actors")],
    ["Actor2CharOffset", offset("recipients")],
    ["ActionCharOffset", report.trigger.span[0]],
    ["InRawText", 1],
    // GDELT counts by tens from 10 to 100.
    ["Confidence", Math.max(10, Math.round(report.confidence * 10) * 10)],
    ["MentionDocLen", undefined],
    ["MentionDocTone", undefined],
    ["MentionDocTranslationInfo", undefined],
    ["Extras", undefined],
  ];
}
