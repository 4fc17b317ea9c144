import type { Decision } from "../../src/merge/index.ts";
import { instant } from "../app/words.ts";

/** Decisions in words, the latest first, each of those that stand with a way back. */
export function History({
  history,
  standing,
  onUndo,
}: {
  readonly history: readonly Decision[];
  readonly standing: readonly number[];
  readonly onUndo: (id: number) => void;
}) {
  if (history.length === 0) return <p className="quiet">Nobody has decided anything about this event yet.</p>;
  const stands = new Set(standing);
  return (
    <ol className="history" reversed>
      {[...history].reverse().map((decision) => (
        <li key={decision.id} data-stands={stands.has(decision.id)}>
          <bdi>{decision.by}</bdi> {decisionWords(decision)} <time dateTime={decision.at}>{instant(decision.at)}</time>
          {decision.why && <q dir="auto">{decision.why}</q>}
          {stands.has(decision.id) ? (
            <button type="button" className="small" onClick={() => onUndo(decision.id)}>
              Undo<span className="hidden"> decision {decision.id}</span>
            </button>
          ) : (
            <span className="quiet"> taken back</span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** "accepted it", "set killed to 3". */
export function decisionWords(decision: Decision): string {
  switch (decision.kind) {
    case "accept":
      return "accepted it";
    case "reject":
      return "rejected it";
    case "unsure":
      return "was not sure";
    case "same":
      return "found that two tell of the same event";
    case "different":
      return "found that two tell of different events";
    case "split":
      return `took ${decision.subjects.length - 1} of its reports out of it`;
    case "correct":
      return decision.value === null || decision.value === undefined
        ? `emptied ${decision.field}`
        : `set ${decision.field} to ${valueWords(decision.value)}`;
    case "add":
      return "added an event that the coder missed";
    case "undo":
      return `took back decision ${decision.undoes}`;
    case "note":
      return "noted";
  }
}

function valueWords(value: NonNullable<Decision["value"]>): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(String).join("; ");
  const { low, best, high, earliest, latest } = value as Record<string, unknown>;
  if (best !== undefined) return low === high ? String(best) : `${best} (${low}–${high})`;
  if (earliest !== undefined || latest !== undefined) return earliest === latest ? String(earliest) : `${earliest ?? ""} – ${latest ?? ""}`;
  return JSON.stringify(value);
}
