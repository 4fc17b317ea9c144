import { type ReactNode, useEffect } from "react";
import type { EventRecord } from "../../src/merge/index.ts";
import type { EventPage } from "../../src/serve/index.ts";
import { useAnswer } from "../app/api.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { dateRange } from "../app/words.ts";
import { harmWords, headline } from "../parts/event-words.tsx";
import type { Action } from "./keys.ts";

interface Props {
  readonly record: EventRecord;
  /** Another event is on the screen already: until this one's follow, none of these can be chosen. */
  readonly behind: boolean;
  readonly chosen: string | undefined;
  readonly onChosen: (id: string | undefined) => void;
  readonly onSame: () => void;
  readonly onDifferent: () => void;
  readonly keyOf: (action: Action) => ReactNode;
}

const NEAR_DAYS = 3;
const MOST = 5;

/** Events of the same type, days and country, as told elsewhere: the same event, or another one? */
export function Candidates({ record, behind, chosen, onChosen, onSame, onDifferent, keyOf }: Props) {
  const path = candidatesPath(record);
  // Until the answer for this event is there, nothing: those of the event before must not be taken for its own.
  const { data, loading } = useAnswer<EventPage>(path);
  const documents = new Set(record.reports.map((report) => report.document));
  const others = ((loading ? undefined : data?.items) ?? [])
    .map((item) => item.record)
    .filter((other) => other.id !== record.id && other.reports.some((report) => !documents.has(report.document)))
    .slice(0, MOST);
  const first = others[0]?.id;
  useEffect(() => {
    if (!behind) onChosen(first);
  }, [first, behind, onChosen]);
  if (others.length === 0) return null;
  return (
    <fieldset className="candidates" inert={behind}>
      <legend>Could be the same event</legend>
      {others.map((other) => (
        <label key={other.id}>
          <input type="radio" name="candidate" checked={chosen === other.id} onChange={() => onChosen(other.id)} />
          <span>
            <Link href={to.event(other.id)} dir="auto">
              {headline(other)}
            </Link>
            <span className="quiet">
              {" "}
              {[dateRange(other.time), other.place?.name, harmWords(other)].filter(Boolean).join(", ")};{" "}
              <bdi>{other.reports[0]?.publisher ?? other.reports[0]?.document}</bdi>
            </span>
          </span>
        </label>
      ))}
      <div className="row">
        <button type="button" onClick={onSame}>
          {keyOf("same")}Same event
        </button>
        <button type="button" onClick={onDifferent}>
          {keyOf("different")}Different event
        </button>
      </div>
    </fieldset>
  );
}

/** The question for the other events that could be the same; none for an event without a date. */
export function candidatesPath(record: EventRecord): string | null {
  const { earliest, latest } = record.time ?? {};
  if (earliest === undefined && latest === undefined) return null;
  const shift = (day: string, days: number) => new Date(Date.parse(day.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10);
  const query = new URLSearchParams({
    type: record.type,
    limit: "20",
    from: shift((earliest ?? latest)!, -NEAR_DAYS),
    to: shift((latest ?? earliest)!, NEAR_DAYS),
  });
  if (record.place?.country) query.set("country", record.place.country);
  return `/api/events?${query}`;
}
