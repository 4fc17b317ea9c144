import { type Piece, pieces } from "./pieces.ts";
import { skeleton } from "./skeleton.ts";
import { type Title, titleAt } from "./titles.ts";

/** A person's name taken apart: "Lt. Gen. Abdel Fattah al-Sisi" has a title, given names and a surname. */
export interface PersonName {
  readonly titles: readonly Title[];
  /** Keys of the names before the surname. */
  readonly given: readonly string[];
  /** Key of the surname, with its particle ("de mistura", "bin salman"); absent when a title is all there is. */
  readonly surname?: string;
}

/** Particles that belong to the surname after them, in the languages news names come from. */
const PARTICLES = new Set([
  "de",
  "da",
  "di",
  "do",
  "dos",
  "del",
  "della",
  "la",
  "le",
  "van",
  "von",
  "der",
  "den",
  "bin",
  "ibn",
  "ben",
  "abu",
  "umm",
  "abd",
  "ter",
  "st",
]);
const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv"]);

/** Reads a person's name from text or from pieces of it. Order is given name first, as English-language news writes it. */
export function personName(name: string | readonly Piece[]): PersonName {
  const list = typeof name === "string" ? pieces(name) : name;
  const titles: Title[] = [];
  let at = 0;
  for (let title = titleAt(list, at); title; title = titleAt(list, at)) {
    titles.push(title.title);
    at += title.length;
  }
  let keys = list
    .slice(at)
    .map((p) => p.key)
    .filter((key) => key !== "");
  if (keys.length > 1 && SUFFIXES.has(keys.at(-1)!)) keys = keys.slice(0, -1);
  if (keys.length === 0) return { titles, given: [] };
  let from = keys.length - 1;
  while (from > 0 && PARTICLES.has(keys[from - 1]!)) from--;
  return { titles, given: keys.slice(0, from), surname: keys.slice(from).join(" ") };
}

function agrees(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return skeleton(a) === skeleton(b);
}

/**
 * Whether the shorter of two names can be the same person's: one surname, and given names that do not contradict each other.
 * "Abadi" and "Haider al-Abadi" can; "Hassan Nasrallah" and "Hashem Nasrallah" cannot.
 */
export function samePerson(a: PersonName, b: PersonName): boolean {
  if (a.surname === undefined || b.surname === undefined) return false;
  const [short, long] = a.given.length <= b.given.length ? [a, b] : [b, a];
  if (!agrees(skeleton(short.surname!), skeleton(long.surname!))) {
    // "Abu Bakr", "Saddam": called by the first part of a longer name.
    const first = [...long.given].join(" ");
    return short.given.length === 0 && short.surname!.length > 3 && first === short.surname;
  }
  let at = 0;
  for (const given of short.given) {
    while (at < long.given.length && !agrees(given, long.given[at]!)) at++;
    if (at === long.given.length) return false;
    at++;
  }
  return true;
}
