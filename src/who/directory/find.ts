import { nameKey, type Piece, personName, pieces, samePerson, titleAt } from "../names/index.ts";
import type { Directory } from "./directory.ts";
import { activeAt } from "./entry.ts";
import type { FindOptions, Match } from "./match.ts";
import { writtenSo } from "./name-index.ts";
import { phraseAt, stateAt } from "./phrases.ts";
import type { Posting } from "./posting.ts";

/** What a form of a name is worth, before date and country. Set by hand: an order, not a probability. */
const WORTH = { name: 1, alias: 0.98, acronym: 0.95, translation: 0.88, surname: 0.5, demonym: 0.6, people: 0.6, capital: 0.7 } as const;
const LOOSE = 0.92;
const OTHER_COUNTRY = 0.7;
const INACTIVE = 0.75;
const WEAK = 0.8;

/** Words that follow a group's name and name the same group: "the Hamas movement", "Taliban fighters". */
const FOLLOWING = new Set(
  "group movement militia organization organisation party militants fighters rebels insurgents guerrillas gunmen forces terrorists jihadists extremists news agency television network newspaper channel website government faction".split(
    " ",
  ),
);

function sentence(posting: Posting, loose: boolean, name: string): string {
  const { entry, form } = posting;
  const spelled = loose ? `“${name}” is another spelling of “${posting.name}”` : `“${name}”`;
  if (form === "name") return loose ? `${spelled}, its name` : `${spelled} is its name`;
  if (form === "acronym") return `${spelled} is an acronym of ${entry.name}`;
  if (form === "translation") return `${spelled} says the same as “${posting.name}” in other words or another order`;
  if (form === "capital") return `${spelled}, the capital, stands for the ${entry.name}`;
  if (form === "demonym" || form === "people") return `${spelled} is what ${entry.name}’s people are called`;
  return loose ? `${spelled}, a name of ${entry.name}` : `${spelled} is a name of ${entry.name}`;
}

/** Score and sentence for a posting, given when and where the name was used. */
export function weigh(posting: Posting, loose: boolean, name: string, options: FindOptions): Match {
  const { entry } = posting;
  let score = WORTH[posting.form] * (loose ? LOOSE : 1) * (posting.weak && posting.form !== "surname" ? WEAK : 1);
  let reason = sentence(posting, loose, name);
  if (options.country && entry.countries.length > 0 && !entry.countries.includes(options.country)) {
    score *= OTHER_COUNTRY;
    reason += `, but not of ${options.country}`;
  }
  if (!activeAt(entry, options.date)) {
    score *= INACTIVE;
    reason += `, but it was not active in ${options.date!.slice(0, 4)}`;
  }
  return { entry, score, reason: `${reason}.` };
}

function named(directory: Directory, list: readonly Piece[], name: string, options: FindOptions, factor: number): Match[] {
  const key = nameKey(list);
  const found: Match[] = [];
  const take = (postings: readonly Posting[], loose: boolean): void => {
    for (const posting of postings) {
      if (!writtenSo(posting, list, false)) continue;
      if (posting.article && !list[0]?.article) continue;
      const match = weigh(posting, loose, name, options);
      found.push({ ...match, score: match.score * factor });
    }
  };
  take(directory.names.exact(key), false);
  if (found.length === 0 && (key.includes(" ") || key.length >= 6)) take(directory.names.loose(key), true);
  return found;
}

/** People of whom only a part of the name is given. A surname that many bear says little. */
function bySurname(directory: Directory, list: readonly Piece[], name: string, options: FindOptions): Match[] {
  const asked = personName(list);
  if (asked.surname === undefined) return [];
  const bearers = directory.names.surname(asked.surname).filter((p) => samePerson(asked, personName(p.entry.name)));
  const share = asked.given.length > 0 ? 0.85 : asked.titles.length > 0 ? 0.7 : 0.5;
  return bearers.map((posting) => {
    const match = weigh(posting, false, name, options);
    const inOffice = options.date !== undefined && (posting.entry.tenures ?? []).some((t) => within(t, options.date!));
    return {
      entry: match.entry,
      score: (match.score / WORTH.surname) * Math.min(0.9, share + (inOffice ? 0.1 : 0)) * (bearers.length > 1 && !inOffice ? 0.8 : 1),
      reason: `“${name}” can be short for ${posting.entry.name}${bearers.length > 1 ? `, one of ${bearers.length} people of that surname` : ""}.`,
    };
  });
}

function within(tenure: { readonly from?: string; readonly to?: string }, date: string): boolean {
  return (tenure.from ?? "0000") <= date && date.slice(0, tenure.to?.length ?? 0) <= (tenure.to ?? "9999");
}

/** See `Directory.find`. */
export function findActors(directory: Directory, name: string, options: FindOptions): Match[] {
  let list = pieces(name.slice(0, 300));
  while (list.length > 1 && list[0]!.text.toLowerCase() === "the") list = list.slice(1);
  if (list.length === 0) return [];
  const best = new Map<string, Match>();
  const add = (matches: readonly Match[]): void => {
    for (const match of matches) {
      const before = best.get(match.entry.id);
      if (!before || before.score < match.score) best.set(match.entry.id, match);
    }
  };
  add(named(directory, list, name, options, 1));
  const phrase = phraseAt(directory, list, 0, () => true, options.date);
  if (phrase && phrase.length === list.length)
    add(
      phrase.entries.map((entry, i) => ({ entry, score: (phrase.office ? 0.9 : 0.95) * 0.9 ** i, reason: `“${name}”: ${phrase.reason}.` })),
    );
  if (phrase?.office && phrase.length < list.length) add(named(directory, list.slice(phrase.length), name, options, 1));
  let untitled = list;
  for (let title = titleAt(untitled, 0); title && title.length < untitled.length; title = titleAt(untitled, 0))
    untitled = untitled.slice(title.length);
  if (untitled !== list) add(named(directory, untitled, name, options, 0.97));
  const reference = stateAt(directory, list, 0, () => true);
  const ofState = reference && reference.length < list.length ? list.slice(reference.length) : undefined;
  if (ofState) add(named(directory, ofState, name, { country: reference!.state.iso, ...options }, 0.95));
  for (const whole of ofState ? [list, ofState] : [list])
    for (let end = whole.length - 1; end > 0 && FOLLOWING.has(whole[end]!.text.toLowerCase()); end--)
      add(named(directory, whole.slice(0, end), name, options, 0.95));
  if (best.size === 0) add(bySurname(directory, list, name, options));
  return [...best.values()].sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1)).slice(0, 20);
}
