import { readFileSync } from "node:fs";
import { load } from "js-yaml";

/** Families of means by the name of the lexicon group: "retake" → "ground". */
export type Means = ReadonlyMap<string, string>;

/** Families that reports mix up at first: a blast may turn out to be a rocket or a bomb from the air. */
const CONFUSED: ReadonlySet<string> = new Set(["from-the-air", "artillery", "explosives"]);

/** Reads lexicon/events/means.yaml. Throws when it is not a mapping of families to lists of groups. */
export function loadMeans(): Means {
  const file = new URL("../../lexicon/events/means.yaml", import.meta.url);
  const families = load(readFileSync(file, "utf8")) as Readonly<Record<string, readonly string[]>>;
  return new Map(Object.entries(families).flatMap(([family, groups]) => groups.map((group) => [group, family] as const)));
}

/** Whether two lexicon groups ("assault/retake") tell of the same means, of different ones, or leave it open. */
export function compareMeans(means: Means, a: string, b: string): "same" | "apart" | "open" {
  const [x, y] = [a, b].map((group) => means.get(group.slice(group.indexOf("/") + 1)));
  if (x === undefined || y === undefined) return "open";
  if (x === y) return "same";
  return CONFUSED.has(x) && CONFUSED.has(y) ? "open" : "apart";
}
