import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useMemo, useRef, useState } from "react";
import type { Sort } from "../../src/archive/index.ts";
import type { EventPage, ReviewedEvent } from "../../src/serve/index.ts";
import { askOnce, Refused, useAnswer } from "../app/api.ts";
import { Link } from "../app/link.tsx";
import { changeSearch } from "../app/location.ts";
import { plural } from "../app/words.ts";
import { Scroller } from "../parts/scroller.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { ColumnChoice, firstVisibility, useVisibility } from "./column-choice.tsx";
import { columnOf, FEATURES, TABLE_COLUMNS } from "./event-columns.tsx";
import { point } from "./pointed.ts";

const PAGE = 50;
const ROW = 44;

/** The set as a table: rows are made as they come into view, pages are asked for as they are needed. */
export function EventTable({ query, unit }: { readonly query: string; readonly unit?: "events" | "mentions" | undefined }) {
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
  const shownFirst = first.data?.items;
  const items = useMemo(() => [...(shownFirst ?? []), ...(continued ? more.items : [])], [shownFirst, continued, more]);
  const next = continued ? more.next : first.data?.next;
  const scroller = useRef<HTMLElement>(null);
  const [visibility, setVisibility] = useVisibility();
  const table = useTable({
    features: FEATURES,
    columns: TABLE_COLUMNS,
    data: items,
    getRowId: (event) => event.record.id,
    state: { columnVisibility: visibility },
    onColumnVisibilityChange: (change) => setVisibility(typeof change === "function" ? change(visibility) : change),
  });
  const lines = table.getRowModel().rows;
  const rows = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12 });
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
    // Asked of what is known: to ask the element would have the page laid out once more.
    if (rows.scrollOffset) scroller.current?.scrollTo({ top: 0 });
  }, [query, rows]);
  if (!first.data) return first.error ? <Failed error={first.error} /> : <Loading what="the events" />;
  const { total } = first.data;
  const sortBy = (by: Sort) =>
    changeSearch((p) => {
      const same = sort === by;
      p.set("sort", by);
      if (same && !ascending) p.set("ascending", "true");
      else p.delete("ascending");
    });
  const before = shown[0]?.start ?? 0;
  const after = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const ids = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join(" ");
  const columns = ids.split(" ").length;
  const what = unit === "mentions" ? "report of an event" : "event";
  const whats = unit === "mentions" ? "reports of events" : "events";
  return (
    <section className="panel table-panel" aria-labelledby="events-title" aria-busy={first.loading}>
      <div className="panel-head">
        <h2 id="events-title" aria-live="polite">
          {plural(total, what, whats)}
        </h2>
        {error && <Failed error={error} />}
        <ColumnChoice
          columns={table.getAllLeafColumns().map((column) => ({
            id: column.id,
            shown: column.getIsVisible(),
            fixed: !column.getCanHide(),
            toggle: (on) => column.toggleVisibility(on),
          }))}
          onReset={() => setVisibility(firstVisibility())}
        />
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
                {table.getHeaderGroups()[0]?.headers.map(({ id }) => {
                  const { name, sort: by, className } = columnOf.get(id)!;
                  return (
                    <th
                      key={id}
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
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {before > 0 && <Space height={before} columns={columns} />}
              {shown.map(({ index }) => (
                <Row key={lines[index]!.id} event={lines[index]!.original} columns={ids} index={index} />
              ))}
              {after > 0 && <Space height={after} columns={columns} />}
            </tbody>
          </table>
        </Scroller>
      )}
    </section>
  );
}

function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a table takes no focus
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

interface RowProps {
  readonly event: ReviewedEvent;
  /** Ids of the columns that are shown, with spaces between: the same text is the same row, and need not be made again. */
  readonly columns: string;
  readonly index: number;
}

const Row = memo(function Row({ event, columns, index }: RowProps) {
  return (
    // Pointing to it shows it in the pictures; focus on its links does the same.
    <tr
      aria-rowindex={index + 2}
      data-review={event.review}
      onMouseEnter={() => point(event.record)}
      onMouseLeave={() => point(undefined)}
      onFocus={() => point(event.record)}
      onBlur={() => point(undefined)}
    >
      {columns.split(" ").map((id) => {
        const { className, title, cell } = columnOf.get(id)!;
        return id === "what" ? (
          <th key={id} scope="row" className={className}>
            {cell(event)}
          </th>
        ) : (
          <td key={id} className={className} title={title?.(event)}>
            {cell(event)}
          </td>
        );
      })}
    </tr>
  );
});
