import { fold, keyOfName, type Piece, personName } from "../names/index.ts";
import type { DirectoryEntry } from "./entry.ts";
import { glosses } from "./glosses.ts";
import { looseIndex } from "./loose-index.ts";
import { lengthen, type NameForm, type Posting, put } from "./posting.ts";

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

/** An index without names. */
export function nameIndex(): NameIndex {
  const byKey = new Map<string, Posting[]>();
  const firsts = new Map<string, number>();
  const loose = looseIndex();
  const people: DirectoryEntry[] = [];
  let bySurname: Map<string, Posting[]> | undefined;

  const insert = (key: string, posting: Posting): void => {
    if (key === "") return;
    put(byKey, key, posting);
    lengthen(firsts, key);
    const { form, entry } = posting;
    if (form === "demonym" || form === "people" || form === "capital" || entry.kind === "state" || posting.exact) return;
    if (key.includes(" ") || key.length >= LOOSE_MINIMUM) loose.add(key, posting);
  };

  return {
    add(entry, written, form) {
      const exact = written.startsWith("=");
      const weak = written.startsWith("~");
      const name = exact || weak ? written.slice(1) : written;
      const key = keyOfName(name);
      const acronym = form !== "demonym" && form !== "people" && name.length <= 16 && !name.includes(" ") && ACRONYM.test(name);
      const article = !key.includes(" ") && /^(?:al|el|ul)[- ]/i.test(name);
      insert(key, { entry, name, form: acronym ? "acronym" : form, exact: exact || acronym, weak, article });
      if (acronym || entry.kind === "person" || entry.kind === "state" || entry.kind === "media") return;
      for (const gloss of glosses(key)) insert(gloss, { entry, name, form: "translation", exact: false, weak, article: false });
    },
    addSurname(entry) {
      people.push(entry);
    },
    exact: (key) => byKey.get(key) ?? NONE,
    loose: (key) => loose.get(key),
    surname(key) {
      bySurname ??= surnames(people);
      return bySurname.get(key) ?? NONE;
    },
    longest: (first) => firsts.get(first) ?? 0,
    longestLoose: (first) => loose.longest(first),
  };
}

/** People by surname: made when first asked for, since taking a thousand names apart would slow every start. */
function surnames(people: readonly DirectoryEntry[]): Map<string, Posting[]> {
  const map = new Map<string, Posting[]>();
  for (const entry of people)
    for (const name of [entry.name, ...entry.aliases]) {
      if (name.startsWith("=") || name.startsWith("~")) continue;
      const { surname } = personName(name);
      if (surname === undefined || surname.length < 3) continue;
      put(map, surname, { entry, name: entry.name, form: "surname", exact: false, weak: true, article: false });
    }
  return map;
}

/** Whether a text's own letters are those of an exact name: "US" is, "us" is not; in a text without capitals both are. */
export function writtenSo(posting: Posting, list: readonly Piece[], caseless: boolean): boolean {
  if (!posting.exact) return true;
  const written = list.map((p) => p.text.replaceAll(".", "")).join("");
  const wanted = posting.name.replace(/[\s.&/-]/g, "");
  if (!caseless) return written.replace(/[\s&/-]/g, "") === wanted || list.some((p) => /^\p{L}\./u.test(p.text));
  return posting.form === "acronym" && fold(written) === fold(wanted);
}
