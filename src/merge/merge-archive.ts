import { addedEvents } from "./added-events.ts";
import type { Decision } from "./decision.ts";
import { HEADINGS_VERSION } from "./headings.ts";
import { loadWeights } from "./judge.ts";
import { mergeEverything } from "./merge-everything.ts";
import { mergeNew } from "./merge-new.ts";
import type { Held, MergeArchiveOptions, MergeOutcome } from "./merge-run.ts";
import type { MergeState, MergeStore } from "./merge-store.ts";
import { hashWord } from "./rarity.ts";
import { mentionFinder, standing } from "./resolve-decisions.ts";

/**
 * Merges what an archive's articles tell, and writes the events that changed, all or none. Only new or changed mentions, those that new
 * decisions name, and what they are linked to are read and compared; the outcome is the same as comparing everything. Everything is
 * compared the first time, when asked for, and when the policy, the weights or the headings have changed. Stopping it (the signal's
 * reason is thrown) changes no event.
 */
export async function mergeArchive(store: MergeStore, options: MergeArchiveOptions = {}): Promise<MergeOutcome> {
  const [before, decisions] = [await store.merging.state(), await store.decisions()];
  const rule = ruleOf(options);
  const state: MergeState = { rule, decision: decisions.reduce((last, { id }) => Math.max(last, id), 0) };
  const held = await heldIn(store, decisions);
  if (options.all === true || before?.rule !== rule) return mergeEverything(store, held, state, options);
  const since = withUndone(
    decisions.filter(({ id }) => id > before.decision),
    decisions,
  );
  return mergeNew(store, held, since, state, options);
}

/** New decisions, with those that they take back or give back: their subjects are looked at again, too. */
function withUndone(since: readonly Decision[], all: readonly Decision[]): Decision[] {
  const byId = new Map(all.map((decision) => [decision.id, decision]));
  const found = new Map(since.map((decision) => [decision.id, decision]));
  for (let decision of since)
    while (decision.undoes !== undefined && byId.has(decision.undoes) && !found.has(decision.undoes)) {
      decision = byId.get(decision.undoes)!;
      found.set(decision.id, decision);
    }
  return [...found.values()];
}

/** What the events hang on beside the reports: if it changes, all are merged anew. */
function ruleOf({ policy = "most-independent", sources = [], weights = loadWeights() }: MergeArchiveOptions): string {
  return `${HEADINGS_VERSION} ${policy} ${hashWord(JSON.stringify([sources, weights]))}`;
}

async function heldIn(store: MergeStore, decisions: readonly Decision[]): Promise<Held> {
  const held = standing(decisions);
  const added = addedEvents(held);
  const stands = new Set(held);
  const documents = new Set(
    decisions.flatMap(({ subjects, evidence = [] }) => [
      ...subjects.map((id) => id.slice(0, Math.max(0, id.lastIndexOf("#")))),
      ...evidence.map(({ document }) => document),
    ]),
  );
  const mentions = documents.size === 0 ? [] : await store.merging.mentionsOf([...documents]);
  return {
    standing: held,
    added: new Map(added.map((record) => [record.reports[0]!.mention, record])),
    takenBack: addedEvents(decisions.filter((decision) => !stands.has(decision))),
    finder: mentionFinder([...mentions, ...added]),
  };
}
