import { readFileSync } from "node:fs";

/** What tells a person's name from a place's, and a common word from a name. */
export interface NameKnowledge {
  readonly given: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  /** Words that English text writes in lower case, with how often: 1 (seldom) to 3 (all the time). */
  readonly common: ReadonlyMap<string, number>;
}

/** Reads `lexicon/places/given-names.txt`: lines "kind: name name …"; "#" begins a comment. */
export function readGivenNames(file: string | URL): Pick<NameKnowledge, "given" | "titles"> {
  const given = new Set<string>();
  const titles = new Set<string>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const colon = line.indexOf(":");
    if (line.startsWith("#") || colon < 0) continue;
    const into = line.slice(0, colon) === "titles" ? titles : given;
    for (const name of line.slice(colon + 1).split(" ")) if (name !== "") into.add(name);
  }
  return { given, titles };
}

/** Reads `models/where/common-words.txt`: "count word" a line, the count 1 to 3. */
export function readCommonWords(file: string | URL): Map<string, number> {
  const common = new Map<string, number>();
  for (const line of readFileSync(file, "utf8").split("\n")) if (line.length > 2) common.set(line.slice(2), Number(line[0]));
  return common;
}
