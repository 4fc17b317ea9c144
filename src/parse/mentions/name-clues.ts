import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import worldCountries, { type Countries } from "world-countries";

interface Clues {
  readonly of: ReadonlyMap<string, string>;
  /** First words of the clues that have several. */
  readonly openings: ReadonlySet<string>;
}

let clues: Clues | undefined;

/**
 * What the words of a name betray by themselves: "Brigades" an armed group, "Ministry" a government, "Gen." a person, "Iraq" a state,
 * "Iraqi" a nationality. Each clue once, in the order of the words.
 */
export function nameClues(words: readonly string[]): readonly string[] {
  clues ??= loadClues();
  const found = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!.toLowerCase();
    const one = clues.of.get(word.endsWith(".") ? word.slice(0, -1) : word);
    if (one !== undefined) found.add(one);
    if (!clues.openings.has(word)) continue;
    for (let length = 2; length <= 3 && i + length <= words.length; length++) {
      const more = clues.of.get(
        words
          .slice(i, i + length)
          .join(" ")
          .toLowerCase(),
      );
      if (more !== undefined) found.add(more);
    }
  }
  return [...found];
}

/** Reads lexicon/entities/name-clues.yaml and the names and demonyms of countries. */
function loadClues(): Clues {
  const map = new Map<string, string>();
  // The package's types describe its CommonJS face; as an ES module its default export is the list itself.
  for (const country of worldCountries as unknown as Countries) {
    map.set(country.name.common.toLowerCase(), "country");
    map.set(country.name.official.toLowerCase(), "country");
    const { f, m } = country.demonyms?.eng ?? { f: "", m: "" };
    for (const demonym of [f, m]) {
      if (!demonym) continue;
      map.set(demonym.toLowerCase(), "demonym");
      map.set(`${demonym.toLowerCase()}s`, "demonym");
    }
    for (const capital of country.capital ?? []) if (!map.has(capital.toLowerCase())) map.set(capital.toLowerCase(), "capital");
  }
  const file = new URL("../../../lexicon/entities/name-clues.yaml", import.meta.url);
  const lists = load(readFileSync(file, "utf8")) as Readonly<Record<string, readonly string[]>>;
  for (const [clue, words] of Object.entries(lists)) for (const word of words) map.set(String(word).toLowerCase(), clue);
  return { of: map, openings: new Set([...map.keys()].filter((key) => key.includes(" ")).map((key) => key.slice(0, key.indexOf(" ")))) };
}
