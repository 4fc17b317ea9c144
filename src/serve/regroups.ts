import type { Archive } from "../archive/index.ts";
import type { Decision, DecisionKind } from "../merge/index.ts";

/** Kinds that change which reports make up an event. Others are read off the decisions when an event is shown. */
const REGROUPING: ReadonlySet<DecisionKind> = new Set(["same", "different", "split", "add"]);

/** Whether a decision changes the grouping, so that merging has to follow; an undo does when what it takes back (or gives back) did. */
export async function regroups(archive: Archive, decision: Decision): Promise<boolean> {
  if (decision.kind !== "undo") return REGROUPING.has(decision.kind);
  const all = new Map((await archive.decisions()).map((one) => [one.id, one]));
  let root: Decision | undefined = decision;
  while (root?.kind === "undo" && root.undoes !== undefined) root = all.get(root.undoes);
  // A correction may have been merged into the event since it was made.
  return root !== undefined && (REGROUPING.has(root.kind) || root.kind === "correct");
}
