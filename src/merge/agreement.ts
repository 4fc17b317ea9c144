/** What one person said of one item. */
export interface Rating {
  readonly item: string;
  readonly by: string;
  readonly value: string;
}

export interface Agreement {
  /** Krippendorff's alpha for nominal values: 1 is perfect, 0 what chance would give, below 0 worse than chance. Absent when nothing can be compared. */
  readonly alpha?: number;
  /** Items that two or more people rated. */
  readonly items: number;
  /** Items on which they differ, with what each said: the list to adjudicate, in the order of the items' first rating. */
  readonly disputed: readonly { readonly item: string; readonly said: readonly { readonly by: string; readonly value: string }[] }[];
}

/**
 * How far people agree: Krippendorff's alpha over a coincidence matrix of nominal values (Krippendorff 2011, "Computing Krippendorff's
 * Alpha-Reliability"), for any number of people and with missing ratings. A person's later rating of an item replaces the earlier one.
 */
export function agreement(ratings: readonly Rating[]): Agreement {
  const byItem = new Map<string, Map<string, string>>();
  for (const { item, by, value } of ratings) {
    const said = byItem.get(item) ?? new Map<string, string>();
    said.set(by, value);
    byItem.set(item, said);
  }
  const units = [...byItem].filter(([, said]) => said.size >= 2);
  const totals = new Map<string, number>();
  let pairable = 0;
  let differing = 0;
  for (const [, said] of units) {
    const values = [...said.values()];
    pairable += values.length;
    for (const value of values) totals.set(value, (totals.get(value) ?? 0) + 1);
    let unequal = 0;
    values.forEach((a, i) => values.forEach((b, j) => (unequal += i !== j && a !== b ? 1 : 0)));
    differing += unequal / (values.length - 1);
  }
  let expected = pairable * pairable;
  for (const n of totals.values()) expected -= n * n;
  const disputed = units
    .filter(([, said]) => new Set(said.values()).size > 1)
    .map(([item, said]) => ({ item, said: [...said].map(([by, value]) => ({ by, value })) }));
  if (units.length === 0) return { items: 0, disputed };
  // All values alike: nothing could have differed, and alpha's quotient is 0/0; agreement is complete.
  const alpha = expected === 0 ? 1 : 1 - ((pairable - 1) * differing) / expected;
  return { alpha, items: units.length, disputed };
}
