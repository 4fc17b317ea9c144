import type { EventRecord } from "../../src/merge/index.ts";
import type { EventDetail } from "../../src/serve/index.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { date, dateRange } from "../app/words.ts";
import { countWords, wordOf } from "../parts/event-words.tsx";
import { Scroller } from "../parts/scroller.tsx";
import { TypeTag } from "../parts/type-tag.tsx";

const COLUMNS: readonly { readonly name: string; readonly value: (telling: EventRecord) => string }[] = [
  { name: "Who", value: (r) => r.actors.map((p) => p.name).join("; ") },
  { name: "To whom", value: (r) => r.recipients.map((p) => p.name).join("; ") },
  { name: "Where", value: (r) => r.place?.name ?? "" },
  { name: "When", value: (r) => dateRange(r.time) },
  { name: "Killed", value: (r) => (r.casualties?.killed ? countWords(r.casualties.killed) : "") },
  { name: "Injured", value: (r) => (r.casualties?.injured ? countWords(r.casualties.injured) : "") },
  {
    name: "How it stands",
    value: (r) => `${r.factuality.polarity === "negative" ? "denied" : r.factuality.reality}, ${r.factuality.certainty}`,
  },
];

/** Who says what: a row for each independent report, a column for each field. What differs from the others says so. */
export function SourcesTable({ detail }: { readonly detail: EventDetail }) {
  const { record, tellings } = detail;
  const reports = record.reports.filter((report) => report.copyOf === undefined);
  const rows = reports.flatMap((report) => (tellings[report.mention] ? [{ report, telling: tellings[report.mention]! }] : []));
  if (rows.length === 0) return null;
  const differing = COLUMNS.map(({ value }) => new Set(rows.map(({ telling }) => value(telling)).filter((v) => v !== "")).size > 1);
  const most = COLUMNS.map(({ value }) => mostFrequent(rows.map(({ telling }) => value(telling))));
  return (
    <Scroller label="Reports against fields">
      <table className="sources">
        <caption className="hidden">Reports against fields; disagreements are marked</caption>
        <thead>
          <tr>
            <th scope="col">Report</th>
            <th scope="col">On whose word</th>
            <th scope="col">What</th>
            {COLUMNS.map(({ name }, i) => (
              <th key={name} scope="col">
                {name}
                {differing[i] && <span className="differs-note"> ≠ they differ</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ report, telling }) => (
            <tr key={report.mention}>
              <th scope="row">
                <Link href={to.article(report.document, report.span)} dir="auto">
                  {report.publisher ?? report.title ?? report.document}
                </Link>
                {report.published && <span className="quiet"> {date(report.published)}</span>}
              </th>
              <td dir="auto">{wordOf(report) || <span className="quiet">its own voice</span>}</td>
              <td>
                <TypeTag type={telling.type} mode={telling.mode} />
              </td>
              {COLUMNS.map(({ name, value }, i) => {
                const said = value(telling);
                const differs = differing[i] && said !== "" && said !== most[i];
                return (
                  <td key={name} className={differs ? "differs" : undefined} dir="auto">
                    {differs && <span aria-hidden="true">≠ </span>}
                    {said || <span className="quiet">—</span>}
                    {differs && <span className="hidden"> (differs)</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
