import type { View } from "./view.ts";

/** Compared with so many neighbours on each side in a block, ordered by publication: a block of any size costs a fixed price a member. */
export const WINDOW = 12;

/** Undated reports stand last in their block. */
const UNDATED = 1e9;
const INDEX = 2 ** 21;

/** The order of a block: by publication, then by id; undated reports last. It does not depend on the order of arrival. */
export function byPublication(a: View, b: View): number {
  return placeInBlock(a) - placeInBlock(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The day by which a view stands in its blocks. */
export function placeInBlock(view: View): number {
  return view.published ?? UNDATED;
}

/** Which views may tell of one event. Indices follow the order of `byPublication`. */
export interface Neighbours {
  /** Calls `visit` once for each later view that shares a heading with `a` and stands near it there. */
  after(a: number, visit: (b: number) => void): void;
  /** The same for earlier and later views. `crowded` tells whether they met only in blocks that are wider than the window. */
  around(a: number, visit: (b: number, crowded: boolean) => void): void;
}

/** Views and their headings, filed one after another, then put in order. At most two million. */
export class Filing {
  readonly #views: View[] = [];
  #keys = new Uint32Array(1024);
  #starts = new Uint32Array(256);
  #size = 0;

  add(view: View, headings: readonly number[]): void {
    const n = this.#views.push(view);
    if (n >= INDEX) throw new RangeError(`at most ${INDEX} reports can be merged at once`);
    if (n + 1 > this.#starts.length) this.#starts = grown(this.#starts, n + 1);
    if (this.#size + headings.length > this.#keys.length) this.#keys = grown(this.#keys, this.#size + headings.length);
    for (const key of headings) this.#keys[this.#size++] = key;
    this.#starts[n] = this.#size;
  }

  /** The views in the order of `byPublication`, the order in which they had been added, and who is near whom. */
  inOrder(): { readonly views: readonly View[]; readonly order: Uint32Array; readonly headings: Headings } {
    const order = orderOf(this.#views);
    const filed = (i: number) => this.#keys.subarray(this.#starts[i]!, this.#starts[i + 1]!);
    const views = Array.from(order, (i) => this.#views[i]!);
    return { views, order, headings: new Headings(views.length, this.#size, (rank) => filed(order[rank]!)) };
  }
}

function grown(array: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(array.length * 2, least));
  larger.set(array);
  return larger;
}

/** Indices in the order of `byPublication`: numbers are sorted by day, and only within a day the ids are compared. */
function orderOf(views: readonly View[]): Uint32Array {
  const days = Float64Array.from(views, (view, i) => (placeInBlock(view) + UNDATED) * INDEX + i).sort();
  const order = Uint32Array.from(days, (entry) => entry % INDEX);
  const dayOf = (rank: number) => Math.floor(days[rank]! / INDEX);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && dayOf(end) === dayOf(start)) end++;
    if (end - start > 1) order.subarray(start, end).sort((a, b) => byPublication(views[a]!, views[b]!));
    start = end;
  }
  return order;
}

/** All views under their headings. Near-linear: one sort of all headings, then a window over each block. */
export class Headings implements Neighbours {
  readonly #views: number;
  /** The heading and the view at each position: a heading's views stand together, in their order. */
  readonly #keys: Uint32Array;
  readonly #members: Uint32Array;
  /** Where each view stands: from `starts[view]` to before `starts[view + 1]`. */
  readonly #starts: Uint32Array;
  readonly #positions: Uint32Array;
  readonly #met: Int32Array;
  #asked = 0;

  constructor(views: number, size: number, keysOf: (view: number) => ArrayLike<number>) {
    const entries = new Float64Array(size);
    const starts = new Uint32Array(views + 1);
    let at = 0;
    for (let i = 0; i < views; i++) {
      const keys = keysOf(i);
      for (let k = 0; k < keys.length; k++) entries[at++] = keys[k]! * INDEX + i;
      starts[i + 1] = at;
    }
    entries.sort();
    this.#views = views;
    this.#starts = starts;
    this.#keys = new Uint32Array(size);
    this.#members = new Uint32Array(size);
    this.#positions = new Uint32Array(size);
    this.#met = new Int32Array(views);
    const next = starts.slice();
    for (let p = 0; p < size; p++) {
      const key = Math.floor(entries[p]! / INDEX);
      const view = entries[p]! - key * INDEX;
      this.#keys[p] = key;
      this.#members[p] = view;
      this.#positions[next[view]!++] = p;
    }
  }

  after(a: number, visit: (b: number) => void): void {
    this.#walk(a, 1, ++this.#asked, visit);
  }

  around(a: number, visit: (b: number, crowded: boolean) => void): void {
    const asked = ++this.#asked;
    for (const step of [1, -1]) this.#walk(a, step, asked, visit);
  }

  /** Calls `pair` once for every candidate pair, the lower index first. */
  eachPair(pair: (a: number, b: number) => void): void {
    for (let a = 0; a < this.#views; a++) this.after(a, (b) => pair(a, b));
  }

  #walk(a: number, step: number, asked: number, visit: (b: number, crowded: boolean) => void): void {
    const keys = this.#keys;
    for (let k = this.#starts[a]!; k < this.#starts[a + 1]!; k++) {
      const p = this.#positions[k]!;
      const block = keys[p]!;
      const past = p + step * (WINDOW + 1);
      const crowded = keys[past] === block;
      for (let q = p + step; q !== past && keys[q] === block; q += step) {
        const b = this.#members[q]!;
        if (this.#met[b] === asked) continue;
        this.#met[b] = asked;
        visit(b, crowded);
      }
    }
  }
}
