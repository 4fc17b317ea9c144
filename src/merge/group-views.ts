import type { Neighbours } from "./blocks.ts";
import { cluster, type Link } from "./cluster.ts";
import { loadWeights, scorePair, type Weights } from "./judge.ts";
import type { Verdicts } from "./resolve-decisions.ts";
import type { View } from "./view.ts";

export interface GroupOptions {
  readonly weights?: Weights;
  /** Told now and then how many of the reports have been compared. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the work: the signal's reason is thrown. */
  readonly signal?: AbortSignal;
}

/** Which views tell of one event: indices in ascending order, every view in one group. The views must be in the order of `byPublication`. */
export function groupViews(
  views: readonly View[],
  neighbours: Neighbours,
  verdicts: Verdicts,
  { onProgress, signal, weights = loadWeights() }: GroupOptions = {},
): number[][] {
  const links: Link[] = [];
  for (let a = 0; a < views.length; a++) {
    if (a % 1000 === 0) {
      signal?.throwIfAborted();
      onProgress?.(a, views.length);
    }
    neighbours.after(a, (b) => {
      if (!comparable(views[a]!, views[b]!)) return;
      const score = scorePair(views[a]!, views[b]!, weights);
      if (score >= weights.threshold) links.push({ a, b, score });
    });
  }
  const decided = verdicts.together.length + verdicts.apart.length > 0;
  const at = new Map(decided ? views.map((view, i) => [view.id, i] as const) : []);
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
    together: indices(verdicts.together),
  });
  const found = new Uint8Array(views.length);
  for (const group of grouped) for (const i of group) found[i] = 1;
  const groups = grouped;
  for (let i = 0; i < views.length; i++) if (!found[i]) groups.push([i]);
  return groups.sort((x, y) => x[0]! - y[0]!);
}

/** Two events of one article are two; a series is not one of its members. */
export function comparable(a: View, b: View): boolean {
  return a.document !== b.document && a.series === b.series;
}
