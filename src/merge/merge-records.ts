import { decided } from "./apply-decisions.ts";
import { byPublication, Headings } from "./blocks.ts";
import { cluster, type Link } from "./cluster.ts";
import type { Decision } from "./decision.ts";
import { type Former, keepIds, type Move } from "./event-ids.ts";
import type { EventRecord } from "./event-record.ts";
import { judge, loadWeights, scorePair, type Weights } from "./judge.ts";
import { mergedRecord } from "./merged-record.ts";
import type { PolicyOptions } from "./policy.ts";
import { mentionFinder, standing, type Verdicts, verdictsOf } from "./resolve-decisions.ts";
import { isSeries, memberOf } from "./series.ts";
import { type View, viewOf } from "./view.ts";

export interface MergeOptions extends PolicyOptions {
  readonly weights?: Weights;
  /** Events of the merge before, whose ids are to be kept. */
  readonly former?: readonly Former[];
  /** Told now and then how many of the records have been compared. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the work: the signal's reason is thrown. */
  readonly signal?: AbortSignal;
}

export interface Merged {
  /** In the order of their first reports' publication. Rejected events are not among them. */
  readonly events: readonly EventRecord[];
  /** Where ids went that no longer stand. */
  readonly moves: readonly Move[];
}

/** Groups larger than this are told without reasons for each report. */
const TOLD = 12;

/**
 * Events from single reports: a pure function whose result does not depend on the order of the records. What people decided outranks
 * what the machine thinks.
 */
export function mergeRecords(records: readonly EventRecord[], decisions: readonly Decision[] = [], options: MergeOptions = {}): Merged {
  const views = viewsOf(records, decisions);
  return mergeViews(views, new Headings(views), decisions, options);
}

/** The views of records and of the events that people added, in the order that merging works in. */
export function viewsOf(records: readonly EventRecord[], decisions: readonly Decision[]): View[] {
  const added = standing(decisions).flatMap((decision) => addedRecord(decision) ?? []);
  return [...records, ...added].map(viewOf).sort(byPublication);
}

/** Merges the views whose indices are in `only` (default: all), which must hold every view that a link above the threshold leads to. */
export function mergeViews(
  views: readonly View[],
  headings: Headings,
  decisions: readonly Decision[],
  options: MergeOptions,
  only?: ReadonlySet<number>,
): Merged {
  const weights = options.weights ?? loadWeights();
  const held = standing(decisions);
  const finder = mentionFinder(held.length === 0 ? [] : views.map(({ record }) => record));
  const groups = groupViews(views, headings, held.length === 0 ? NO_VERDICTS : verdictsOf(held, finder), options, only);
  const { ids, moves } = keepIds(
    groups.map((group) => group.map((i) => views[i]!.id)),
    options.former ?? [],
  );
  const events = groups.map((group, i) => {
    const members = group.map((index) => views[index]!);
    const record = mergedRecord(ids[i]!, members, options);
    return group.length === 1 ? record : { ...record, why: reasons(members, weights) };
  });
  const linked = linkSeries(events, views, headings, groups);
  return { events: held.length === 0 ? linked : linked.map((event) => decided(event, held, finder)), moves };
}

const NO_VERDICTS: Verdicts = { together: [], apart: [] };

/** Which views tell of one event: indices in ascending order, every view in one group. */
export function groupViews(
  views: readonly View[],
  headings: Headings,
  verdicts: Verdicts,
  { onProgress, signal, weights = loadWeights() }: Pick<MergeOptions, "onProgress" | "signal" | "weights">,
  only?: ReadonlySet<number>,
): number[][] {
  const links: Link[] = [];
  const members = only ? [...only].sort((a, b) => a - b) : views.map((_, i) => i);
  members.forEach((a, done) => {
    if (done % 1000 === 0) {
      signal?.throwIfAborted();
      onProgress?.(done, members.length);
    }
    headings.after(a, (b) => {
      if (only && !only.has(b)) return;
      if (!comparable(views[a]!, views[b]!)) return;
      const score = scorePair(views[a]!, views[b]!, weights);
      if (score >= weights.threshold) links.push({ a, b, score });
    });
  });
  const at = new Map(verdicts === NO_VERDICTS ? [] : views.map((view, i) => [view.id, i] as const));
  const indices = (pairs: readonly (readonly [string, string])[]) =>
    pairs.flatMap(([a, b]) => {
      const [x, y] = [at.get(a), at.get(b)];
      return x === undefined || y === undefined ? [] : [[Math.min(x, y), Math.max(x, y)] as const];
    });
  const apart = new Set(indices(verdicts.apart).map(([a, b]) => a * views.length + b));
  const told = (a: number, b: number) => apart.size > 0 && apart.has(Math.min(a, b) * views.length + Math.max(a, b));
  const grouped = cluster(links, {
    score: (a, b) => scorePair(views[a]!, views[b]!, weights),
    threshold: weights.threshold,
    apart: (a, b) => views[a]!.document === views[b]!.document || told(a, b),
    told,
    together: indices(verdicts.together).filter(([a]) => !only || only.has(a)),
  });
  const found = new Set(grouped.flat());
  return [...grouped, ...members.filter((i) => !found.has(i)).map((i) => [i])].sort((x, y) => x[0]! - y[0]!);
}

/** Two events of one article are two; a series is not one of its members. */
export function comparable(a: View, b: View): boolean {
  return a.document !== b.document && isSeries(a) === isSeries(b);
}

/** Why the reports are taken for one event: for each, what joins it to the first best. */
function reasons(members: readonly View[], weights: Weights): string[] {
  const [first, ...rest] = members;
  return rest.slice(0, TOLD).map((view) => {
    const { reasons, probability } = judge(first!, view, weights);
    const told = reasons
      .filter(({ weight }) => weight > 0)
      .slice(0, 4)
      .map(({ sentence }) => sentence);
    return `${view.id} with ${first!.id} (${Math.round(100 * probability)}%): ${told.length > 0 ? told.join("; ") : "joined through other reports or by a person"}`;
  });
}

/** Series and members are linked, each way. */
function linkSeries(
  events: readonly EventRecord[],
  views: readonly View[],
  headings: Headings,
  groups: readonly (readonly number[])[],
): readonly EventRecord[] {
  const eventOf = new Map(groups.flatMap((group, i) => group.map((member) => [member, i] as const)));
  const links = new Map<number, Map<number, "part of" | "has part">>();
  const link = (from: number, to: number, kind: "part of" | "has part") => links.set(from, (links.get(from) ?? new Map()).set(to, kind));
  for (const [series, whole] of eventOf) {
    if (!isSeries(views[series]!)) continue;
    headings.around(series, (member) => {
      const part = eventOf.get(member);
      if (part === undefined || part === whole || isSeries(views[member]!) || !memberOf(views[member]!, views[series]!)) return;
      link(part, whole, "part of");
      link(whole, part, "has part");
    });
  }
  return events.map((event, i) => {
    const mine = links.get(i);
    return mine ? { ...event, links: [...mine].sort((p, q) => p[0] - q[0]).map(([to, kind]) => ({ kind, event: events[to]!.id })) } : event;
  });
}

/** An event that a person added is a record of its own. */
function addedRecord({ kind, value }: Decision): EventRecord | undefined {
  if (kind !== "add" || typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const record = value as unknown as Partial<EventRecord>;
  const complete =
    typeof record.id === "string" && typeof record.type === "string" && Array.isArray(record.reports) && record.reports.length > 0;
  return complete ? ({ actors: [], recipients: [], instruments: [], confidence: 1, independent: 1, ...record } as EventRecord) : undefined;
}
