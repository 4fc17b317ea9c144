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
 * All views under their headings. The views must be in the order of `byPublication`, at most two million. Near-linear: one sort of all
 * headings, then a window over each block.
 */
export class Headings {
  readonly #views: number;
  readonly #entries: Float64Array;
  readonly #starts: Uint32Array;
  readonly #positions: Uint32Array;
  readonly #met: Int32Array;
  #asked = 0;

  constructor(views: readonly View[]) {
    if (views.length >= INDEX) throw new RangeError(`at most ${INDEX} reports can be merged at once`);
    const { entries, starts } = fileAll(views);
    this.#views = views.length;
    this.#entries = entries;
    this.#starts = starts;
    this.#positions = new Uint32Array(entries.length);
    this.#met = new Int32Array(views.length);
    const next = starts.slice();
    for (let p = 0; p < entries.length; p++) this.#positions[next[entries[p]! % INDEX]!++] = p;
  }

  /** Calls `visit` once for each later view that shares a heading with `a` and stands near it there. */
  after(a: number, visit: (b: number) => void): void {
    this.#walk(a, 1, ++this.#asked, visit);
  }

  /** The same for earlier and later views. `crowded` tells whether they met only in blocks that are wider than the window. */
  around(a: number, visit: (b: number, crowded: boolean) => void): void {
    const asked = ++this.#asked;
    for (const step of [1, -1]) this.#walk(a, step, asked, visit);
  }

  /** Calls `pair` once for every candidate pair, the lower index first. */
  eachPair(pair: (a: number, b: number) => void): void {
    for (let a = 0; a < this.#views; a++) this.after(a, (b) => pair(a, b));
  }

  #walk(a: number, step: number, asked: number, visit: (b: number, crowded: boolean) => void): void {
    const entries = this.#entries;
    for (let k = this.#starts[a]!; k < this.#starts[a + 1]!; k++) {
      const p = this.#positions[k]!;
      const block = Math.floor(entries[p]! / INDEX);
      const past = p + step * (WINDOW + 1);
      const crowded = past >= 0 && past < entries.length && Math.floor(entries[past]! / INDEX) === block;
      for (let q = p + step; q !== past && q >= 0 && q < entries.length && Math.floor(entries[q]! / INDEX) === block; q += step) {
        const b = entries[q]! % INDEX;
        if (this.#met[b] === asked) continue;
        this.#met[b] = asked;
        visit(b, crowded);
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
