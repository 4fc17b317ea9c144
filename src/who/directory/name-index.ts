import { fold, nameKey, type Piece, personName, pieces, skeleton } from "../names/index.ts";
import type { DirectoryEntry } from "./entry.ts";
import { glosses } from "./glosses.ts";

/** How a name in the index names its entry. */
export type NameForm = "name" | "alias" | "acronym" | "translation" | "surname" | "demonym" | "people" | "capital";

/** One name of one entry. */
export interface Posting {
  readonly entry: DirectoryEntry;
  readonly name: string;
  readonly form: NameForm;
  /** Names the entry only when written exactly so: acronyms, and names that are ordinary words. */
  readonly exact: boolean;
  /** Names the entry only when something else in the text points to it. */
  readonly weak: boolean;
  /** A single word after "al-" that names the entry only with the article: "El Salvador", "al-Nour". */
  readonly article: boolean;
}

/** Names by key and by skeleton. */
export interface NameIndex {
  add(entry: DirectoryEntry, name: string, form: NameForm): void;
  addSurname(entry: DirectoryEntry): void;
  /** Entries that a key names. */
  exact(key: string): readonly Posting[];
  /** Entries that a key names when spellings of one sound are taken as one. */
  loose(key: string): readonly Posting[];
  /** People with a surname. */
  surname(key: string): readonly Posting[];
  /** Most words of any name that begins with this word; 0 when none does. */
  longest(firstToken: string): number;
  /** The same for skeletons. */
  longestLoose(firstSkeleton: string): number;
}

const ACRONYM = /^(?=.*\p{Lu})[\p{Lu}\p{N}&./-]{1,9}$|^\p{Lu}{2,}[a-z]?\p{Lu}*(?:-\p{L}+)?$|^[A-Z][a-z][A-Z]$/u;
const NONE: readonly Posting[] = [];

/** Shortest single word that is matched by its skeleton: below it, too many unlike names share one. */
const LOOSE_MINIMUM = 6;

function put(map: Map<string, Posting[]>, key: string, posting: Posting): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [posting]);
  else if (!list.some((p) => p.entry === posting.entry)) list.push(posting);
}

function lengthen(map: Map<string, number>, key: string): void {
  const space = key.indexOf(" ");
  const first = space < 0 ? key : key.slice(0, space);
  let tokens = 1;
  for (let at = space; at >= 0; at = key.indexOf(" ", at + 1)) tokens++;
  if ((map.get(first) ?? 0) < tokens) map.set(first, tokens);
}

const SIMPLE = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** An index without names. */
export function nameIndex(): NameIndex {
  const byKey = new Map<string, Posting[]>();
  const bySkeleton = new Map<string, Posting[]>();
  const bySurname = new Map<string, Posting[]>();
  const firsts = new Map<string, number>();
  const looseFirsts = new Map<string, number>();
  const skeletons = new Map<string, string>();
  /** Keys that wait for their skeletons: those are made when first asked for, so that opening the directory stays quick. */
  let pending: { readonly key: string; readonly posting: Posting }[] = [];

  const bones = (token: string): string => {
    let found = skeletons.get(token);
    if (found === undefined) skeletons.set(token, (found = skeleton(token)));
    return found;
  };
  const boneKey = (key: string): string => (key.includes(" ") ? key.split(" ").map(bones).join(" ") : bones(key));

  const settle = (): void => {
    for (const { key, posting } of pending) {
      if (posting.exact || (!key.includes(" ") && key.length < LOOSE_MINIMUM)) continue;
      const loose = boneKey(key);
      put(bySkeleton, loose, posting);
      lengthen(looseFirsts, loose);
    }
    pending = [];
  };

  const insert = (key: string, posting: Posting): void => {
    if (key === "") return;
    put(byKey, key, posting);
    lengthen(firsts, key);
    if (posting.form !== "demonym" && posting.form !== "people" && posting.form !== "capital" && posting.entry.kind !== "state")
      pending.push({ key, posting });
  };

  return {
    add(entry, written, form) {
      const exact = written.startsWith("=");
      const weak = written.startsWith("~");
      const name = exact || weak ? written.slice(1) : written;
      const list = SIMPLE.test(name) ? undefined : pieces(name);
      const key = list ? nameKey(list) : nameKey(pieces(name));
      const acronym = form !== "demonym" && form !== "people" && ACRONYM.test(name);
      const article = !key.includes(" ") && /^(?:al|el|ul)[- ]/i.test(name);
      insert(key, { entry, name, form: acronym ? "acronym" : form, exact: exact || acronym, weak, article });
      if (acronym || entry.kind === "person" || entry.kind === "state" || entry.kind === "media") return;
      for (const gloss of glosses(key)) insert(gloss, { entry, name, form: "translation", exact: false, weak, article: false });
    },
    addSurname(entry) {
      const { surname } = personName(entry.name);
      if (surname === undefined || surname.length < 3) return;
      put(bySurname, surname, { entry, name: entry.name, form: "surname", exact: false, weak: true, article: false });
    },
    exact: (key) => byKey.get(key) ?? NONE,
    loose(key) {
      if (pending.length > 0) settle();
      return bySkeleton.get(boneKey(key)) ?? NONE;
    },
    surname: (key) => bySurname.get(key) ?? NONE,
    longest: (first) => firsts.get(first) ?? 0,
    longestLoose(first) {
      if (pending.length > 0) settle();
      return looseFirsts.get(bones(first)) ?? 0;
    },
  };
}

/** Whether a text's own letters are those of an exact name: "US" is, "us" is not; in a text without capitals both are. */
export function writtenSo(posting: Posting, list: readonly Piece[], caseless: boolean): boolean {
  if (!posting.exact) return true;
  const written = list.map((p) => p.text.replaceAll(".", "")).join("");
  const wanted = posting.name.replace(/[\s.&/-]/g, "");
  if (!caseless) return written.replace(/[\s&/-]/g, "") === wanted || list.some((p) => /^\p{L}\./u.test(p.text));
  return posting.form === "acronym" && fold(written) === fold(wanted);
}
