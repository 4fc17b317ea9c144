import type { Harm } from "../what/layers.ts";
import type { EventRecord, Report } from "./event-record.ts";

/** One report's coming in, and what was known with it. */
export interface HistoryStep {
  readonly report: Report;
  /** What this report says, in words: figures, a denial, that it is a copy. */
  readonly says: readonly string[];
  /** Lowest, latest and highest figure of the killed over this and all earlier reports; absent while nobody gives one. */
  readonly killed?: { readonly low: number; readonly latest: number; readonly high: number };
}

const HARMS: readonly Harm[] = ["killed", "injured", "abducted", "detained", "displaced"];

/** How an event changed as reports came in, the first published first. */
export function historyOf(record: EventRecord): HistoryStep[] {
  let killed: HistoryStep["killed"];
  return record.reports.map((report, i) => {
    const says: string[] = [];
    if (report.copyOf !== undefined) says.push(`a copy of ${report.copyOf}`);
    for (const harm of HARMS) {
      for (const { report: by, low, best, high, text } of record.casualties?.[harm]?.says ?? []) {
        if (by !== i) continue;
        says.push(`${low === high ? best : `${low} to ${high}`} ${harm} (“${text}”)`);
        if (harm === "killed")
          killed = { low: Math.min(low, killed?.low ?? low), latest: best, high: Math.max(high, killed?.high ?? high) };
      }
    }
    for (const { field, value, reports } of record.rivals ?? [])
      if (reports.includes(i) && !HARMS.some((harm) => harm === field)) says.push(`${field}: ${value}`);
    if (report.factuality.polarity === "negative") says.push("denies it");
    return { report, says, ...(killed && { killed }) };
  });
}
