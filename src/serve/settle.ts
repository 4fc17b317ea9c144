import type { Archive } from "../archive/index.ts";
import { type Decision, type DecisionKind, mergeArchive } from "../merge/index.ts";
import type { ServeContext } from "./context.ts";

/** Kinds that change which reports make up an event. Others are read off the decisions when an event is shown. */
const REGROUPING: ReadonlySet<DecisionKind> = new Set(["same", "different", "split", "add"]);

/** One merge of an archive at a time. */
const running = new WeakMap<Archive, Promise<unknown>>();

/** Brings the events up to date after a decision or new documents: merges again where that can change anything. */
export const settle: ServeContext["settle"] = async (archive, { decision, documents = [] }) => {
  if (decision ? !(await regroups(archive, decision)) : documents.length === 0) return;
  const before = running.get(archive) ?? Promise.resolve();
  const merging = before.catch(() => {}).then(() => mergeArchive(archive));
  running.set(archive, merging);
  await merging;
};

/** Whether a decision changes the grouping; an undo does when what it takes back (or gives back) did. */
async function regroups(archive: Archive, decision: Decision): Promise<boolean> {
  if (decision.kind !== "undo") return REGROUPING.has(decision.kind);
  const all = new Map((await archive.decisions()).map((one) => [one.id, one]));
  let root: Decision | undefined = decision;
  while (root?.kind === "undo" && root.undoes !== undefined) root = all.get(root.undoes);
  // A correction may have been merged into the event since it was made.
  return root !== undefined && (REGROUPING.has(root.kind) || root.kind === "correct");
}
