/** A document's coreference: groups of mention keys, gold and found. */
export interface Scored {
  readonly gold: readonly (readonly string[])[];
  readonly found: readonly (readonly string[])[];
}

/**
 * MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998) and CEAF-e (Luo 2005, phi4) summed over documents, and their mean, the
 * "CoNLL" figure. Single mentions count as groups of one, as GUM marks them; given without them too.
 */
export function conllF1(documents: readonly Scored[]): string {
  const all = measure(documents);
  const joined = measure(
    documents.map(({ gold, found }) => ({ gold: gold.filter((g) => g.length > 1), found: found.filter((g) => g.length > 1) })),
  );
  return `with single mentions ${all}; without ${joined}`;
}

function measure(documents: readonly Scored[]): string {
  const f = [muc, bCubed, ceafE].map((metric) => {
    let [rn, rd, pn, pd] = [0, 0, 0, 0];
    for (const { gold, found } of documents) {
      const [n, d, m, e] = metric(gold, found);
      rn += n;
      rd += d;
      pn += m;
      pd += e;
    }
    const [r, p] = [rd ? rn / rd : 0, pd ? pn / pd : 0];
    return p + r ? (2 * p * r) / (p + r) : 0;
  });
  const [a, b, c] = f.map((x) => (100 * x).toFixed(1));
  return `MUC ${a} B3 ${b} CEAFe ${c} mean ${((100 * f.reduce((x, y) => x + y, 0)) / 3).toFixed(1)}`;
}

type Groups = readonly (readonly string[])[];
type Sums = readonly [recallHits: number, recallOf: number, precisionHits: number, precisionOf: number];

function owners(groups: Groups): ReadonlyMap<string, number> {
  return new Map(groups.flatMap((g, i) => g.map((m) => [m, i] as const)));
}

function muc(gold: Groups, found: Groups): Sums {
  const links = (a: Groups, b: Groups): [number, number] => {
    const owner = owners(b);
    let hit = 0;
    let of = 0;
    for (const g of a) {
      const parts = new Set(g.map((m) => owner.get(m) ?? `alone ${m}`)).size;
      hit += g.length - parts;
      of += g.length - 1;
    }
    return [hit, of];
  };
  return [...links(gold, found), ...links(found, gold)] as const;
}

function bCubed(gold: Groups, found: Groups): Sums {
  const half = (a: Groups, b: Groups): [number, number] => {
    const owner = owners(b);
    let hit = 0;
    let of = 0;
    for (const g of a) {
      const shared = new Map<number, number>();
      for (const m of g) {
        const o = owner.get(m);
        if (o !== undefined) shared.set(o, (shared.get(o) ?? 0) + 1);
      }
      for (const n of shared.values()) hit += (n * n) / g.length;
      of += g.length;
    }
    return [hit, of];
  };
  return [...half(gold, found), ...half(found, gold)] as const;
}

/** phi4 with a greedy one-to-one alignment, largest similarity first: within a hair of the optimum, and never above it. */
function ceafE(gold: Groups, found: Groups): Sums {
  const owner = owners(found);
  const similar: { i: number; j: number; phi: number }[] = [];
  gold.forEach((g, i) => {
    const shared = new Map<number, number>();
    for (const m of g) {
      const j = owner.get(m);
      if (j !== undefined) shared.set(j, (shared.get(j) ?? 0) + 1);
    }
    for (const [j, n] of shared) similar.push({ i, j, phi: (2 * n) / (g.length + found[j]!.length) });
  });
  const usedGold = new Set<number>();
  const usedFound = new Set<number>();
  let total = 0;
  for (const { i, j, phi } of similar.sort((a, b) => b.phi - a.phi)) {
    if (usedGold.has(i) || usedFound.has(j)) continue;
    usedGold.add(i);
    usedFound.add(j);
    total += phi;
  }
  return [total, gold.length, total, found.length] as const;
}
