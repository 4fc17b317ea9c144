import { useDeferredValue, useEffect, useRef, useState } from "react";
import type { NewDecision } from "../../src/merge/index.ts";
import { Link } from "../app/link.tsx";
import { to, useSearch } from "../app/location.ts";
import { number, plural } from "../app/words.ts";
import { EditField } from "../event/edit-field.tsx";
import { Fields } from "../event/fields.tsx";
import { Reports } from "../event/reports.tsx";
import { Legend, selectedSpan } from "../parts/annotated-text.tsx";
import { Conflict } from "../parts/conflict.tsx";
import { headline } from "../parts/event-words.tsx";
import { ReviewerField, useReviewer } from "../parts/reviewer.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { TypeTag } from "../parts/type-tag.tsx";
import { Candidates } from "./candidates.tsx";
import { ACTIONS, type Action, useKeyActions, useKeys } from "./keys.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { MissedEvent } from "./missed-event.tsx";
import { useOnItem } from "./on-item.ts";
import { useQueue } from "./queue.ts";
import { QueueFilter } from "./queue-filter.tsx";

/** Events one at a time: evidence on the left, fields on the right, one key decides. */
export function Review() {
  const [search] = useSearch();
  const params = new URLSearchParams(search);
  if (!params.has("review")) params.set("review", "open");
  if (!params.has("sort")) {
    params.set("sort", "confidence");
    params.set("ascending", "true");
  }
  const queue = useQueue(params.toString());
  const { items, detail, at } = queue;
  // What it could be the same as comes a moment after the event itself: a person reads that first.
  const settledDetail = useDeferredValue(detail);
  const [reviewer, setReviewer] = useReviewer();
  const [keys, setKeys, resetKeys] = useKeys();
  const [help, setHelp] = useState(false);
  const shownId = detail?.record.id;
  const { active, setActive, field, setField, missed, setMissed, selected, setSelected, candidate, setCandidate } = useOnItem(shownId);
  const [notice, setNotice] = useState<string>();
  const evidence = useRef<HTMLElement>(null);

  useEffect(() => {
    const look = () => {
      const box = getSelection()?.anchorNode?.parentElement?.closest<HTMLElement>("[data-document]");
      const span = selectedSpan(box ?? null);
      if (!span || !box || !evidence.current?.contains(box) || !detail) return;
      const text = detail.texts[box.dataset.document!]?.text.slice(span[0], span[1]).trim();
      if (text) setSelected({ document: box.dataset.document!, span, text });
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [detail, setSelected]);

  const decide = (what: Omit<NewDecision, "by" | "subjects"> & { readonly subjects?: readonly string[] }, move: boolean) => {
    if (!detail) return;
    if (reviewer.trim() === "") return setNotice("Write your name first: each decision carries one.");
    setNotice(undefined);
    queue.decide({ by: reviewer.trim(), subjects: [detail.record.id], ...what }, { move, last: detail.last });
  };
  const act = (action: Action) => {
    switch (action) {
      case "accept":
      case "reject":
      case "unsure":
        return decide({ kind: action }, true);
      case "same":
      case "different":
        if (!detail || candidate === undefined)
          return setNotice("Nothing here looks like the same event: there is nothing to compare with.");
        return decide({ kind: action, subjects: [detail.record.id, candidate] }, false);
      case "correct":
        return setField("type");
      case "missed":
        return setMissed(true);
      case "undo":
        return reviewer.trim() === "" ? setNotice("Write your name first.") : void queue.undo(reviewer.trim());
      case "next":
        return queue.move(1);
      case "previous":
        return queue.move(-1);
      case "help":
        return setHelp(true);
    }
  };
  useKeyActions(keys, act);
  const key = (action: Action) => keys.on && <kbd>{keys.of[action]}</kbd>;
  const done = items?.filter((item) => item.decided !== undefined).length ?? 0;

  return (
    <section className="page review">
      <header className="review-head">
        <h1>Review</h1>
        <QueueFilter />
        <span role="status" className="quiet">
          {items && `${plural(queue.total, "event")} to review; ${number(done)} decided just now`}
        </span>
        <Link href="/review/agreement">Who reviewed what</Link>
        <button type="button" className="small" onClick={() => setHelp(true)}>
          {key("help")}Keys
        </button>
      </header>
      {items && <progress max={Math.max(1, queue.total)} value={done} aria-label="Decided" />}
      <div className="actions">
        <ReviewerField name={reviewer} onName={setReviewer} />
        {(["accept", "reject", "unsure", "correct", "missed"] as const).map((action) => (
          <button key={action} type="button" onClick={() => act(action)} disabled={!detail}>
            {key(action)}
            {NAMES[action]}
          </button>
        ))}
        <button type="button" onClick={() => act("undo")} disabled={queue.undoable === 0}>
          {key("undo")}Undo
        </button>
        <button type="button" onClick={() => act("previous")} disabled={at === 0}>
          {key("previous")}Previous
        </button>
        <button type="button" onClick={() => act("next")} disabled={!items || at >= items.length}>
          {key("next")}Next
        </button>
      </div>
      {notice && (
        <p className="state failed" role="alert">
          {notice}
        </p>
      )}
      {queue.trouble && <TroubleBox queue={queue} by={reviewer.trim()} />}
      {queue.error && <Failed error={queue.error} />}
      {!items && !queue.error && <Loading what="the events to review" />}
      {items && at >= items.length && (
        <p className="state" role="status">
          {items.length === 0 ? "Nothing here waits for review. Choose other events above." : "That was the last one."}
        </p>
      )}
      {items && at < items.length && !detail && !queue.error && <Loading what="the event" />}
      {detail && items && at < items.length && (
        <div className="review-columns">
          <section ref={evidence} aria-labelledby="evidence">
            <h2 className="hidden" id="evidence">
              Evidence
            </h2>
            <Legend />
            <Reports key={detail.record.id} detail={detail} active={active} onActive={setActive} whole />
            {selected && (
              <div className="selection" role="status">
                <q dir="auto">{selected.text.length > 80 ? `${selected.text.slice(0, 79)}…` : selected.text}</q>
                {(["actors", "recipients", "place", "time", "killed", "injured"] as const).map((name) => (
                  <button key={name} type="button" className="small" onClick={() => setField(name)}>
                    {SET[name]}
                  </button>
                ))}
                <button type="button" className="small" onClick={() => setSelected(undefined)}>
                  Forget these words
                </button>
              </div>
            )}
          </section>
          <section aria-label="Fields">
            <h2 dir="auto">
              <Link href={to.event(detail.record.id)}>{headline(detail.record)}</Link>
            </h2>
            <p>
              <TypeTag type={detail.record.type} mode={detail.record.mode} />{" "}
              {detail.review !== "open" && (
                <span className="badge" data-review={detail.review}>
                  {detail.review}
                </span>
              )}
            </p>
            {missed ? (
              <MissedEvent
                selected={selected}
                document={detail.record.reports[0]!.document}
                onCancel={() => setMissed(false)}
                onSave={(decision) => {
                  decide(decision, false);
                  setMissed(false);
                }}
              />
            ) : (
              <>
                <Fields
                  record={detail.record}
                  corrected={detail.corrected}
                  active={active}
                  onActive={setActive}
                  edit={(name) => (
                    <button type="button" className="small" onClick={() => setField(name)}>
                      Correct<span className="hidden"> {name}</span>
                    </button>
                  )}
                />
                <EditField
                  // Made anew for what is corrected; left alone where nothing is: form fields that come and go are costly.
                  key={field === undefined ? "none" : `${detail.record.id} ${field} ${detail.last}`}
                  record={detail.record}
                  field={field}
                  onField={setField}
                  offered={selected && field !== "type" ? selected.text : undefined}
                  onSave={(name, value, why) => {
                    decide({ kind: "correct", field: name, value, ...(why && { why }), ...(selected && { evidence: [selected] }) }, false);
                    setField(undefined);
                    setSelected(undefined);
                  }}
                />
                {settledDetail && (
                  <Candidates
                    record={settledDetail.record}
                    behind={settledDetail !== detail}
                    chosen={candidate}
                    onChosen={setCandidate}
                    onSame={() => act("same")}
                    onDifferent={() => act("different")}
                    keyOf={key}
                  />
                )}
              </>
            )}
          </section>
        </div>
      )}
      {help && <KeysDialog keys={keys} onKeys={setKeys} onReset={resetKeys} onClose={() => setHelp(false)} />}
    </section>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  accept: "Accept",
  reject: "Reject",
  unsure: "Unsure",
  correct: "Correct",
  missed: "New event",
};
const SET = { actors: "Who", recipients: "To whom", place: "Where", time: "When", killed: "Killed", injured: "Injured" } as const;

function TroubleBox({ queue, by }: { readonly queue: ReturnType<typeof useQueue>; readonly by: string }) {
  const { refused, decision, item } = queue.trouble!;
  const clear = () => {
    queue.setTrouble(undefined);
    queue.refresh(item).catch(() => {});
  };
  if (refused.status !== 412) return <Failed error={refused} />;
  return (
    <Conflict
      problem={refused}
      onTheirs={clear}
      onMine={() => {
        queue.show(item);
        queue.setTrouble(undefined);
        queue.refresh(item).then(() => queue.decide({ ...decision, by }, { move: false, match: "*", last: 0 }));
      }}
    />
  );
}

export { ACTIONS };
