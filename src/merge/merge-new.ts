import { decided, decisionsOn } from "./apply-decisions.ts";
import { byPublication, type Neighbours } from "./blocks.ts";
import type { Decision } from "./decision.ts";
import { keepIds } from "./event-ids.ts";
import type { EventRecord } from "./event-record.ts";
import { groupViews } from "./group-views.ts";
import { loadWeights } from "./judge.ts";
import { type EventLink, SeriesLinks } from "./link-series.ts";
import type { Held, MergeArchiveOptions, MergeOutcome } from "./merge-run.ts";
import type { MergeIndex, MergeState, MergeStore } from "./merge-store.ts";
import { filedOf, Neighbourhood } from "./neighbourhood.ts";
import { verdictsOf } from "./resolve-decisions.ts";
import { memberOf } from "./series.ts";
import { tellEvent } from "./tell-event.ts";
import { touchedBy } from "./touched.ts";
import { type View, Viewer } from "./view.ts";

/** Merges what is new in an archive: reads only what may belong to it. `since`: decisions that were made after the last merge. */
export async function mergeNew(
  store: MergeStore,
  held: Held,
  since: readonly Decision[],
  state: MergeState,
  options: MergeArchiveOptions,
): Promise<MergeOutcome> {
  const index = store.merging;
  const { ids: changed, upTo } = await index.unmerged();
  const around = new Neighbourhood(index, held.added);
  const { file, unfile, seeds } = await seedsOf(changed, since, held, around);
  await index.file(file);
  const rules = {
    weights: options.weights ?? loadWeights(),
    decisions: held.standing,
    finder: held.finder,
    ...(options.signal && { signal: options.signal }),
  };
  const { mentions, former } = await touchedBy(seeds, around, index, rules);
  const views = [...mentions].map((id) => around.view(id)!).sort(byPublication);
  const neighbours = await localNeighbours(views, around);
  const groups = groupViews(views, neighbours, verdictsOf(held.standing, held.finder), options);
  const elsewhere = (await index.events([...mentions])).map(({ id }) => id).filter((id) => !former.has(id));
  const { ids, moves } = keepIds(
    groups.map((group) => group.map((i) => views[i]!.id)),
    [...former.values()].map(({ id, reports }) => ({ id, mentions: reports.map(({ mention }) => mention) })),
    new Set(elsewhere),
  );
  const eventOf = new Map(groups.flatMap((group, g) => group.map((i) => [views[i]!.id, ids[g]!] as const)));
  const links = await linkTouched(views, eventOf, around, index);
  const on = decisionsOn(held.standing, held.finder);
  const events = groups.map((group, g) => {
    const members = group.map((i) => ({ ...views[i]!, record: around.record(views[i]!.id)! }));
    const event = tellEvent(ids[g]!, members, options);
    const linked = links.of(event.id);
    return decided(linked ? { ...event, links: linked } : event, on);
  });
  const put = events.filter((event) => JSON.stringify(former.get(event.id)) !== JSON.stringify(event));
  put.push(...(await relinked(links, former, new Set(ids), index)));
  const stay = new Set(ids);
  const remove = [...former.keys()].filter((id) => !stay.has(id));
  if (changed.length + since.length > 0) await index.write({ put, remove, forward: moves, unfile, state, upTo });
  return { compared: views.length, put: put.length, removed: remove.length, moved: moves.length };
}

/** What has changed: mentions that came, changed or went, those that new decisions name, events that people added or took back. */
async function seedsOf(changed: readonly string[], since: readonly Decision[], held: Held, around: Neighbourhood) {
  const seeds = new Set(changed);
  const fresh = new Set(changed);
  for (const decision of since) {
    decision.subjects.forEach((subject, i) => seeds.add(held.finder.find(decision, i) ?? subject).add(subject));
    // An undo can take back any decision, or another undo: whatever people added is looked at again.
    for (const id of held.added.keys()) fresh.add(id);
    for (const { reports } of held.takenBack) seeds.add(reports[0]!.mention);
  }
  for (const id of fresh) seeds.add(id);
  await around.load(fresh);
  const viewer = new Viewer(64);
  return {
    seeds,
    file: [...fresh].flatMap((id) => around.filed(id) ?? []),
    unfile: since.length === 0 ? [] : held.takenBack.map((record) => filedOf(viewer.view(record), record)),
  };
}

/** Who stands after whom among the touched: as in the whole archive, since the blocks are the archive's. */
async function localNeighbours(views: readonly View[], around: Neighbourhood): Promise<Neighbours> {
  const at = new Map(views.map((view, i) => [view.id, i]));
  const near: { readonly b: number; readonly later: boolean; readonly crowded: boolean }[][] = [];
  for (const { id } of views)
    near.push(
      (await around.near(id)).flatMap(({ id: other, later, crowded }) => (at.has(other) ? [{ b: at.get(other)!, later, crowded }] : [])),
    );
  return {
    after: (a, visit) => near[a]!.forEach(({ b, later }) => later && visit(b)),
    around: (a, visit) => near[a]!.forEach(({ b, crowded }) => visit(b, crowded)),
  };
}

/** Series and members, of which one at least is touched. */
async function linkTouched(
  views: readonly View[],
  eventOf: ReadonlyMap<string, string>,
  around: Neighbourhood,
  index: MergeIndex,
): Promise<SeriesLinks> {
  const pairs: [part: string, whole: string][] = [];
  for (const view of views)
    for (const { id } of await around.near(view.id)) {
      const other = around.view(id)!;
      if (view.series === other.series) continue;
      const [part, whole] = view.series ? [other, view] : [view, other];
      if (memberOf(part, whole)) pairs.push([part.id, whole.id]);
    }
  const outside = [...new Set(pairs.flat())].filter((id) => !eventOf.has(id));
  const event = new Map(eventOf);
  for (const { id, reports } of await index.eventsWith(outside)) for (const { mention } of reports) event.set(mention, id);
  const links = new SeriesLinks();
  for (const [part, whole] of pairs) {
    const [a, b] = [event.get(part), event.get(whole)];
    if (a !== undefined && b !== undefined && a !== b) links.add(a, b);
  }
  return links;
}

/** Events that are not touched but for their links. */
async function relinked(
  links: SeriesLinks,
  former: ReadonlyMap<string, EventRecord>,
  now: ReadonlySet<string>,
  index: MergeIndex,
): Promise<EventRecord[]> {
  const concerned = new Set([...links.events(), ...[...former.values()].flatMap((event) => (event.links ?? []).map((link) => link.event))]);
  const outside = await index.events([...concerned].filter((id) => !now.has(id) && !former.has(id)));
  return outside.flatMap((event) => {
    const { links: were = [], ...rest } = event;
    const merged = new Map<string, EventLink>();
    for (const link of were) if (!former.has(link.event) && !now.has(link.event)) merged.set(link.event, link);
    for (const link of links.of(event.id) ?? []) merged.set(link.event, link);
    const are = [...merged.values()].sort((a, b) => (a.event < b.event ? -1 : 1));
    if (JSON.stringify(are) === JSON.stringify(were)) return [];
    return [are.length > 0 ? { ...event, links: are } : rest];
  });
}
