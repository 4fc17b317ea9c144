import type { ExportFormat } from "./format.ts";

/** One event record a line, whole: what other programs, and Dateline itself, read without loss. */
export const jsonl: ExportFormat = {
  name: "jsonl",
  description: "one event a line, whole, with all its evidence",
  extension: "jsonl",
  mediaType: "application/jsonl",
  async *write(records) {
    for await (const record of records) yield `${JSON.stringify(record)}\n`;
  },
};
