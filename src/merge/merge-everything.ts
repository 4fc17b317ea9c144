import { decided, decisionsOn } from "./apply-decisions.ts";
import { Filing } from "./blocks.ts";
import { type Former, keepIds } from "./event-ids.ts";
import type { EventRecord } from "./event-record.ts";
import { groupViews } from "./group-views.ts";
import { linkSeries } from "./link-series.ts";
import type { Held, MergeArchiveOptions, MergeOutcome } from "./merge-run.ts";
import type { Filed, MergeState, MergeStore } from "./merge-store.ts";
import { filedOf } from "./neighbourhood.ts";
import { verdictsOf } from "./resolve-decisions.ts";
import { tellEvent } from "./tell-event.ts";
import { Viewer } from "./view.ts";

/** Mentions filed, and groups told, at a time. */
const LOT = 500;

/**
 * Merges a whole archive: mentions are read once into views, grouped, and read again group by group to tell the events. Only the views
 * are held in memory.
 */
export async function mergeEverything(
  store: MergeStore,
  held: Held,
  state: MergeState,
  options: MergeArchiveOptions,
): Promise<MergeOutcome> {
  const index = store.merging;
  const { upTo } = await index.unmerged();
  await index.clear();
  const { views, filing } = await fileEverything(store, held, options.signal);
  const groups = groupViews(views, filing, verdictsOf(held.standing, held.finder), options);
  const former: Former[] = [];
  for await (const { id, reports } of store.records("events")) former.push({ id, mentions: reports.map(({ mention }) => mention) });
  const { ids, moves } = keepIds(
    groups.map((group) => group.map((i) => views[i]!.id)),
    former,
  );
  const groupOf = new Uint32Array(views.length);
  groups.forEach((group, g) => {
    for (const i of group) groupOf[i] = g;
  });
  const links = linkSeries(views, filing, (view) => ids[groupOf[view]!]!);
  const on = decisionsOn(held.standing, held.finder);
  let put = 0;
  for (let g = 0; g < groups.length; g += LOT) {
    options.signal?.throwIfAborted();
    const lot = groups.slice(g, g + LOT);
    const mentions = lot.flat().map((i) => views[i]!.id);
    const records = new Map((await index.mentions(mentions)).map((record) => [record.id, record]));
    const before = new Map((await index.events(ids.slice(g, g + LOT))).map((event) => [event.id, JSON.stringify(event)]));
    const changed = lot.flatMap((group, at) => {
      const members = group.flatMap((i) => {
        const view = views[i]!;
        const record = held.added.get(view.id) ?? records.get(view.id);
        return record ? [{ ...view, record }] : [];
      });
      // Another program took the article away while this one compared: its next merge will tell.
      if (members.length < group.length) return [];
      const event = tellEvent(ids[g + at]!, members, options);
      const linked = links.of(event.id);
      const told = decided(linked ? { ...event, links: linked } : event, on);
      return before.get(told.id) === JSON.stringify(told) ? [] : [told];
    });
    await index.stage(changed);
    put += changed.length;
  }
  const stay = new Set(ids);
  const remove = former.map(({ id }) => id).filter((id) => !stay.has(id));
  await index.write({ put: [], remove, forward: moves, unfile: [], state, upTo });
  return { compared: views.length, put, removed: remove.length, moved: moves.length };
}

async function fileEverything(store: MergeStore, held: Held, signal: AbortSignal | undefined) {
  const viewer = new Viewer();
  const filing = new Filing();
  let lot: Filed[] = [];
  const add = (record: EventRecord) => {
    const view = viewer.view(record);
    const filed = filedOf(view, record);
    filing.add(view, filed.headings);
    lot.push(filed);
  };
  for await (const record of store.records("mentions")) {
    add(record);
    if (lot.length < LOT) continue;
    signal?.throwIfAborted();
    await store.merging.file(lot);
    lot = [];
  }
  for (const record of held.added.values()) add(record);
  await store.merging.file(lot);
  const { views, headings } = filing.inOrder();
  return { views, filing: headings };
}
