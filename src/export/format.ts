import type { EventRecord } from "../merge/index.ts";

/** What an export may need to know besides the records. */
export interface ExportContext {
  /** When it is made, for formats that must say so. An ISO 8601 instant. */
  readonly at: string;
  /** Version of the program. */
  readonly version: string;
  /** The name under which the export is saved, when it has one: metadata beside it refer to it. */
  readonly file?: string;
}

/** One format that people's tools read. */
export interface ExportFormat {
  readonly name: string;
  /** For `dateline export --help`. */
  readonly description: string;
  readonly extension: string;
  readonly mediaType: string;
  /** Whether the format can say this event at all; absent: any event. What it cannot say is left out and counted. */
  readonly accepts?: (record: EventRecord) => boolean;
  /** Chunks as they come, so that an archive of any size is written in bounded memory. */
  write(records: AsyncIterable<EventRecord>, context: ExportContext): AsyncIterable<string | Uint8Array>;
  /** A description for machines, to be saved beside the file: its extension and content. */
  beside?(context: ExportContext): { readonly extension: string; readonly content: string };
}

/** Whether it is said to have happened or to be going on: what event data sets count as an event. */
export function happened(record: EventRecord): boolean {
  const { reality, polarity } = record.factuality;
  return polarity === "positive" && (reality === "occurred" || reality === "ongoing");
}
