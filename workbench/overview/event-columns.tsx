import { type ColumnDef, columnVisibilityFeature, tableFeatures } from "@tanstack/react-table";
import type { ReactNode } from "react";
import type { Sort } from "../../src/archive/index.ts";
import type { ReviewedEvent } from "../../src/serve/index.ts";
import { countryName } from "../app/country.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { date, dateRange, percent } from "../app/words.ts";
import { countWords, harmWords, Names, standing, wordOf } from "../parts/event-words.tsx";
import { TypeTag } from "../parts/type-tag.tsx";

export const FEATURES = tableFeatures({ columnVisibilityFeature });

/** A column of the table of events. */
export interface EventColumn {
  readonly id: string;
  readonly name: string;
  /** What the list can be sorted by through this column. */
  readonly sort?: Sort;
  readonly className: string;
  /** The whole of a cell that may be cut off. */
  readonly title?: (event: ReviewedEvent) => string;
  readonly cell: (event: ReviewedEvent) => ReactNode;
  /** Shown unless a person takes it away; the others are there to be added. */
  readonly shown: boolean;
}

const unknown = <span className="quiet">not known</span>;
const standingOf = ({ record, review }: ReviewedEvent) => [...(review === "open" ? [] : [review]), ...standing(record)].join(", ");

export const EVENT_COLUMNS: readonly EventColumn[] = [
  {
    id: "when",
    name: "When",
    sort: "time",
    className: "c-when",
    title: ({ record }) => dateRange(record.time),
    cell: ({ record }) => dateRange(record.time) || unknown,
    shown: true,
  },
  {
    id: "what",
    name: "What",
    className: "c-what",
    cell: ({ record }) => (
      <Link href={to.event(record.id)}>
        <TypeTag type={record.type} mode={record.mode} />
      </Link>
    ),
    shown: true,
  },
  ...(
    [
      ["who", "Who", "actors"],
      ["whom", "To whom", "recipients"],
    ] as const
  ).map(([id, name, field]) => ({
    id,
    name,
    className: "c-who",
    title: ({ record }: ReviewedEvent) => record[field].map((participant) => participant.name).join("; "),
    cell: ({ record }: ReviewedEvent) => <Names of={record[field]} />,
    shown: true,
  })),
  {
    id: "where",
    name: "Where",
    className: "c-where",
    cell: ({ record: { place } }) => (
      <>
        {place ? (
          <Link href={to.place(place.name)} dir="auto">
            {place.name}
          </Link>
        ) : (
          unknown
        )}
        {place?.country && <span className="quiet">, {countryName(place.country)}</span>}
      </>
    ),
    shown: true,
  },
  {
    id: "region",
    name: "Division",
    className: "c-where",
    cell: ({ record }) => <bdi>{record.place?.admin1 ?? ""}</bdi>,
    shown: false,
  },
  {
    id: "many",
    name: "How many",
    sort: "killed",
    className: "c-many",
    title: ({ record }) => harmWords(record),
    cell: ({ record }) => harmWords(record),
    shown: true,
  },
  ...(["killed", "injured"] as const).map((harm) => ({
    id: harm,
    name: harm === "killed" ? "Killed" : "Injured",
    className: "c-number",
    cell: ({ record }: ReviewedEvent) => record.casualties?.[harm] && countWords(record.casualties[harm]),
    shown: false,
  })),
  { id: "stands", name: "How it stands", className: "c-stands", title: standingOf, cell: standingOf, shown: true },
  {
    id: "word",
    name: "On whose word",
    className: "c-wide",
    title: ({ record }) => wordOf(record.reports[0]!),
    cell: ({ record }) => <bdi>{wordOf(record.reports[0]!) || "its own voice"}</bdi>,
    shown: false,
  },
  {
    id: "publisher",
    name: "First report",
    sort: "published",
    className: "c-wide",
    cell: ({ record: { reports } }) => (
      <bdi>{[reports[0]?.publisher, reports[0]?.published && date(reports[0].published)].filter(Boolean).join(", ")}</bdi>
    ),
    shown: false,
  },
  {
    id: "quote",
    name: "The telling sentence",
    className: "c-quote",
    title: ({ record }) => record.reports[0]?.quote ?? "",
    cell: ({ record }) => <bdi>{record.reports[0]?.quote}</bdi>,
    shown: false,
  },
  {
    id: "reports",
    name: "Reports",
    sort: "reports",
    className: "c-number",
    cell: ({ record: { independent, reports } }) =>
      independent === reports.length ? reports.length : `${independent} of ${reports.length}`,
    shown: true,
  },
  {
    id: "sure",
    name: "Sure",
    sort: "confidence",
    className: "c-number",
    cell: ({ record }) => percent(record.confidence),
    shown: true,
  },
];

/** The same for the table, which keeps what is shown. An event's type leads to its page: it cannot be taken away. */
export const TABLE_COLUMNS: ColumnDef<typeof FEATURES, ReviewedEvent>[] = EVENT_COLUMNS.map(({ id, name, cell }) => ({
  id,
  header: name,
  enableHiding: id !== "what",
  cell: ({ row }) => cell(row.original),
}));

export const columnOf = new Map(EVENT_COLUMNS.map((column) => [column.id, column]));
