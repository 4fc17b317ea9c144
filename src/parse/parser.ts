import { readFileSync } from "node:fs";
import { batchesOf, LONGEST_SENTENCE } from "./lanes.ts";
import type { Morphology, Upos } from "./layers.ts";
import { type LemmaTable, lemmatize } from "./lemmatize.ts";
import { LinearClassifier } from "./linear.ts";
import { readTag, type Tag } from "./morphology.ts";
import { Network } from "./network.ts";
import { readWeights } from "./weights.ts";
import { AFFIX_BUCKETS, affixBuckets, isCaseless, normalForm, wordShape } from "./word-features.ts";

/** What the parser says of one word; `head` counts words of the sentence from 0, -1 for the root. */
export interface ParsedWord extends Tag {
  readonly upos: Upos;
  readonly xpos: string;
  readonly morphology: Morphology;
  readonly lemma: string;
  readonly head: number;
  readonly relation: string;
}

/** A loaded model. Safe to share: it keeps no state of any text but a bounded memory of word vectors. */
export interface Parser {
  /** Parts words ("don't" = "do" + "n't"). */
  readonly tokens: LinearClassifier;
  /** Finds sentence ends. */
  readonly sentences: LinearClassifier;
  /** Tags and parses sentences given as words. Sentences longer than 200 words are parsed in pieces and joined. */
  parseSentences(sentences: readonly (readonly string[])[]): ParsedWord[][];
}

/** Where the shipped models lie. */
const MODELS = new URL("../../models/parse/", import.meta.url);

/** Distinct words whose vectors are kept. */
const MOST_CACHED = 50_000;

function readLemmas(file: URL): LemmaTable {
  const table = new Map<string, string>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [upos, form, lemma] = line.split("\t");
    if (lemma !== undefined) table.set(`${upos}\t${form}`, lemma);
  }
  return table;
}

const loaded = new Map<string, Parser>();

/** The parser over a folder of models; read at the first call, kept after. Throws when a file is missing or cut short. */
export function loadParser(folder: URL = MODELS): Parser {
  const known = loaded.get(folder.href);
  if (known) return known;
  const parser = createParser(folder);
  loaded.set(folder.href, parser);
  return parser;
}

function createParser(folder: URL): Parser {
  const read = (name: string): LinearClassifier => new LinearClassifier(new Int8Array(readFileSync(new URL(name, folder))));
  const weights = readWeights(new URL("parser.bin", folder));
  const { header } = weights;
  const network = new Network(weights);
  const lemmas = readLemmas(new URL("lemmas.tsv", folder));
  const tags = header.tags.map(readTag);
  const indices = new Map(header.words.map((w, i) => [w, i]));
  const offsets: number[] = [];
  let next = header.words.length;
  for (const buckets of AFFIX_BUCKETS) {
    offsets.push(next);
    next += buckets;
  }
  const shapes = next;
  let cache = new Map<string, Int16Array>();

  /** The summed vector of all that does not depend on the word's place. */
  const wordVector = (form: string): Int16Array => {
    const known = cache.get(form);
    if (known) return known;
    const vector = new Int16Array(header.dimension);
    const word = normalForm(form);
    network.embed([indices.get(word) ?? 0, ...affixBuckets(word).map((b, i) => offsets[i]! + b)], vector);
    if (cache.size >= MOST_CACHED) cache = new Map();
    cache.set(form, vector);
    return vector;
  };

  const embed = (forms: readonly string[]): Int16Array[] => {
    const caseless = isCaseless(forms);
    return forms.map((form, i) => {
      const vector = wordVector(form).slice();
      network.embed([shapes + wordShape(form, i === 0, caseless)], vector);
      return vector;
    });
  };

  const parseSentences = (sentences: readonly (readonly string[])[]): ParsedWord[][] => {
    // Pieces of bounded length, read with others side by side.
    const pieces: { readonly sentence: number; readonly from: number; readonly forms: readonly string[] }[] = [];
    sentences.forEach((forms, sentence) => {
      for (let from = 0; from < forms.length; from += LONGEST_SENTENCE)
        pieces.push({ sentence, from, forms: forms.slice(from, from + LONGEST_SENTENCE) });
    });
    const out: ParsedWord[][] = sentences.map((forms) => new Array(forms.length));
    for (const batch of batchesOf(pieces.map(({ forms }) => forms.length))) {
      const group = batch.map((i) => pieces[i]!);
      const analyses = network.analyse(group.map(({ forms }) => embed(forms)));
      group.forEach(({ sentence, from, forms }, g) => {
        const { tags: tagOf, heads, labels } = analyses[g]!;
        forms.forEach((form, i) => {
          const { upos, xpos, morphology } = tags[tagOf[i]!]!;
          out[sentence]![from + i] = {
            upos,
            xpos,
            morphology,
            lemma: lemmatize(form, upos, xpos, lemmas),
            head: heads[i]! < 0 ? -1 : heads[i]! + from,
            relation: header.labels[labels[i]!]!,
          };
        });
      });
    }
    return out.map(joinPieces);
  };

  return { tokens: read("tokens.bin"), sentences: read("sentences.bin"), parseSentences };
}

/** One root for a sentence that was parsed in pieces: later pieces hang on the first as parataxis. */
function joinPieces(words: readonly ParsedWord[]): ParsedWord[] {
  const root = words.findIndex((w) => w.head === -1);
  return words.map((w, i) => (w.head === -1 && i !== root ? { ...w, head: root, relation: "parataxis" } : w));
}
