import type { EventRecord } from "../merge/index.ts";
import type { ExportContext, ExportFormat } from "./format.ts";

/** How many events an export holds, and how many its format could not say. Complete once the last chunk has been taken. */
export interface Written {
  written: number;
  leftOut: number;
}

/**
 * The chunks of an export of any records, those left out that the format has no place for. Counts them in `counts`, so that nothing is
 * dropped in silence.
 */
export function writeRecords(
  format: ExportFormat,
  records: AsyncIterable<EventRecord> | Iterable<EventRecord>,
  context: ExportContext,
  counts: Written = { written: 0, leftOut: 0 },
): AsyncIterable<string | Uint8Array> {
  return format.write(accepted(format, records, counts), context);
}

async function* accepted(format: ExportFormat, records: AsyncIterable<EventRecord> | Iterable<EventRecord>, counts: Written) {
  for await (const record of records) {
    const fits = format.accepts?.(record) ?? true;
    if (fits) {
      counts.written++;
      yield record;
    } else counts.leftOut++;
  }
}
