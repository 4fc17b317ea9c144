import { Dictionary, folded, NONE } from "./dictionary.ts";

/** Columns of text, each a dictionary and a number a row. */
export const TEXTS = [
  "type",
  "mode",
  "acled_event",
  "country",
  "admin1",
  "place",
  "earliest",
  "latest",
  "certainty",
  "reality",
  "polarity",
  "voice",
  "publisher",
  "published",
] as const;
export type TextColumn = (typeof TEXTS)[number];

/** Columns of numbers; NaN where SQLite has NULL. */
export const NUMBERS = [
  "latitude",
  "longitude",
  "radius_km",
  "killed_low",
  "killed",
  "killed_high",
  "injured",
  "abducted",
  "detained",
  "displaced",
  "confidence",
  "independent",
] as const;
export type NumberColumn = (typeof NUMBERS)[number];

/** In which role an event names somebody. */
export const ROLES = ["actor", "recipient", "instrument", "publisher", "source"] as const;
export type Role = (typeof ROLES)[number];
export const ROLE = Object.fromEntries(ROLES.map((role, i) => [role, i])) as Readonly<Record<Role, number>>;

/** What is known of somebody besides the name. */
export interface Somebody {
  readonly kind?: string;
  readonly country?: string;
  readonly known?: string;
}

/**
 * The facts of one unit, column by column, in the order of their keys: a hundred thousand rows are gone over in milliseconds. Rows are
 * only ever added at the end; one that the archive no longer has is marked as gone.
 */
export class Columns {
  size = 0;
  keys = new Float64Array(1024);
  gone = new Uint8Array(1024);
  goneCount = 0;
  /** A number for each distinct place and point; NONE for rows without coordinates. */
  points = new Int32Array(1024);
  pointDictionary = new Dictionary();
  readonly dictionaries = eachOf(TEXTS, () => new Dictionary());
  readonly texts = eachOf(TEXTS, () => new Int32Array(1024));
  readonly numbers = eachOf(NUMBERS, () => new Float64Array(1024));

  /** Names, those of one row together: row i has the entries from `nameStart[i]` to before `nameStart[i + 1]`. */
  nameStart = new Int32Array(1025);
  nameCount = 0;
  names = new Int32Array(4096);
  roles = new Uint8Array(4096);
  /** Index into `somebodies`. */
  whos = new Int32Array(4096);
  /** Names with A to Z in lower case, by which they are one. */
  nameDictionary = new Dictionary();
  /** Each name as it was first written. */
  readonly nameShown: string[];
  readonly somebodies: Somebody[];
  readonly #somebodyIds: Dictionary;
  readonly #nameIds: Map<string, number>;

  constructor(somebodies: readonly Somebody[] = [], nameShown: readonly string[] = []) {
    this.somebodies = [...somebodies];
    this.#somebodyIds = new Dictionary(this.somebodies.map(({ kind, country, known }) => somebodyKey(kind, country, known)));
    this.nameShown = [...nameShown];
    this.#nameIds = new Map(this.nameShown.map((name, id) => [name, id]));
  }

  /** The key of the last row; 0 when there is none. */
  get lastKey(): number {
    return this.size === 0 ? 0 : this.keys[this.size - 1]!;
  }

  /** Adds a row of facts; its names follow by `addName`. Keys must ascend. `row` has the key, TEXTS and NUMBERS, in this order. */
  addRow(row: readonly unknown[]): void {
    const i = this.size;
    if (i === this.keys.length) this.#growRows();
    this.keys[i] = Number(row[0]);
    let at = 1;
    for (const name of TEXTS) this.texts[name][i] = this.dictionaries[name].add(row[at++]);
    for (const name of NUMBERS) {
      const value = row[at++];
      this.numbers[name][i] = value === null ? Number.NaN : Number(value);
    }
    const [latitude, longitude] = [this.numbers.latitude[i]!, this.numbers.longitude[i]!];
    this.points[i] = Number.isNaN(latitude) ? NONE : this.pointDictionary.add(`${latitude} ${longitude} ${this.texts.place[i]}`);
    this.size++;
    this.nameStart[this.size] = this.nameCount;
  }

  /** Adds a name to the last row, with what is known of whoever has it. */
  addName(role: string, shown: string, kind: string | null, country: string | null, known: string | null): void {
    const at = this.nameCount;
    if (at === this.names.length) {
      this.names = grown(this.names);
      this.roles = grown(this.roles);
      this.whos = grown(this.whos);
    }
    const who = this.#somebodyIds.add(somebodyKey(kind, country, known));
    if (who === this.somebodies.length)
      this.somebodies.push({ ...(kind !== null && { kind }), ...(country !== null && { country }), ...(known !== null && { known }) });
    this.names[at] = this.#nameId(shown);
    this.roles[at] = ROLE[role as Role];
    this.whos[at] = who;
    this.nameCount++;
    this.nameStart[this.size] = this.nameCount;
  }

  #nameId(shown: string): number {
    let name = this.#nameIds.get(shown);
    if (name === undefined) {
      name = this.nameDictionary.add(folded(shown));
      if (name === this.nameShown.length) this.nameShown.push(shown);
      this.#nameIds.set(shown, name);
    }
    return name;
  }

  /** The row of a key; undefined when it is not there, or gone. */
  rowOf(key: number): number | undefined {
    let [low, high] = [0, this.size - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const at = this.keys[middle]!;
      if (at === key) return this.gone[middle] ? undefined : middle;
      if (at < key) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  remove(row: number): void {
    if (this.gone[row]) return;
    this.gone[row] = 1;
    this.goneCount++;
  }

  #growRows(): void {
    this.keys = grown(this.keys);
    this.gone = grown(this.gone);
    this.points = grown(this.points);
    const starts = new Int32Array(this.nameStart.length * 2);
    starts.set(this.nameStart);
    this.nameStart = starts;
    for (const name of TEXTS) this.texts[name] = grown(this.texts[name]);
    for (const name of NUMBERS) this.numbers[name] = grown(this.numbers[name]);
  }
}

function somebodyKey(kind?: string | null, country?: string | null, known?: string | null): string {
  return `${kind ?? ""}\n${country ?? ""}\n${known ?? ""}`;
}

function eachOf<K extends string, V>(names: readonly K[], value: () => V): Record<K, V> {
  return Object.fromEntries(names.map((name) => [name, value()])) as Record<K, V>;
}

function grown<T extends Float64Array | Int32Array | Uint8Array>(old: T): T {
  const larger = new (old.constructor as new (length: number) => T)(old.length * 2);
  larger.set(old);
  return larger;
}
