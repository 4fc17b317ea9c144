import { addedEvents } from "./added-events.ts";
import { decided, decisionsOn } from "./apply-decisions.ts";
import { Filing } from "./blocks.ts";
import type { Decision } from "./decision.ts";
import { type Former, keepIds, type Move } from "./event-ids.ts";
import type { EventRecord } from "./event-record.ts";
import { type GroupOptions, groupViews } from "./group-views.ts";
import { headings } from "./headings.ts";
import { linkSeries } from "./link-series.ts";
import type { PolicyOptions } from "./policy.ts";
import { mentionFinder, standing, verdictsOf } from "./resolve-decisions.ts";
import { tellEvent } from "./tell-event.ts";
import { Viewer } from "./view.ts";

export interface MergeOptions extends PolicyOptions, GroupOptions {
  /** Events of the merge before, whose ids are to be kept. */
  readonly former?: readonly Former[];
}

export interface Merged {
  /** In the order of their first reports' publication. Rejected events are among them, and say so. */
  readonly events: readonly EventRecord[];
  /** Where ids went that no longer stand. */
  readonly moves: readonly Move[];
}

/**
 * Events from single reports: a pure function whose result does not depend on the order of the records. What people decided outranks
 * what the machine thinks. Holds all records and events in memory; `mergeArchive` does not.
 */
export function mergeRecords(records: readonly EventRecord[], decisions: readonly Decision[] = [], options: MergeOptions = {}): Merged {
  const held = standing(decisions);
  const added = addedEvents(held);
  const all = added.length === 0 ? records : [...records, ...added];
  const viewer = new Viewer();
  const filing = new Filing();
  for (const record of all) {
    const view = viewer.view(record);
    filing.add(view, headings(view, record));
  }
  const { views, order, headings: filed } = filing.inOrder();
  const finder = mentionFinder(held.length === 0 ? [] : all);
  const groups = groupViews(views, filed, verdictsOf(held, finder), options);
  const { ids, moves } = keepIds(
    groups.map((group) => group.map((i) => views[i]!.id)),
    options.former ?? [],
  );
  const groupOf = new Uint32Array(views.length);
  groups.forEach((group, g) => {
    for (const i of group) groupOf[i] = g;
  });
  const links = linkSeries(views, filed, (view) => ids[groupOf[view]!]!);
  const subject = decisionsOn(held, finder);
  const events = groups.map((group, g) => {
    const members = group.map((i) => ({ ...views[i]!, record: all[order[i]!]! }));
    const event = tellEvent(ids[g]!, members, options);
    const linked = links.of(event.id);
    return decided(linked ? { ...event, links: linked } : event, subject);
  });
  return { events, moves };
}
