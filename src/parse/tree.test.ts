import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestTree } from "./tree.ts";

/** The best one-rooted tree by trying all. */
function exhaustive(n: number, arcs: Int32Array, root: Int32Array): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(n).fill(-1);
  const tryFrom = (d: number, roots: number, score: number): void => {
    if (d === n) {
      const reaches = heads.every((_, i) => {
        let w = i;
        for (let k = 0; k <= n && w !== -1; k++) w = heads[w]!;
        return w === -1;
      });
      if (roots === 1 && reaches && score > best) best = score;
      return;
    }
    for (let h = -1; h < n; h++) {
      if (h === d || (h === -1 && roots === 1)) continue;
      heads[d] = h;
      tryFrom(d + 1, roots + (h === -1 ? 1 : 0), score + (h === -1 ? root[d]! : arcs[d * n + h]!));
    }
  };
  tryFrom(0, 0, 0);
  return best;
}

describe("bestTree", () => {
  it("is a tree with one root, and as good as the best for the root it takes", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 5 })
          .chain((n) =>
            fc.tuple(
              fc.constant(n),
              fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n * n, maxLength: n * n }),
              fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n, maxLength: n }),
            ),
          ),
        ([n, a, r]) => {
          const arcs = Int32Array.from(a);
          const root = Int32Array.from(r);
          const heads = bestTree(n, arcs, root);
          expect([...heads].filter((h) => h === -1)).toHaveLength(1);
          for (let i = 0; i < n; i++) {
            let w = i;
            for (let k = 0; k <= n && w !== -1; k++) w = heads[w]!;
            expect(w).toBe(-1);
          }
          const chosen = heads.indexOf(-1);
          const only = root.map((v, i) => (i === chosen ? v : -1_000_000));
          const score = [...heads].reduce((sum, h, d) => sum + (h === -1 ? root[d]! : arcs[d * n + h]!), 0);
          expect(score).toBe(exhaustive(n, arcs, only));
        },
      ),
      { numRuns: 400, seed: 3 },
    );
  });
});
