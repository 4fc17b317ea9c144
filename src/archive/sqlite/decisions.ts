import type { Decision, DecisionKind, Json, NewDecision } from "../../merge/index.ts";
import type { DecisionQuery } from "../archive.ts";
import { ArchiveError } from "../archive-error.ts";
import type { Connection, Row } from "./connection.ts";

/** Adds a decision inside the caller's transaction. */
export function addDecision(connection: Connection, decision: NewDecision, expect: number | undefined, now: string): Decision {
  const { by, why, kind, subjects, field, value, evidence, undoes } = decision;
  if (by.trim() === "") throw new ArchiveError("invalid", "a decision needs the name of who decides");
  if ((kind === "undo") !== (undoes !== undefined))
    throw new ArchiveError("invalid", "an undo, and only an undo, names the decision it takes back");
  if (expect !== undefined) refuseIfDecidedSince(connection, subjects, expect);
  if (undoes !== undefined) takeBack(connection, undoes);
  const at = decision.at ?? now;
  const id = connection.run("INSERT INTO decisions (at, by, kind, why, field, value, evidence, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [
    at,
    by,
    kind,
    why ?? null,
    field ?? null,
    value === undefined ? null : JSON.stringify(value),
    evidence === undefined ? null : JSON.stringify(evidence),
    undoes ?? null,
  ]);
  subjects.forEach((subject, ordinal) => {
    connection.run("INSERT INTO decision_subjects (decision, ordinal, subject) VALUES (?, ?, ?)", [id, ordinal, subject]);
  });
  connection.run("INSERT INTO standing_decisions (decision) VALUES (?)", [id]);
  return { ...decision, id, at };
}

function refuseIfDecidedSince(connection: Connection, subjects: readonly string[], expect: number): void {
  const last = connection.get(
    `SELECT d.id, d.by FROM decision_subjects s JOIN decisions d ON d.id = s.decision
     WHERE s.subject IN (SELECT value FROM json_each(?)) ORDER BY d.id DESC LIMIT 1`,
    [JSON.stringify(subjects)],
  );
  if (last && Number(last.id) > expect)
    throw new ArchiveError("conflict", `${String(last.by)} has decided on this since (decision ${Number(last.id)}); look at it first`);
}

/** An undo makes a decision stand no more; when that decision was itself an undo, what it had taken back stands again. */
function takeBack(connection: Connection, id: number): void {
  const decision = connection.get("SELECT undoes FROM decisions WHERE id = ?", [id]);
  if (!decision) throw new ArchiveError("missing", `there is no decision ${id}`);
  if (!connection.get("SELECT 1 FROM standing_decisions WHERE decision = ?", [id]))
    throw new ArchiveError("conflict", `decision ${id} has been taken back already`);
  connection.run("DELETE FROM standing_decisions WHERE decision = ?", [id]);
  if (decision.undoes !== null) connection.run("INSERT INTO standing_decisions (decision) VALUES (?)", [Number(decision.undoes)]);
}

export function readDecisions(connection: Connection, query: DecisionQuery): Decision[] {
  const rows = connection.all(
    `SELECT d.*, (SELECT json_group_array(subject) FROM (SELECT subject FROM decision_subjects WHERE decision = d.id ORDER BY ordinal)) AS subjects
     FROM decisions d
     WHERE (?1 IS NULL OR d.id IN (SELECT decision FROM decision_subjects WHERE subject IN (SELECT value FROM json_each(?1))))
       AND (?2 IS NULL OR d.by = ?2)
       AND (?3 = 0 OR d.id IN (SELECT decision FROM standing_decisions))
     ORDER BY d.id`,
    [query.subjects ? JSON.stringify(query.subjects) : null, query.by ?? null, query.standing ? 1 : 0],
  );
  return rows.map(decisionOf);
}

function decisionOf(row: Row): Decision {
  return {
    id: Number(row.id),
    at: String(row.at),
    by: String(row.by),
    kind: row.kind as DecisionKind,
    subjects: JSON.parse(String(row.subjects)) as string[],
    ...(row.why !== null && { why: String(row.why) }),
    ...(row.field !== null && { field: String(row.field) }),
    ...(row.value !== null && { value: JSON.parse(String(row.value)) as Json }),
    ...(row.evidence !== null && { evidence: JSON.parse(String(row.evidence)) as NonNullable<Decision["evidence"]> }),
    ...(row.undoes !== null && { undoes: Number(row.undoes) }),
  };
}
