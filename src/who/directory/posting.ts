import type { DirectoryEntry } from "./entry.ts";

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

/** Files a posting; of two for one entry the one that asks for less is kept. */
export function put(map: Map<string, Posting[]>, key: string, posting: Posting): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [posting]);
  else {
    const same = list.findIndex((p) => p.entry === posting.entry);
    if (same < 0) list.push(posting);
    else if (list[same]!.article && !posting.article) list[same] = posting;
  }
}

/** Notes how many words the longest key that begins with this key’s first word has. */
export function lengthen(map: Map<string, number>, key: string): void {
  const first = firstWord(key);
  let tokens = 1;
  for (let at = key.indexOf(" "); at >= 0; at = key.indexOf(" ", at + 1)) tokens++;
  if ((map.get(first) ?? 0) < tokens) map.set(first, tokens);
}

/** The first word of a key. */
export function firstWord(key: string): string {
  const space = key.indexOf(" ");
  return space < 0 ? key : key.slice(0, space);
}
