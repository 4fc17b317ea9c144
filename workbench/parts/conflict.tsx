import type { NewDecision } from "../../src/merge/index.ts";
import type { EventDetail } from "../../src/serve/index.ts";
import type { Refused } from "../app/api.ts";
import { decisionWords } from "../event/history.tsx";

/** A decision that was refused because someone else had decided since: both are shown, and the person chooses. */
export function Conflict({
  problem,
  onMine,
  onTheirs,
}: {
  readonly problem: Refused;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) {
  const yours = problem.body.yours as NewDecision | undefined;
  const current = problem.body.current as EventDetail | undefined;
  const theirs = current?.history.at(-1);
  return (
    <div className="conflict" role="alert">
      <strong>Someone else has decided since.</strong>
      <dl>
        <dt>Theirs</dt>
        <dd>{theirs ? `${theirs.by} ${decisionWords(theirs)}` : problem.message}</dd>
        <dt>Yours</dt>
        <dd>{yours && decisionWords({ ...yours, id: 0, at: "" })}</dd>
      </dl>
      <button type="button" onClick={onTheirs}>
        Keep theirs
      </button>
      <button type="button" onClick={onMine}>
        Decide as I did, knowing this
      </button>
    </div>
  );
}
