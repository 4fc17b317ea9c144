import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import type { Sort } from "../../src/archive/index.ts";
import type { EventPage, ReviewedEvent } from "../../src/serve/index.ts";
import { askOnce, Refused, useAnswer } from "../app/api.ts";
import { countryName } from "../app/country.ts";
import { Link } from "../app/link.tsx";
import { to, useSearch } from "../app/location.ts";
import { dateRange, percent, plural } from "../app/words.ts";
import { harmWords, Names, standing } from "../parts/event-words.tsx";
import { Scroller } from "../parts/scroller.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { TypeTag } from "../parts/type-tag.tsx";

const COLUMNS: readonly { readonly name: string; readonly sort?: Sort; readonly className: string }[] = [
  { name: "When", sort: "time", className: "c-when" },
  { name: "What", className: "c-what" },
  { name: "Who", className: "c-who" },
  { name: "To whom", className: "c-who" },
  { name: "Where", className: "c-where" },
  { name: "How many", sort: "killed", className: "c-many" },
  { name: "How it stands", className: "c-stands" },
  { name: "Reports", sort: "reports", className: "c-number" },
  { name: "Sure", sort: "confidence", className: "c-number" },
];
const PAGE = 50;
const ROW = 44;

/** The set as a table: rows are made as they come into view, pages are asked for as they are needed. */
export function EventTable({ query, unit }: { readonly query: string; readonly unit?: "events" | "mentions" | undefined }) {
  const [, change] = useSearch();
  const params = new URLSearchParams(query);
  const sort = (params.get("sort") ?? "time") as Sort;
  const ascending = params.get("ascending") === "true";
  const path = `/api/events?${query}${query === "" ? "" : "&"}limit=${PAGE}`;
  const first = useAnswer<EventPage>(path);
  const [more, setMore] = useState<{
    readonly of?: EventPage;
    readonly items: readonly ReviewedEvent[];
    readonly next?: string | undefined;
  }>({ items: [] });
  const [error, setError] = useState<Refused>();
  const continued = more.of !== undefined && more.of === first.data;
  const items = [...(first.data?.items ?? []), ...(continued ? more.items : [])];
  const next = continued ? more.next : first.data?.next;
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({ count: items.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12 });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const asking = useRef<string>(undefined);
  useEffect(() => {
    if (next === undefined || last < items.length - 15 || asking.current === next || !first.data) return;
    asking.current = next;
    const of = first.data;
    askOnce<EventPage>(`${path}&cursor=${encodeURIComponent(next)}`).then(
      (page) => setMore((before) => ({ of, items: [...(before.of === of ? before.items : []), ...page.items], next: page.next })),
      (problem: unknown) => problem instanceof Refused && setError(problem),
    );
  }, [next, last, items.length, path, first.data]);
  useEffect(() => {
    void query;
    scroller.current?.scrollTo({ top: 0 });
  }, [query]);
  if (!first.data) return first.error ? <Failed error={first.error} /> : <Loading what="the events" />;
  const { total } = first.data;
  const sortBy = (by: Sort) =>
    change((p) => {
      const same = sort === by;
      p.set("sort", by);
      if (same && !ascending) p.set("ascending", "true");
      else p.delete("ascending");
    });
  const before = shown[0]?.start ?? 0;
  const after = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const what = unit === "mentions" ? "report of an event" : "event";
  const whats = unit === "mentions" ? "reports of events" : "events";
  return (
    <section className="panel table-panel" aria-labelledby="events-title" aria-busy={first.loading}>
      <div className="panel-head">
        <h2 id="events-title" aria-live="polite">
          {plural(total, what, whats)}
        </h2>
        {error && <Failed error={error} />}
        <Link className="small button" href={`/export${query === "" ? "" : `?${query}`}`}>
          Export these
        </Link>
        <Link className="small button" href={`/review${query === "" ? "" : `?${query}`}`}>
          Review these
        </Link>
      </div>
      {total === 0 ? (
        <p className="state">Nothing matches. Take a filter away, or look for other words.</p>
      ) : (
        <Scroller ref={scroller} label="Table of events">
          <table className="events" aria-rowcount={total + 1}>
            <thead>
              <tr aria-rowindex={1}>
                {COLUMNS.map(({ name, sort: by, className }) => (
                  <th
                    key={name}
                    scope="col"
                    className={className}
                    aria-sort={by !== sort ? undefined : ascending ? "ascending" : "descending"}
                  >
                    {by ? (
                      <button type="button" className="plain" onClick={() => sortBy(by)}>
                        {name}
                        <span aria-hidden="true">{by !== sort ? "" : ascending ? " ↑" : " ↓"}</span>
                      </button>
                    ) : (
                      name
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {before > 0 && <Space height={before} />}
              {shown.map(({ index }) => (
                <Row key={items[index]!.record.id} event={items[index]!} index={index} />
              ))}
              {after > 0 && <Space height={after} />}
            </tbody>
          </table>
        </Scroller>
      )}
    </section>
  );
}

function Space({ height }: { readonly height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table takes no focus
    <tr aria-hidden="true">
      <td colSpan={COLUMNS.length} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

function Row({ event: { record, review }, index }: { readonly event: ReviewedEvent; readonly index: number }) {
  const { place, time } = record;
  const stands = [...(review === "open" ? [] : [review]), ...standing(record)];
  return (
    <tr aria-rowindex={index + 2} data-review={review}>
      <td className="c-when">{dateRange(time) || <span className="quiet">not known</span>}</td>
      <th scope="row" className="c-what">
        <Link href={to.event(record.id)}>
          <TypeTag type={record.type} mode={record.mode} />
        </Link>
      </th>
      <td className="c-who">
        <Names of={record.actors} />
      </td>
      <td className="c-who">
        <Names of={record.recipients} />
      </td>
      <td className="c-where">
        {place ? (
          <Link href={to.place(place.name)} dir="auto">
            {place.name}
          </Link>
        ) : (
          <span className="quiet">not known</span>
        )}
        {place?.country && <span className="quiet">, {countryName(place.country)}</span>}
      </td>
      <td className="c-many">{harmWords(record)}</td>
      <td className="c-stands">{stands.join(", ")}</td>
      <td className="c-number">
        {record.independent === record.reports.length ? record.reports.length : `${record.independent} of ${record.reports.length}`}
      </td>
      <td className="c-number">{percent(record.confidence)}</td>
    </tr>
  );
}
