/** Two reports by their indices, and the log-odds of their telling of one event. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

export interface ClusterRules {
  /** Log-odds of any two reports. */
  score(a: number, b: number): number;
  /** Clusters are joined while the mean score between their members is at least this. */
  readonly threshold: number;
  /** Reports that the machine may never join: two events of one article, what a person told apart. */
  apart(a: number, b: number): boolean;
  /** What a person told apart. */
  told(a: number, b: number): boolean;
  /** What a person joined. */
  readonly together?: readonly (readonly [number, number])[];
}

/** Of large clusters, so many members stand for all: the cost of a join is bounded. */
const SPOKESMEN = 8;

/**
 * Groups of reports by mean linkage: the strongest link first (then by the ids' order), two groups are joined if the mean score
 * between their members reaches the threshold and nobody in one must be apart from anybody in the other. What people joined is
 * joined in the end, groups and all, and not judged. The indices must follow the ids' order: then the result does not depend on the order of the links.
 */
export function cluster(links: readonly Link[], rules: ClusterRules): number[][] {
  const groupOf = new Map<number, number[]>();
  const group = (i: number) => {
    let members = groupOf.get(i);
    if (!members) groupOf.set(i, (members = [i]));
    return members;
  };
  const join = (x: number[], y: number[]) => {
    const joined = [...x, ...y].sort((p, q) => p - q);
    for (const member of joined) groupOf.set(member, joined);
  };
  const ordered = [...links].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of ordered) {
    const x = group(a);
    const y = group(b);
    if (x === y || x.some((p) => y.some((q) => rules.apart(p, q)))) continue;
    if (x.length === 1 && y.length === 1 ? rules.score(a, b) >= rules.threshold : meanScore(x, y, rules) >= rules.threshold) join(x, y);
  }
  for (const [a, b] of rules.together ?? []) {
    const [x, y] = [group(a), group(b)];
    if (x === y) continue;
    if (!x.some((p) => y.some((q) => rules.told(p, q)))) join(x, y);
    else {
      // Somebody told others of the two groups apart: only the report itself goes over.
      const left = y.filter((member) => member !== b);
      for (const member of left) groupOf.set(member, left);
      join(x, [b]);
    }
  }
  return [...new Set(groupOf.values())].sort((x, y) => x[0]! - y[0]!);
}

function meanScore(x: readonly number[], y: readonly number[], rules: ClusterRules): number {
  const [left, right] = [spokesmen(x), spokesmen(y)];
  let sum = 0;
  for (const a of left) for (const b of right) sum += rules.score(a, b);
  return sum / (left.length * right.length);
}

/** Members spread evenly over a group. */
function spokesmen(group: readonly number[]): readonly number[] {
  if (group.length <= SPOKESMEN) return group;
  return Array.from({ length: SPOKESMEN }, (_, i) => group[Math.floor((i * group.length) / SPOKESMEN)]!);
}
