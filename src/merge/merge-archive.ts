import { Headings } from "./blocks.ts";
import type { Decision } from "./decision.ts";
import type { EventRecord } from "./event-record.ts";
import { loadWeights, scorePair } from "./judge.ts";
import { comparable, type MergeOptions, mergeViews, viewsOf } from "./merge-records.ts";
import { mentionFinder } from "./resolve-decisions.ts";
import type { View } from "./view.ts";

/** What merging needs of an archive. */
export interface MergeStore {
  records(of: "mentions" | "events"): AsyncIterable<EventRecord>;
  decisions(): Promise<readonly Decision[]>;
  changeEvents(changes: {
    readonly put?: readonly EventRecord[];
    readonly remove?: readonly string[];
    readonly forward?: readonly { readonly from: string; readonly to: string; readonly why: string }[];
  }): Promise<void>;
}

export type MergeArchiveOptions = Omit<MergeOptions, "former"> & {
  /** Compare everything again, not only what is new. */
  readonly all?: boolean;
};

export interface MergeOutcome {
  readonly mentions: number;
  /** Mentions that were compared: the new ones and those that they touch. */
  readonly compared: number;
  /** Events written, because they are new or changed. */
  readonly put: number;
  readonly removed: number;
  readonly moved: number;
}

/**
 * Merges what an archive's articles tell, and writes the events that changed, all or none. Incremental: only new or changed mentions,
 * those that decisions name, and what they are linked to are compared; the outcome is the same as comparing everything. Stopping it
 * (the signal's reason is thrown) changes nothing.
 */
export async function mergeArchive(store: MergeStore, options: MergeArchiveOptions = {}): Promise<MergeOutcome> {
  const mentions: EventRecord[] = [];
  for await (const record of store.records("mentions")) mentions.push(record);
  const former = new Map<string, EventRecord>();
  for await (const record of store.records("events")) former.set(record.id, record);
  options.signal?.throwIfAborted();
  const decisions = await store.decisions();
  const views = viewsOf(mentions, decisions);
  const headings = new Headings(views);
  const rule = [...former.values()].find(({ policy }) => policy !== undefined)?.policy;
  const everything = options.all === true || former.size === 0 || (rule !== undefined && rule !== (options.policy ?? "most-independent"));
  const only = everything ? undefined : touched(views, headings, [...former.values()], decisions, options);
  const formerOf = [...former.values()].map(({ id, reports }) => ({ id, mentions: reports.map(({ mention }) => mention) }));
  const here = new Set(only ? [...only].map((i) => views[i]!.id) : views.map(({ id }) => id));
  const present = new Set(views.map(({ id }) => id));
  const concerned = formerOf.filter(({ mentions }) => mentions.some((m) => here.has(m) || !present.has(m)));
  const { events, moves } = mergeViews(views, headings, decisions, { ...options, former: concerned }, only);
  const stay = new Set(events.map(({ id }) => id));
  const put = events.filter((event) => JSON.stringify(former.get(event.id)) !== JSON.stringify(event));
  const remove = concerned.map(({ id }) => id).filter((id) => !stay.has(id));
  if (put.length + remove.length + moves.length > 0) await store.changeEvents({ put, remove, forward: moves });
  return { mentions: mentions.length, compared: here.size, put: put.length, removed: remove.length, moved: moves.length };
}

/** The views whose group may have changed: new, changed and decided ones, with everything that links or former events tie to them. */
function touched(
  views: readonly View[],
  headings: Headings,
  former: readonly EventRecord[],
  decisions: readonly Decision[],
  options: MergeArchiveOptions,
): Set<number> {
  const weights = options.weights ?? loadWeights();
  const at = new Map(views.map((view, i) => [view.id, i]));
  const eventOf = new Map<string, EventRecord>();
  const found = new Set<number>();
  const queue: number[] = [];
  const add = (id: string | number | undefined) => {
    const i = typeof id === "string" ? at.get(id) : id;
    if (i === undefined || found.has(i)) return;
    found.add(i);
    queue.push(i);
  };
  for (const event of former) {
    for (const report of event.reports) {
      eventOf.set(report.mention, event);
      const now = at.get(report.mention);
      const { copyOf: _, ...was } = report;
      if (now === undefined || JSON.stringify(views[now]!.record.reports[0]) !== JSON.stringify(was))
        for (const { mention } of event.reports) add(mention);
    }
  }
  const finder = mentionFinder(views.map(({ record }) => record));
  for (const decision of decisions) decision.subjects.forEach((subject, i) => add(finder.find(decision, i) ?? subject));
  for (let i = 0; i < views.length; i++) {
    if (eventOf.has(views[i]!.id)) continue;
    add(i);
    // In a crowded block a new report pushes others out of one another's window.
    headings.around(i, (b, crowded) => crowded && add(b));
  }
  for (let a = queue.pop(); a !== undefined; a = queue.pop()) {
    const view = views[a]!;
    for (const { mention } of eventOf.get(view.id)?.reports ?? []) add(mention);
    headings.around(a, (b) => {
      if (!found.has(b) && comparable(view, views[b]!) && scorePair(view, views[b]!, weights) >= weights.threshold) add(b);
    });
  }
  return found;
}
