import { readFileSync } from "node:fs";
import type { Boosted } from "../learn/index.ts";
import { loadMeans, type Means } from "./means.ts";

/** What is known for telling whether two places of a text tell of one event. */
export interface Joining {
  readonly means: Means;
  /** The odds that two tellings are of one event, from the values of the pair (pair-values.ts). */
  readonly pairs: Boosted;
}

/** Where the trees are. */
export const JOINING_MODEL = new URL("../../models/tellings/pairs.json", import.meta.url);

/** Reads the families of means and the trees. Throws when a file is missing or is not what it should be. */
export function loadJoining(): Joining {
  return { means: loadMeans(), pairs: JSON.parse(readFileSync(JOINING_MODEL, "utf8")) as Boosted };
}
