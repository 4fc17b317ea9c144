import { hashWord, loadRarity } from "./rarity.ts";
import type { View } from "./view.ts";

/** Compared with so many neighbours on each side in a block, ordered by publication: a block of any size costs a fixed price a member. */
export const WINDOW = 12;

/** Rarer than one article in about two hundred: such a word is a lead by itself. */
const LEAD = 5.2;
const LEADS = 10;
const PEOPLE = 5;
/** A time of more days is too vague to look under each of its days. */
const VAGUE = 4;

/**
 * Under which headings a report is filed: two reports are compared only if they share one. Each heading is the family of its type with
 * a day and a region, a day and a point, a person's name, or a very rare word.
 */
export function headings(view: View): number[] {
  const keys = new Set<number>();
  const { family } = view;
  const { place } = view.record;
  const add = (kind: string) => keys.add(hashWord(`${family}|${kind}`));
  const days: number[] = [];
  if (view.first !== undefined && view.last !== undefined && view.last - view.first < VAGUE)
    for (let day = view.first; day <= view.last + 1; day++) days.push(day);
  else if (view.published !== undefined) days.push(Math.floor(view.published / 7) * 7 + 0.5);
  const cell =
    place?.latitude === undefined || place.longitude === undefined ? "" : `${Math.round(place.latitude)} ${Math.round(place.longitude)}`;
  for (const day of days) {
    if (cell !== "") add(`d${day} ${cell}`);
    if (place?.country) add(`d${day} ${place.country} ${place.admin1 ?? ""}`);
    for (const actor of [...view.actors, ...view.recipients].filter((name) => name.startsWith("@")).slice(0, 2)) add(`d${day} ${actor}`);
  }
  for (const name of view.people.slice(0, PEOPLE)) add(`p${name}`);
  const rarity = loadRarity();
  let leads = 0;
  for (const word of view.record.reports[0]!.print?.words ?? []) {
    if (rarity.of(word) < LEAD) continue;
    add(`w${word}`);
    if (++leads === LEADS) break;
  }
  return [...keys];
}

const INDEX = 2 ** 21;

/**
 * Calls `pair` once for every two views that share a heading and stand near one another there, the lower index first, in the order of
 * the lower index. The views must be in the order of `byPublication`. Near-linear: one sort of all headings, then a window over each
 * block. At most two million views.
 */
export function eachCandidate(views: readonly View[], pair: (a: number, b: number) => void, window = WINDOW): void {
  if (views.length >= INDEX) throw new RangeError(`at most ${INDEX} reports can be merged at once`);
  const { entries, starts } = fileAll(views);
  const positions = new Uint32Array(entries.length);
  const next = starts.slice();
  for (let p = 0; p < entries.length; p++) positions[next[entries[p]! % INDEX]!++] = p;
  const met = new Int32Array(views.length).fill(-1);
  for (let a = 0; a < views.length; a++) {
    for (let k = starts[a]!; k < starts[a + 1]!; k++) {
      const p = positions[k]!;
      const block = Math.floor(entries[p]! / INDEX);
      for (let q = p + 1; q < entries.length && q <= p + window && Math.floor(entries[q]! / INDEX) === block; q++) {
        const b = entries[q]! % INDEX;
        if (met[b] === a) continue;
        met[b] = a;
        pair(a, b);
      }
    }
  }
}

/** All headings with the index of their view, sorted: a heading's views stand together, in their order. `starts` counts each view's headings. */
function fileAll(views: readonly View[]): { entries: Float64Array; starts: Uint32Array } {
  let entries = new Float64Array(Math.max(16, views.length * 8));
  const starts = new Uint32Array(views.length + 1);
  let size = 0;
  for (let i = 0; i < views.length; i++) {
    const keys = headings(views[i]!);
    if (size + keys.length > entries.length) {
      const larger = new Float64Array(entries.length * 2 + keys.length);
      larger.set(entries);
      entries = larger;
    }
    for (const key of keys) entries[size++] = key * INDEX + i;
    starts[i + 1] = size;
  }
  return { entries: entries.subarray(0, size).sort(), starts };
}

/** The order of a block: by publication, then by id; undated reports last. It does not depend on the order of arrival. */
export function byPublication(a: View, b: View): number {
  return (a.published ?? 1e9) - (b.published ?? 1e9) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
