import { useEffect, useMemo, useState } from "react";
import type { NewDecision } from "../../src/merge/index.ts";
import type { EventDetail } from "../../src/serve/index.ts";
import { forgetAnswers, Refused, send, useAnswer } from "../app/api.ts";
import { go, to } from "../app/location.ts";
import { dateRange, plural } from "../app/words.ts";
import { Legend } from "../parts/annotated-text.tsx";
import { Conflict } from "../parts/conflict.tsx";
import { harmWords, headline, standing as standingWords } from "../parts/event-words.tsx";
import { ReviewerField, useReviewer } from "../parts/reviewer.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { TypeTag } from "../parts/type-tag.tsx";
import { BelongsWith } from "./belongs-with.tsx";
import { EditField } from "./edit-field.tsx";
import { Fields } from "./fields.tsx";
import { History } from "./history.tsx";
import { AsReportsCameIn } from "./report-history.tsx";
import { Reports } from "./reports.tsx";
import { SourcesTable } from "./sources-table.tsx";

/** One event: what is known, on which words, who says what, what people decided. */
export function EventPage({ id }: { readonly id: string }) {
  const { data: detail, error } = useAnswer<EventDetail>(`/api/events/${encodeURIComponent(id)}`);
  const [active, setActive] = useState<string>();
  const [reviewer, setReviewer] = useReviewer();
  const [problem, setProblem] = useState<{ readonly refused: Refused; readonly decision?: NewDecision }>();
  const [editing, setEditing] = useState<string>();
  const forwarded = detail?.forwardedFrom !== undefined && detail.forwardedFrom !== detail.record.id;
  useEffect(() => {
    if (detail) document.title = `${headline(detail.record)} · Dateline`;
    return () => {
      document.title = "Dateline";
    };
  }, [detail]);
  const places = useMemo(() => detail && dateAndPlace(detail), [detail]);
  if (!detail) return error ? <Failed error={error} /> : <Loading what="the event" />;
  const { record, review, corrected, history, standing } = detail;

  const attempt = async (work: () => Promise<unknown>, decision?: NewDecision) => {
    if (reviewer.trim() === "")
      return setProblem({ refused: new Refused(0, { title: "Who decides", detail: "Write your name first: each decision carries one." }) });
    try {
      await work();
      setProblem(undefined);
      setEditing(undefined);
      forgetAnswers();
    } catch (refused) {
      if (refused instanceof Refused) setProblem({ refused, ...(decision && { decision }) });
      else throw refused;
    }
  };
  const decide = (what: Omit<NewDecision, "by" | "subjects"> & { readonly subjects?: readonly string[] }, match = `"${detail.last}"`) => {
    const decision = { by: reviewer.trim(), subjects: [record.id], ...what };
    return attempt(() => send("/api/decisions", decision, match), decision);
  };
  const undo = (decision: number) => attempt(() => send(`/api/decisions/${decision}/undo`, { by: reviewer.trim() }));

  return (
    <article className="page event-page">
      <header>
        <h1 dir="auto">{headline(record)}</h1>
        <p className="lede">
          <TypeTag type={record.type} mode={record.mode} /> <span dir="auto">{places}</span>
          {harmWords(record) && <strong>{harmWords(record)}</strong>}
          {standingWords(record).map((word) => (
            <span key={word} className="badge">
              {word}
            </span>
          ))}
          {review !== "open" && (
            <span className="badge" data-review={review}>
              {review}
            </span>
          )}
        </p>
        {forwarded && <p className="note">The event {detail.forwardedFrom} that you asked for is now part of this one.</p>}
      </header>
      <div className="actions">
        <ReviewerField name={reviewer} onName={setReviewer} />
        <button type="button" onClick={() => decide({ kind: "accept" })}>
          Accept
        </button>
        <button type="button" onClick={() => decide({ kind: "reject" })}>
          Reject
        </button>
        <button type="button" onClick={() => decide({ kind: "unsure" })}>
          Unsure
        </button>
      </div>
      {problem &&
        (problem.refused.status === 412 && problem.decision ? (
          <Conflict
            problem={problem.refused}
            onTheirs={() => {
              setProblem(undefined);
              forgetAnswers();
            }}
            onMine={() => attempt(() => send("/api/decisions", problem.decision, "*"))}
          />
        ) : (
          <Failed error={problem.refused} />
        ))}
      <div className="event-columns">
        <section aria-labelledby="fields">
          <h2 id="fields">What is known</h2>
          <Fields
            record={record}
            corrected={corrected}
            active={active}
            onActive={setActive}
            edit={(field) => (
              <button
                type="button"
                className="small"
                aria-expanded={editing === field}
                onClick={() => setEditing(editing === field ? undefined : field)}
              >
                Correct<span className="hidden"> {field}</span>
              </button>
            )}
          />
          <EditField
            key={`${editing} ${detail.last}`}
            record={record}
            field={editing}
            onField={setEditing}
            onSave={(field, value, why) => decide({ kind: "correct", field, value, ...(why && { why }) })}
          />
        </section>
        <section aria-labelledby="reports">
          <h2 id="reports">
            {plural(record.reports.length, "report")}
            {record.independent < record.reports.length && <span className="quiet">, {record.independent} independent</span>}
          </h2>
          <Legend />
          <Reports
            detail={detail}
            active={active}
            onActive={setActive}
            onSplit={(mention) => decide({ kind: "split", subjects: [record.id, mention] })}
          />
        </section>
      </div>
      <section aria-labelledby="sources">
        <h2 id="sources">Who says what</h2>
        <SourcesTable detail={detail} />
        {record.rivals && record.rivals.length > 0 && (
          <p className="quiet">
            Not chosen{record.policy && ` (${record.policy})`}:{" "}
            {record.rivals
              .map(
                (rival) =>
                  `${rival.field} ${rival.value} (${rival.reports.map((i) => record.reports[i]?.publisher ?? record.reports[i]?.document).join(", ")})`,
              )
              .join("; ")}
            .
          </p>
        )}
      </section>
      {(record.why || record.reports.length > 1) && (
        <section aria-labelledby="why">
          <h2 id="why">Why these reports are one event</h2>
          {record.why ? (
            <ul>
              {record.why.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ) : (
            <p className="quiet">No reasons were kept.</p>
          )}
          <p className="quiet">“Not this event” beside a report takes it out; the history below has the way back.</p>
        </section>
      )}
      <BelongsWith linked={detail.linked} />
      <AsReportsCameIn record={record} />
      <section aria-labelledby="history">
        <h2 id="history">What people decided</h2>
        <History history={history} standing={standing} onUndo={undo} />
      </section>
      <p className="quiet">
        Permanent address: <code>{to.event(record.id)}</code>{" "}
        <button type="button" className="small" onClick={() => go(`/?id=${encodeURIComponent(record.id)}`)}>
          Show in the overview
        </button>
      </p>
    </article>
  );
}

function dateAndPlace({ record }: EventDetail): string {
  return [dateRange(record.time), record.place?.name].filter(Boolean).join(", ");
}
