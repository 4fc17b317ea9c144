const NONE = -1;
const LOW = -0x40000000;

/**
 * The highest-scoring tree with exactly one root. `arcs[d * n + h]` scores head h for dependent d, `root[d]` the root for d; all are
 * integers of less than 2^30. Each word's best head is taken; where that makes a cycle or several roots, Chu-Liu and Edmonds'
 * algorithm decides (cubic at worst, on sentences of bounded length). Returns a head each, -1 for the root.
 */
export function bestTree(n: number, arcs: Int32Array, root: Int32Array): Int16Array {
  const greedy = new Int16Array(n);
  let roots = 0;
  for (let d = 0; d < n; d++) {
    let best = root[d]!;
    let head = NONE;
    for (let h = 0; h < n; h++) {
      if (h !== d && arcs[d * n + h]! > best) {
        best = arcs[d * n + h]!;
        head = h;
      }
    }
    if (head === NONE) roots++;
    greedy[d] = head;
  }
  if (roots === 1 && isTree(greedy)) return greedy;
  // One root: of the words, the one that loses least by being it (against its best other head).
  let chosen = 0;
  let gain = Number.NEGATIVE_INFINITY;
  for (let d = 0; d < n; d++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let h = 0; h < n; h++) if (h !== d && arcs[d * n + h]! > best) best = arcs[d * n + h]!;
    const g = n === 1 ? 0 : root[d]! - best;
    if (g > gain) {
      gain = g;
      chosen = d;
    }
  }
  return spanningTree(n, arcs, chosen);
}

function isTree(heads: Int16Array): boolean {
  const seen = new Int16Array(heads.length);
  for (let i = 0; i < heads.length; i++) {
    let w = i;
    while (w !== NONE && seen[w] === 0) {
      seen[w] = i + 1;
      w = heads[w]!;
    }
    if (w !== NONE && seen[w] === i + 1) return false;
  }
  return true;
}

/** Chu-Liu and Edmonds with the root given, contracting one cycle at a time over a dense matrix. */
function spanningTree(n: number, arcs: Int32Array, root: number): Int16Array {
  // score[d * n + h]; `from` and `into` remember which real words stand behind an arc between contracted groups.
  const score = new Float64Array(n * n);
  for (let d = 0; d < n; d++) for (let h = 0; h < n; h++) score[d * n + h] = d === h || d === root ? LOW : arcs[d * n + h]!;
  const realHead = new Int16Array(n * n);
  const realDependent = new Int16Array(n * n);
  for (let d = 0; d < n; d++)
    for (let h = 0; h < n; h++) {
      realHead[d * n + h] = h;
      realDependent[d * n + h] = d;
    }
  const alive: boolean[] = new Array(n).fill(true);
  const heads = new Int16Array(n).fill(NONE);
  // The words of each contracted group: the one that is entered from outside tells which arc of its cycle falls away.
  const members = Array.from({ length: n }, (_, d) => [d]);
  const contract = (): void => {
    const best = new Int16Array(n).fill(NONE);
    for (let d = 0; d < n; d++) {
      if (!alive[d] || d === root) continue;
      for (let h = 0; h < n; h++)
        if (alive[h] && h !== d && (best[d] === NONE || score[d * n + h]! > score[d * n + best[d]!]!)) best[d] = h;
    }
    const cycle = findCycle(best, alive, root);
    if (cycle === undefined) {
      for (let d = 0; d < n; d++) if (alive[d] && d !== root) heads[realDependent[d * n + best[d]!]!] = realHead[d * n + best[d]!]!;
      return;
    }
    const inside = new Set(cycle);
    const kept = cycle[0]!;
    const inner = cycle.map((d) => ({ d, arc: d * n + best[d]! }));
    const within = inner.map(({ arc }) => ({ score: score[arc]!, head: realHead[arc]!, dependent: realDependent[arc]! }));
    for (let x = 0; x < n; x++) {
      if (!alive[x] || inside.has(x)) continue;
      let enter = 0;
      let leave = 0;
      for (let i = 1; i < cycle.length; i++) {
        const better = score[cycle[i]! * n + x]! - within[i]!.score > score[cycle[enter]! * n + x]! - within[enter]!.score;
        if (better) enter = i;
        if (score[x * n + cycle[i]!]! > score[x * n + cycle[leave]!]!) leave = i;
      }
      const into = cycle[enter]! * n + x;
      const out = x * n + cycle[leave]!;
      const entering = { score: score[into]! - within[enter]!.score, head: realHead[into]!, dependent: realDependent[into]! };
      const leaving = { score: score[out]!, head: realHead[out]!, dependent: realDependent[out]! };
      score[kept * n + x] = entering.score;
      realHead[kept * n + x] = entering.head;
      realDependent[kept * n + x] = entering.dependent;
      score[x * n + kept] = leaving.score;
      realHead[x * n + kept] = leaving.head;
      realDependent[x * n + kept] = leaving.dependent;
    }
    const groups = cycle.map((d) => members[d]!);
    members[kept] = groups.flat();
    for (const d of cycle) if (d !== kept) alive[d] = false;
    contract();
    const entered = groups.findIndex((words) => words.some((w) => heads[w] !== NONE));
    within.forEach(({ head, dependent }, i) => {
      if (i !== entered) heads[dependent] = head;
    });
  };
  contract();
  return heads;
}

/** The words of one cycle among the best heads, or undefined. */
function findCycle(best: Int16Array, alive: readonly boolean[], root: number): number[] | undefined {
  const seen = new Int32Array(best.length);
  for (let i = 0; i < best.length; i++) {
    if (!alive[i] || seen[i] !== 0) continue;
    let w = i;
    while (w !== NONE && w !== root && seen[w] === 0) {
      seen[w] = i + 1;
      w = best[w]!;
    }
    if (w === NONE || w === root || seen[w] !== i + 1) continue;
    const cycle = [w];
    for (let v = best[w]!; v !== w; v = best[v]!) cycle.push(v);
    return cycle;
  }
  return undefined;
}
