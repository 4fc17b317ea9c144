import type { ActorCount, Pair } from "../query.ts";
import { type Columns, ROLE } from "./columns.ts";
import { greatest } from "./facets.ts";
import type { Rows } from "./select.ts";

/** Who acts upon whom, the most frequent pairs first. */
export function pairsOf(columns: Columns, rows: Rows, top: number): Pair[] {
  const many = columns.nameShown.length;
  const counts = new Map<number, number>();
  const { nameStart, names, roles } = columns;
  const { actor, recipient } = ROLE;
  for (const row of rows) {
    const from = nameStart[row]!;
    const to = nameStart[row + 1]!;
    for (let a = from; a < to; a++) {
      if (roles[a] !== actor) continue;
      for (let r = from; r < to; r++) {
        if (roles[r] !== recipient) continue;
        const pair = names[a]! * many + names[r]!;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
  }
  const least = leastOf([...counts.values()], top);
  const name = (id: number) => columns.nameShown[id]!;
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([pair, count]) => ({ actor: name(Math.floor(pair / many)), recipient: name(pair % many), count }))
    .sort((a, b) => b.count - a.count || (a.actor !== b.actor ? (a.actor < b.actor ? -1 : 1) : a.recipient < b.recipient ? -1 : 1))
    .slice(0, top);
}

/** The `top`th greatest count: what is below it need not be named and sorted. */
function leastOf(counts: readonly number[], top: number): number {
  return Int32Array.from(counts).sort().at(-top) ?? 0;
}

/** Who acts and is acted upon, the most often named first. */
export function actorsOf(columns: Columns, rows: Rows, top: number): ActorCount[] {
  const acts = new Int32Array(columns.nameShown.length);
  const receives = new Int32Array(columns.nameShown.length);
  const both = new Int32Array(columns.nameShown.length);
  eachParticipant(columns, rows, (name, role) => {
    (role === ROLE.actor ? acts : receives)[name]!++;
    both[name]!++;
  });
  const shown = greatest(both, top, columns.nameDictionary.values);
  const wanted = new Map(shown.map((name) => [name, new Set<number>()]));
  eachParticipant(columns, rows, (name, _, who) => wanted.get(name)?.add(who));
  return shown.map((name) => {
    const all = [...wanted.get(name)!].map((who) => columns.somebodies[who]!);
    const most = (values: readonly (string | undefined)[]) =>
      values.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);
    const [known, country] = [most(all.map((one) => one.known)), most(all.map((one) => one.country))];
    return {
      name: columns.nameShown[name]!,
      ...(known !== undefined && { known }),
      kind: most(all.map((one) => one.kind)) ?? "null",
      ...(country !== undefined && { country }),
      acts: acts[name]!,
      receives: receives[name]!,
    };
  });
}

function eachParticipant(columns: Columns, rows: Rows, see: (name: number, role: number, who: number) => void): void {
  const { nameStart, names, roles, whos } = columns;
  for (const row of rows) {
    const end = nameStart[row + 1]!;
    for (let i = nameStart[row]!; i < end; i++) {
      const role = roles[i]!;
      if (role === ROLE.actor || role === ROLE.recipient) see(names[i]!, role, whos[i]!);
    }
  }
}
