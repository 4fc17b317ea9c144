import { historyOf } from "../../src/merge/history.ts";
import type { EventRecord } from "../../src/merge/index.ts";
import { date, number } from "../app/words.ts";

/** How the event became known: each report with what it added, and the toll as it then stood. */
export function AsReportsCameIn({ record }: { readonly record: EventRecord }) {
  if (record.reports.length < 2) return null;
  return (
    <section aria-labelledby="came-in">
      <h2 id="came-in">As reports came in</h2>
      <ol className="came-in">
        {historyOf(record).map(({ report, says, killed }) => (
          <li key={report.mention}>
            <strong>{report.published ? date(report.published) : "Date not known"}</strong> <bdi>{report.publisher ?? report.document}</bdi>
            {report.copyOf === undefined ? says.length > 0 && <bdi>: {says.join("; ")}</bdi> : ": a copy of an earlier report"}
            {killed && (
              <span className="quiet">
                {" "}
                Killed, over all reports so far:{" "}
                {killed.low === killed.high
                  ? number(killed.latest)
                  : `${number(killed.low)}–${number(killed.high)}, latest ${number(killed.latest)}`}
                .
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
