import { decided } from "./apply-decisions.ts";
import { byPublication, eachCandidate } from "./blocks.ts";
import { cluster, type Link } from "./cluster.ts";
import type { Decision } from "./decision.ts";
import { type Former, keepIds, type Move } from "./event-ids.ts";
import type { EventRecord } from "./event-record.ts";
import { judge, loadWeights, scorePair, type Weights } from "./judge.ts";
import { mergedRecord } from "./merged-record.ts";
import type { PolicyOptions } from "./policy.ts";
import { mentionFinder, standing, verdictsOf } from "./resolve-decisions.ts";
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
  const weights = options.weights ?? loadWeights();
  const held = standing(decisions);
  const finder = mentionFinder(records);
  const added = held.flatMap((decision) => addedRecord(decision) ?? []);
  const views = [...records, ...added].map(viewOf).sort(byPublication);
  const groups = groupViews(views, held.length === 0 ? undefined : verdictsOf(held, finder), weights, options);
  const named = groups.map((group) => group.map((i) => views[i]!.id));
  const { ids, moves } = keepIds(named, options.former ?? []);
  const events = groups.map((group, i) => {
    const members = group.map((index) => views[index]!);
    const record = mergedRecord(ids[i]!, members, options);
    return group.length === 1 ? record : { ...record, why: reasons(members, weights) };
  });
  const eventOf = new Map(groups.flatMap((group, i) => group.map((member) => [member, i] as const)));
  const linked = linkSeries(events, views, groups, eventOf);
  return { events: held.length === 0 ? linked : linked.flatMap((event) => decided(event, held, finder) ?? []), moves };
}

/** Which views tell of one event: indices in ascending order, every view in one group. The views must be in the order of `byPublication`. */
export function groupViews(
  views: readonly View[],
  verdicts: ReturnType<typeof verdictsOf> | undefined,
  weights: Weights,
  { onProgress, signal }: Pick<MergeOptions, "onProgress" | "signal"> = {},
): number[][] {
  const links: Link[] = [];
  let compared = 0;
  eachCandidate(views, (a, b) => {
    if (++compared % 100_000 === 0) {
      signal?.throwIfAborted();
      onProgress?.(a, views.length);
    }
    const [x, y] = [views[a]!, views[b]!];
    if (x.document === y.document || isSeries(x) !== isSeries(y)) return;
    const score = scorePair(x, y, weights);
    if (score >= weights.threshold) links.push({ a, b, score });
  });
  const at = new Map(verdicts ? views.map((view, i) => [view.id, i] as const) : []);
  const indices = (pairs: readonly (readonly [string, string])[]) =>
    pairs.flatMap(([a, b]) => {
      const [x, y] = [at.get(a), at.get(b)];
      return x === undefined || y === undefined ? [] : [[Math.min(x, y), Math.max(x, y)] as const];
    });
  const apart = new Set(indices(verdicts?.apart ?? []).map(([a, b]) => a * views.length + b));
  const grouped = cluster(links, {
    score: (a, b) => scorePair(views[a]!, views[b]!, weights),
    threshold: weights.threshold,
    apart: (a, b) => views[a]!.document === views[b]!.document || apart.has(Math.min(a, b) * views.length + Math.max(a, b)),
    together: indices(verdicts?.together ?? []),
  });
  const found = new Set(grouped.flat());
  const alone = views.flatMap((_, i) => (found.has(i) ? [] : [[i]]));
  return [...grouped, ...alone].sort((x, y) => x[0]! - y[0]!);
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
  groups: readonly number[][],
  eventOf: ReadonlyMap<number, number>,
): readonly EventRecord[] {
  if (!views.some(isSeries)) return events;
  const links = new Map<number, Map<number, "part of" | "has part">>();
  const link = (from: number, to: number, kind: "part of" | "has part") => {
    const known = links.get(from) ?? new Map();
    links.set(from, known.set(to, kind));
  };
  eachCandidate(views, (a, b) => {
    const [x, y] = [views[a]!, views[b]!];
    if (isSeries(x) === isSeries(y)) return;
    const [series, member] = isSeries(x) ? [a, b] : [b, a];
    if (!memberOf(views[member]!, views[series]!)) return;
    const [whole, part] = [eventOf.get(series)!, eventOf.get(member)!];
    if (whole === part) return;
    link(part, whole, "part of");
    link(whole, part, "has part");
  });
  return events.map((event, i) => {
    const mine = links.get(i);
    if (!mine || groups[i]!.length === 0) return event;
    return { ...event, links: [...mine].sort((p, q) => p[0] - q[0]).map(([to, kind]) => ({ kind, event: events[to]!.id })) };
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
