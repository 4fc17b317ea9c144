import { readFileSync } from "node:fs";
import { KnownWords } from "./known-words.ts";
import { batchesOf, LONGEST_SENTENCE } from "./lanes.ts";
import type { Morphology, Upos } from "./layers.ts";
import type { LemmaTable } from "./lemmatize.ts";
import { LinearClassifier } from "./linear.ts";
import { readTag, type Tag } from "./morphology.ts";
import { Network } from "./network.ts";
import { readWeights } from "./weights.ts";
import { AFFIX_BUCKETS, affixBuckets, normalForm } from "./word-features.ts";

/** What the parser says of one word; `head` counts words of the sentence from 0, -1 for the root. */
export interface ParsedWord extends Tag {
  readonly upos: Upos;
  readonly xpos: string;
  readonly morphology: Morphology;
  readonly lemma: string;
  /** The word as it was given. */
  readonly form: string;
  readonly head: number;
  readonly relation: string;
}

/** A loaded model. Safe to share: it keeps no state of any text but a bounded memory of words. */
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
  const known = new KnownWords(
    network,
    (form, shape) => {
      const vector = new Int16Array(header.dimension);
      const word = normalForm(form);
      network.embed([indices.get(word) ?? 0, ...affixBuckets(word).map((b, i) => offsets[i]! + b), shapes + shape], vector);
      return vector;
    },
    lemmas,
  );

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
      const read = known.read(group.map(({ forms }) => forms));
      const analyses = network.analyse(read.map(({ rows }) => rows));
      group.forEach(({ sentence, from }, g) => {
        const { tags: tagOf, heads, labels } = analyses[g]!;
        read[g]!.words.forEach((word, i) => {
          const tag = tags[tagOf[i]!]!;
          const { upos, xpos, morphology } = tag;
          out[sentence]![from + i] = {
            upos,
            xpos,
            morphology,
            lemma: known.lemma(word, tagOf[i]!, tag),
            form: word.form,
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
