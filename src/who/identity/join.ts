import type { Chain, Mention, Word } from "../../parse/layers.ts";
import { fold, nameKey, type PersonName, personName, pieces, samePerson, skeleton } from "../names/index.ts";
import { aliasPairs, introducedAcronyms, isAcronymOf } from "./aliases.ts";
import type { Resolution } from "./resolve.ts";

/** Sets of mentions that are one identity; two sets that the directory knows as two actors never become one. */
class Identities {
  readonly #parent: number[];
  readonly #entry: (string | undefined)[];

  constructor(resolutions: readonly Resolution[]) {
    this.#parent = resolutions.map((_, i) => i);
    this.#entry = resolutions.map((r) => r.entry?.id);
  }

  root(i: number): number {
    while (this.#parent[i] !== i) i = this.#parent[i] = this.#parent[this.#parent[i]!]!;
    return i;
  }

  entryOf(i: number): string | undefined {
    return this.#entry[this.root(i)];
  }

  /** Joins two sets unless the directory says that they are two. The set of the earlier mention stays the root. */
  join(i: number, j: number): boolean {
    const a = this.root(i);
    const b = this.root(j);
    if (a === b) return true;
    const ea = this.#entry[a];
    const eb = this.#entry[b];
    if (ea !== undefined && eb !== undefined && ea !== eb) return false;
    const [keep, drop] = a < b ? [a, b] : [b, a];
    this.#parent[drop] = keep;
    this.#entry[keep] = ea ?? eb;
    return true;
  }
}

/** Coreference chains, broken where two members are known to be two actors: each unknown member goes with the known one before it. */
function joinChains(sets: Identities, chains: readonly Chain[], resolutions: readonly Resolution[]): void {
  for (const chain of chains) {
    const known = new Set(chain.mentions.map((m) => resolutions[m]!.entry?.id).filter((id) => id !== undefined));
    const states = new Set(chain.mentions.map((m) => resolutions[m]!.people));
    if (known.size <= 1 && states.size === 1) {
      for (const m of chain.mentions) sets.join(chain.mentions[0]!, m);
      continue;
    }
    const first = chain.mentions.find((m) => resolutions[m]!.entry !== undefined) ?? chain.mentions[0]!;
    let current = first;
    for (const m of chain.mentions) {
      if (resolutions[m]!.entry !== undefined) current = m;
      else if (resolutions[m]!.people === resolutions[current]!.people || resolutions[m]!.mention.form === "pronoun") sets.join(current, m);
    }
  }
}

function joinByKey(sets: Identities, keys: readonly (string | undefined)[]): void {
  const seen = new Map<string, number>();
  keys.forEach((key, i) => {
    if (key === undefined) return;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, i);
    else sets.join(before, i);
  });
}

/** A surname, or a given name with it, goes to the one fuller name of the text that it can be short for. Two that fit: to neither. */
function joinSurnames(sets: Identities, resolutions: readonly Resolution[]): void {
  const people = resolutions.flatMap((r, i) =>
    r.core !== undefined && r.mention.type === "person" ? [{ i, name: personName(r.core) }] : [],
  );
  const mayFit = bySurname(people.filter((p) => p.name.given.length > 0));
  for (const short of people) {
    const fitting = mayFit(short.name).filter((p) => p.name.given.length > short.name.given.length && samePerson(short.name, p.name));
    const roots = new Set(fitting.map((p) => sets.root(p.i)));
    if (roots.size === 1) sets.join(fitting[0]!.i, short.i);
  }
}

interface Person {
  readonly i: number;
  readonly name: PersonName;
}

/**
 * Of the fuller names those that a shorter one may be short for, in the order of the text: by the surname's skeleton, by its initial where
 * one of the two is no more, and by the given names that a surname alone may stand for. What does not fit may be among them.
 */
function bySurname(fuller: readonly Person[]): (short: PersonName) => readonly Person[] {
  const places = new Map<string, Person[]>();
  const initials: Person[] = [];
  const add = (key: string, person: Person): void => {
    const list = places.get(key);
    if (list) list.push(person);
    else places.set(key, [person]);
  };
  for (const person of fuller) {
    const { surname, given } = person.name;
    if (surname === undefined) continue;
    const bones = skeleton(surname);
    if (bones.length === 1) initials.push(person);
    add(`initial ${bones[0]}`, person);
    add(`surname ${skeleton(bones)}`, person);
    add(`given ${given.join(" ")}`, person);
  }
  return ({ surname }) => {
    if (surname === undefined) return [];
    const bones = skeleton(surname);
    const found = new Set([
      ...(bones.length === 1 ? (places.get(`initial ${bones}`) ?? []) : []),
      ...(places.get(`surname ${skeleton(bones)}`) ?? []),
      ...(places.get(`given ${surname}`) ?? []),
      ...initials,
    ]);
    return [...found].sort((a, b) => a.i - b.i);
  };
}

/** "the foreign minister, Fuad Hussein", "Minister Tobias Ellwood": a description in apposition to a name, or a title before it. */
function joinAppositions(sets: Identities, text: string, words: readonly Word[], resolutions: readonly Resolution[]): void {
  for (let i = 0; i < resolutions.length; i++) {
    const left = resolutions[i]!;
    for (let j = i + 1; j < Math.min(resolutions.length, i + 4); j++) {
      const right = resolutions[j]!;
      if (left.mention.type !== "person" || right.mention.type !== "person" || (left.core === undefined) === (right.core === undefined))
        continue;
      const between = text.slice(left.mention.span[1], right.mention.span[0]);
      if (!mayBear(left, right) || !mayBear(right, left)) continue;
      const title = left.core === undefined && left.role !== undefined && /^(?: (?:for|of) [^.;:()]{1,40},)? $/.test(between);
      const [a, b] = [words[left.mention.head]!, words[right.mention.head]!];
      if (title || (b.relation === "appos" && b.head === a.index) || (a.relation === "appos" && a.head === b.index)) sets.join(i, j);
    }
  }
}

/** Whether a name can be that of the person whom the directory knows in a description: "Iraqi Prime Minister" is not "Carter". */
function mayBear(description: Resolution, name: Resolution): boolean {
  if (description.core !== undefined || description.entry?.kind !== "person" || name.core === undefined) return true;
  return samePerson(personName(name.core), personName(description.entry.name));
}

function joinAcronyms(sets: Identities, text: string, resolutions: readonly Resolution[]): void {
  for (const { acronym, at } of introducedAcronyms(text)) {
    const named = resolutions.findIndex((r) => {
      const end = r.mention.name?.[1] ?? r.mention.span[1];
      return r.core !== undefined && end <= at && at - end <= 2 && (isAcronymOf(acronym, r.core) || isAcronymOf(acronym, r.text));
    });
    if (named < 0) continue;
    resolutions.forEach((r, i) => {
      if (r.core !== undefined && fold(r.core.replaceAll(".", "")) === fold(acronym)) sets.join(named, i);
    });
  }
}

/**
 * Joins mentions into identities: by the directory, by coreference, by what the text says of names ("also known as", an acronym in
 * brackets), by equal names, and surnames with the fuller name. Gives for each mention the index of the identity's first mention.
 */
export function joinIdentities(
  text: string,
  words: readonly Word[],
  mentions: readonly Mention[],
  chains: readonly Chain[],
  resolutions: readonly Resolution[],
): { readonly root: readonly number[]; readonly entry: readonly (string | undefined)[] } {
  const sets = new Identities(resolutions);
  joinByKey(
    sets,
    resolutions.map((r) => r.entry?.id),
  );
  for (const pair of aliasPairs(text, mentions)) sets.join(pair.left, pair.right);
  joinAcronyms(sets, text, resolutions);
  joinByKey(
    sets,
    resolutions.map((r) =>
      r.core === undefined || r.people || r.mention.type === "place" ? undefined : nameKey(pieces(r.core)) || undefined,
    ),
  );
  joinAppositions(sets, text, words, resolutions);
  joinSurnames(sets, resolutions);
  joinChains(sets, chains, resolutions);
  return { root: mentions.map((_, i) => sets.root(i)), entry: mentions.map((_, i) => sets.entryOf(i)) };
}
