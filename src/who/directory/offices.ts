import { fold, type Piece } from "../names/index.ts";
import { covers, type DirectoryEntry } from "./entry.ts";
import { firstWord, lengthen } from "./posting.ts";
import { items, readTable } from "./table.ts";

/** An office as a class: "prime-minister", with its spellings. */
export interface Office {
  readonly id: string;
  /** As it is written in a role: "Prime Minister". */
  readonly name: string;
  /** Entry whose office it always is: "united-nations" for the Secretary-General. Absent: any state's. */
  readonly of?: string;
}

/** Offices by what they are called, and who held them when. */
export interface OfficeIndex {
  readonly offices: readonly Office[];
  /** The longest office that begins at a piece. One spelling may belong to two offices ("secretary of state"). */
  at(list: readonly Piece[], at: number): { readonly offices: readonly Office[]; readonly length: number } | undefined;
  /** People who held an office of a state or organization at a date; without a date, the last known holder first. */
  holders(office: string, of: string, date?: string): readonly DirectoryEntry[];
}

/** Joins the table of offices and the people who held them. */
export function officeIndex(people: readonly DirectoryEntry[]): OfficeIndex {
  const offices: Office[] = [];
  const byKey = new Map<string, Office[]>();
  const longest = new Map<string, number>();
  for (const row of readTable("offices.tsv")) {
    const office: Office = { id: row.id!, name: row.name!, ...(row.of ? { of: row.of } : {}) };
    offices.push(office);
    for (const spelling of [office.name, ...items(row.spellings)]) {
      const key = spelling
        .split(/[\s-]+/)
        .map((w) => fold(w))
        .join(" ");
      lengthen(longest, key);
      const list = byKey.get(key);
      if (!list) byKey.set(key, [office]);
      else if (!list.includes(office)) list.push(office);
    }
  }
  const held = new Map<string, { person: DirectoryEntry; from?: string; to?: string }[]>();
  for (const person of people)
    for (const t of person.tenures ?? []) {
      const key = `${t.of} ${t.office}`;
      const term = { person, ...(t.from ? { from: t.from } : {}), ...(t.to ? { to: t.to } : {}) };
      const list = held.get(key);
      if (list) list.push(term);
      else held.set(key, [term]);
    }
  return {
    offices,
    at(list, at) {
      let key = "";
      let found: { offices: readonly Office[]; length: number } | undefined;
      let most = 1;
      for (let n = 0; n < most && at + n < list.length; n++) {
        if (n > 0 && list[at + n - 1]!.breaks) break;
        const word = fold(list[at + n]!.text);
        if (n === 0) most = longest.get(firstWord(word)) ?? 0;
        key = n === 0 ? word : `${key} ${word}`;
        const here = byKey.get(key);
        if (here) found = { offices: here, length: n + 1 };
      }
      return found;
    },
    holders(office, of, date) {
      const terms = held.get(`${of} ${office}`) ?? [];
      const fitting = date === undefined ? [...terms].reverse() : terms.filter((t) => covers(t.from, t.to, date));
      return [...new Set(fitting.map((t) => t.person))];
    },
  };
}
