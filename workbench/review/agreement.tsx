import { useState } from "react";
import type { EventRecord } from "../../src/merge/index.ts";
import type { AgreementDetail, DecisionList, EventPage } from "../../src/serve/index.ts";
import { forgetAnswers, Refused, send, useAnswer } from "../app/api.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { dateRange, decimal, instant, number, plural } from "../app/words.ts";
import { decisionWords } from "../event/history.tsx";
import { headline } from "../parts/event-words.tsx";
import { ReviewerField, useReviewer } from "../parts/reviewer.tsx";
import { Scroller } from "../parts/scroller.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { TypeTag } from "../parts/type-tag.tsx";

/** Who reviewed what, how far people agree, and what they differ on, to be settled here. */
export function AgreementPage() {
  const agreement = useAnswer<AgreementDetail>("/api/agreement");
  const decisions = useAnswer<DecisionList>("/api/decisions?limit=200");
  const differing = (agreement.data?.disputed ?? []).slice(0, NAMED).map(({ item }) => `id=${encodeURIComponent(item)}`);
  const named = useAnswer<EventPage>(differing.length === 0 ? null : `/api/events?limit=${NAMED}&${differing.join("&")}`);
  const records = new Map(named.data?.items.map(({ record }) => [record.id, record]));
  const [reviewer, setReviewer] = useReviewer();
  const [problem, setProblem] = useState<Refused>();
  if (!agreement.data || !decisions.data) return agreement.error ? <Failed error={agreement.error} /> : <Loading what="the decisions" />;
  const { alpha, items, disputed, settled } = agreement.data;
  const open = disputed.filter(({ item }) => settled[item] === undefined);
  const closed = disputed.filter(({ item }) => settled[item] !== undefined);
  const settle = async (item: string, kind: "accept" | "reject") => {
    if (reviewer.trim() === "") return setProblem(new Refused(0, { title: "Who decides", detail: "Write your name first." }));
    try {
      await send("/api/decisions", { by: reviewer.trim(), kind, subjects: [item], why: "adjudicated" }, "*");
      setProblem(undefined);
      forgetAnswers();
    } catch (refused) {
      if (refused instanceof Refused) setProblem(refused);
    }
  };
  return (
    <section className="page">
      <h1>Who reviewed what</h1>
      <p>
        {alpha === undefined
          ? "No event has been reviewed by two people yet, so there is no agreement to measure."
          : `${plural(items, "event")} reviewed by two or more people; Krippendorff’s alpha ${decimal(alpha)} (1: they always agree; 0: as chance would have it).`}
      </p>
      <ReviewerField name={reviewer} onName={setReviewer} />
      {problem && <Failed error={problem} />}
      <h2>{open.length === 0 ? "Nothing to settle" : `${plural(open.length, "event")} to settle`}</h2>
      {open.length > 0 && (
        <ul className="disputed">
          {open.map(({ item, said }) => (
            <li key={item}>
              <Disputed item={item} record={records.get(item)} />: {saidWords(said)}{" "}
              <button type="button" className="small" onClick={() => settle(item, "accept")}>
                Accept<span className="hidden"> {item}</span>
              </button>{" "}
              <button type="button" className="small" onClick={() => settle(item, "reject")}>
                Reject<span className="hidden"> {item}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <>
          <h2>{plural(closed.length, "difference")} settled</h2>
          <ul className="disputed">
            {closed.map(({ item, said }) => (
              <li key={item}>
                <Disputed item={item} record={records.get(item)} />: {saidWords(said)}.{" "}
                <strong>
                  {VERDICT[settled[item]!.value]} by <bdi>{settled[item]!.by}</bdi>
                </strong>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{plural(decisions.data.total, "decision")}</h2>
      {decisions.data.total === 0 && (
        <p className="state">
          Nobody has decided anything yet. <Link href="/review">Begin to review</Link>.
        </p>
      )}
      {decisions.data.total > 0 && (
        <Scroller label="Decisions">
          <table>
            <thead>
              <tr>
                <th scope="col">No.</th>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">On</th>
              </tr>
            </thead>
            <tbody>
              {decisions.data.items.map((decision) => (
                <tr key={decision.id} data-stands={decision.stands}>
                  <td>{number(decision.id)}</td>
                  <td>{instant(decision.at)}</td>
                  <td dir="auto">{decision.by}</td>
                  <td dir="auto">
                    {decisionWords(decision)}
                    {!decision.stands && <span className="quiet"> (taken back)</span>}
                  </td>
                  <td>
                    {decision.subjects.map((subject) => (
                      <span key={subject}>
                        <Link href={to.event(subject)}>{subject}</Link>{" "}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </section>
  );
}

/** So many of those that people differ on are called by who did what to whom; the rest by their ids. */
const NAMED = 50;

function Disputed({ item, record }: { readonly item: string; readonly record: EventRecord | undefined }) {
  if (!record) return <Link href={to.event(item)}>{item}</Link>;
  return (
    <>
      <TypeTag type={record.type} mode={record.mode} />{" "}
      <Link href={to.event(item)} dir="auto">
        {headline(record)}
      </Link>
      <span className="quiet"> {[dateRange(record.time), record.place?.name].filter(Boolean).join(", ")}</span>
    </>
  );
}

const VERDICT: Readonly<Record<string, string>> = { accept: "accepted", reject: "rejected", unsure: "not sure" };

function saidWords(said: readonly { readonly by: string; readonly value: string }[]): string {
  return said.map(({ by, value }) => `${by}: ${VERDICT[value] ?? value}`).join("; ");
}
