import type { Decision } from "./decision.ts";
import type { EventRecord } from "./event-record.ts";
import { comparable } from "./group-views.ts";
import { scorePair, type Weights } from "./judge.ts";
import type { MergeIndex } from "./merge-store.ts";
import type { Neighbourhood } from "./neighbourhood.ts";
import type { MentionFinder } from "./resolve-decisions.ts";

/** The mentions whose group may have changed, and the events that held them. */
export interface Touched {
  readonly mentions: ReadonlySet<string>;
  readonly former: ReadonlyMap<string, EventRecord>;
}

/**
 * All that may have changed with some mentions (new, changed, gone or decided upon): with each mention its event's others, those that a
 * link above the threshold ties to it, and those that decisions name beside it. In a crowded block a new report pushes others out of one
 * another's window, so they are looked at again, too.
 */
export async function touchedBy(
  seeds: Iterable<string>,
  around: Neighbourhood,
  index: MergeIndex,
  rules: {
    readonly weights: Weights;
    readonly decisions: readonly Decision[];
    readonly finder: MentionFinder;
    readonly signal?: AbortSignal;
  },
): Promise<Touched> {
  const { weights, finder, signal } = rules;
  const beside = besides(rules.decisions, finder);
  const changed = new Set(seeds);
  const found = new Set<string>();
  const former = new Map<string, EventRecord>();
  let queue = [...changed];
  while (queue.length > 0) {
    signal?.throwIfAborted();
    const next = new Set<string>();
    await around.load(queue);
    for (const event of await index.eventsWith(queue)) {
      former.set(event.id, event);
      for (const { mention } of event.reports) next.add(mention);
    }
    for (const id of queue) {
      found.add(id);
      for (const other of beside.get(id) ?? []) next.add(other);
      const view = around.view(id);
      if (!view) continue;
      for (const { id: other, crowded } of await around.near(id)) {
        const theirs = around.view(other)!;
        if ((crowded && changed.has(id)) || (comparable(view, theirs) && scorePair(view, theirs, weights) >= weights.threshold))
          next.add(other);
      }
    }
    queue = [...next].filter((id) => !found.has(id));
  }
  return { mentions: new Set([...found].filter((id) => around.view(id) !== undefined)), former };
}

/** Who is named beside whom by decisions on who belongs together. */
function besides(decisions: readonly Decision[], finder: MentionFinder): Map<string, Set<string>> {
  const beside = new Map<string, Set<string>>();
  for (const decision of decisions) {
    if (decision.kind !== "same" && decision.kind !== "different" && decision.kind !== "split") continue;
    const ids = decision.subjects.map((subject, i) => finder.find(decision, i) ?? subject);
    for (const id of ids) {
      const others = beside.get(id) ?? new Set<string>();
      for (const other of ids) others.add(other);
      beside.set(id, others);
    }
  }
  return beside;
}
