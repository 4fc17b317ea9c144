import { readFileSync } from "node:fs";
import { loadMeans, type Means } from "./means.ts";

/** What is known for telling whether two places of a text tell of one event. */
export interface Joining {
  readonly means: Means;
  /** Log-odds that each feature of the table in same-event.ts adds, by its name. */
  readonly weights: Readonly<Record<string, number>>;
}

const FILE = new URL("../../models/tellings/weights.json", import.meta.url);

/** Reads the families of means and the weights. Throws when a file is missing or is not what it should be. */
export function loadJoining(): Joining {
  const { weights } = JSON.parse(readFileSync(FILE, "utf8")) as Pick<Joining, "weights">;
  return { means: loadMeans(), weights };
}
