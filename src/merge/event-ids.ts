/** An event before: its id and the mentions it held. */
export interface Former {
  readonly id: string;
  readonly mentions: readonly string[];
}

export interface Move {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/**
 * Ids for groups of mentions, so that people's bookmarks hold: a group takes the id of the former event of which it has more than half
 * of what is left; of several, of the one with most mentions there, then the earlier id. A new group is called by its first mention.
 * `reserved` are ids of events beside these, which no group may take. Ids that no group took are forwarded to where their mentions went: a merge to one, a split to several.
 */
export function keepIds(
  groups: readonly (readonly string[])[],
  former: readonly Former[],
  reserved: ReadonlySet<string> = new Set(),
): { readonly ids: readonly string[]; readonly moves: readonly Move[] } {
  if (former.length === 0 && reserved.size === 0) return { ids: groups.map(([first]) => first!), moves: [] };
  const groupOf = new Map<string, number>();
  groups.forEach((mentions, i) => {
    for (const mention of mentions) groupOf.set(mention, i);
  });
  const claims: { id: string; group: number; n: number }[] = [];
  const went = new Map<string, Map<number, number>>();
  for (const { id, mentions } of former) {
    const counts = new Map<number, number>();
    let left = 0;
    for (const mention of mentions) {
      const group = groupOf.get(mention);
      if (group === undefined) continue;
      counts.set(group, (counts.get(group) ?? 0) + 1);
      left++;
    }
    went.set(id, counts);
    for (const [group, n] of counts) if (2 * n > left || (2 * n === left && groups[group]!.includes(id))) claims.push({ id, group, n });
  }
  claims.sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
  const ids: (string | undefined)[] = groups.map(() => undefined);
  const taken = new Set<string>();
  for (const { id, group } of claims) {
    if (ids[group] !== undefined || taken.has(id)) continue;
    ids[group] = id;
    taken.add(id);
  }
  const inUse = new Set([...taken, ...former.map(({ id }) => id), ...reserved]);
  const named = ids.map((id, i) => {
    if (id !== undefined) return id;
    // A mention's id that another event is called by may not be given twice.
    const free = groups[i]!.find((mention) => !inUse.has(mention)) ?? `${groups[i]![0]!}+`;
    inUse.add(free);
    return free;
  });
  const moves: Move[] = [];
  for (const [id, counts] of went) {
    const targets = [...counts.keys()]
      .map((group) => named[group]!)
      .filter((to) => to !== id)
      .sort();
    if (taken.has(id) && targets.length === 0) continue;
    const why = counts.size > 1 ? "split" : "merged";
    if (!taken.has(id)) for (const to of targets) moves.push({ from: id, to, why });
  }
  return { ids: named, moves };
}
