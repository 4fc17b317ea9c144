import type { Sort } from "../query.ts";
import type { Columns } from "./columns.ts";
import type { Rows } from "./select.ts";

/** What a sort goes by, as the archive's SQL has it: what is not known comes before everything that is. */
const BY: Readonly<Record<Sort, (columns: Columns) => (row: number) => string | number>> = {
  added: (columns) => (row) => columns.keys[row]!,
  time: (columns) => date(columns, "earliest"),
  published: (columns) => date(columns, "published"),
  killed:
    ({ numbers }) =>
    (row) =>
      Number.isNaN(numbers.killed[row]!) ? -1 : numbers.killed[row]!,
  confidence:
    ({ numbers }) =>
    (row) =>
      numbers.confidence[row]!,
  reports:
    ({ numbers }) =>
    (row) =>
      numbers.independent[row]!,
};

function date(columns: Columns, name: "earliest" | "published"): (row: number) => string {
  const { values } = columns.dictionaries[name];
  return (row) => values[columns.texts[name][row]!] ?? "";
}

/** All rows in the ascending order of a sort, equal ones in the order of their keys. */
export class Order {
  readonly sortValue: (row: number) => string | number;
  readonly #columns: Columns;
  readonly #sorted: Rows;

  constructor(columns: Columns, sort: Sort) {
    this.#columns = columns;
    this.sortValue = BY[sort](columns);
    this.#sorted = sortedRows(columns.size, this.sortValue);
  }

  /** The first rows beyond a place in the order, of those that `wanted` marks. */
  take(wanted: Uint8Array, limit: number, ascending: boolean, after?: readonly [value: string | number, key: number]): number[] {
    const step = ascending ? 1 : -1;
    const last = this.#sorted.length - 1;
    const taken: number[] = [];
    let at = after ? this.#beyond(after, ascending) : ascending ? 0 : last;
    for (; at >= 0 && at <= last && taken.length < limit; at += step) {
      const row = this.#sorted[at]!;
      if (wanted[row] === 1) taken.push(row);
    }
    return taken;
  }

  #beyond([value, key]: readonly [string | number, number], ascending: boolean): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = this.#sorted[middle]!;
      const [v, k] = [this.sortValue(row), this.#columns.keys[row]!];
      const before = v !== value ? v < value : ascending ? k <= key : k < key;
      if (before) low = middle + 1;
      else high = middle;
    }
    return ascending ? low : low - 1;
  }
}

/** Sorts numbers only, which is native and fast: the rank of the value and the row's number in one. */
function sortedRows(size: number, sortValue: (row: number) => string | number): Rows {
  const ranks = new Map<string | number, number>();
  for (let row = 0; row < size; row++) ranks.set(sortValue(row), 0);
  [...ranks.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).forEach((value, rank) => ranks.set(value, rank));
  const together = new Float64Array(size);
  for (let row = 0; row < size; row++) together[row] = ranks.get(sortValue(row))! * size + row;
  together.sort();
  return Int32Array.from(together, (both) => both % size);
}
