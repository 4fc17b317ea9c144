import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Document, type Span } from "../src/document/index.ts";
import { loadParser, wordsStage } from "../src/parse/index.ts";
import type { Sentence, Word } from "../src/parse/layers.ts";
import { SENTENCES, WORDS } from "../src/parse/layers.ts";
import { cueFeatures, mayBeCue } from "../src/word/cue-features.ts";
import { loadCueLexicon } from "../src/word/cue-lexicon.ts";
import { type ExtentWord, extentFeatures } from "../src/word/extent-features.ts";
import { CONTENT, CUE, OUTSIDE, type Part, SOURCE } from "../src/word/extent-tagger.ts";
import { packLinearModel } from "../src/word/linear-model.ts";
import { type Reading, reading } from "../src/word/reading.ts";
import { sourceCandidates, sourceFeatures } from "../src/word/source-features.ts";
import { trainExtents } from "./word/extents.ts";
import { trainLogistic } from "./word/logistic.ts";

interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/**
 * Trains models/word/{cue,source,extent}.bin on PolNeAR's training part, read from `$DATELINE_BENCH` or ../shared/bench. `--parsed FILE` keeps the
 * parses there between runs. Fixed seed: the same data and parser give the same bytes.
 */
export async function train(args: string[]): Promise<void> {
  const bench = process.env.DATELINE_BENCH ?? new URL("../../shared/bench", import.meta.url).pathname;
  const flag = args.indexOf("--parsed");
  const rows = lines(`${bench}/attribution/train.jsonl`) as { id: string; text: string; attributions: GoldAttribution[] }[];
  const parsed = parseAll(rows, flag >= 0 ? args[flag + 1] : undefined);
  const lexicon = loadCueLexicon();

  const cues: { features: number[]; gold: boolean }[] = [];
  const sources: { features: number[]; gold: boolean }[] = [];
  const extents: { words: ExtentWord[]; parts: Part[] }[] = [];
  for (const [index, row] of rows.entries()) {
    const text = reading(parsed[index]!, lexicon);
    const heads = new Map<number, GoldAttribution>();
    for (const gold of row.attributions) {
      const head = headOf(text, gold.cue);
      if (head !== undefined && !heads.has(head.index)) heads.set(head.index, gold);
    }
    const inside = covered(
      text,
      row.attributions.flatMap((a) => a.content),
    );
    for (const word of text.words) {
      const gold = heads.get(word.index);
      // The annotators marked outer attributions only: what stands inside a content is neither cue nor no cue.
      if ((gold === undefined && inside[word.index] === 1) || !mayBeCue(text, word)) continue;
      cues.push({ features: cueFeatures(text, word), gold: gold !== undefined });
    }
    for (const [cueIndex, gold] of heads) {
      const cue = text.words[cueIndex]!;
      const candidates = sourceCandidates(text, cue);
      const sourceHead = headOf(text, gold.source, cue.sentence);
      const known = sourceHead !== undefined && candidates.includes(sourceHead);
      for (const candidate of candidates) sources.push({ features: sourceFeatures(text, cue, candidate), gold: candidate === sourceHead });
      extents.push({ words: extentFeatures(text, cue, known ? sourceHead : undefined), parts: goldParts(text, cue, gold) });
    }
  }
  mkdirSync(new URL("../models/word/", import.meta.url), { recursive: true });
  save("cue", trainLogistic(cues, { bits: 19, epochs: 6, rate: 0.12 }));
  save("source", trainLogistic(sources, { bits: 18, epochs: 6, rate: 0.12 }));
  save("extent", { weights: trainExtents(extents, 20, 8), bias: 0 });
}

function lines(file: string): unknown[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}

function save(name: string, { weights, bias }: { weights: Float64Array; bias: number }): void {
  writeFileSync(new URL(`../models/word/${name}.bin`, import.meta.url), packLinearModel(weights, bias));
}

function parseAll(rows: readonly { id: string; text: string }[], cache: string | undefined): Document[] {
  let kept: { words: Word[]; sentences: Sentence[] }[] = [];
  try {
    if (cache !== undefined) kept = lines(cache) as typeof kept;
  } catch {
    process.stderr.write(`no parses in ${cache}: parsing\n`);
  }
  if (kept.length !== rows.length) {
    const stage = wordsStage(loadParser());
    kept = rows.map((row) => {
      const document = stage.run(Document.from({ id: row.id, text: row.text, language: "en" }));
      return { words: [...document.get(WORDS)], sentences: [...document.get(SENTENCES)] };
    });
    if (cache !== undefined) writeFileSync(cache, kept.map((k) => JSON.stringify(k)).join("\n"));
  }
  return rows.map((row, i) =>
    Document.from({ id: row.id, text: row.text, language: "en" }).with(WORDS, kept[i]!.words).with(SENTENCES, kept[i]!.sentences),
  );
}

/** 1 for each word that shares a character with one of the spans. */
function covered(text: Reading, spans: readonly Span[]): Uint8Array {
  const flags = new Uint8Array(text.words.length);
  for (const word of text.words) if (spans.some((span) => span[0] < word.span[1] && word.span[0] < span[1])) flags[word.index] = 1;
  return flags;
}

/** The topmost word of the spans: the one whose head lies outside them; verbs before auxiliaries, then the first. */
function headOf(text: Reading, spans: readonly Span[], sentence?: number): Word | undefined {
  const flags = covered(text, spans);
  const tops = text.words.filter(
    (w) => flags[w.index] === 1 && (w.head < 0 || flags[w.head] !== 1) && (sentence === undefined || w.sentence === sentence),
  );
  return tops.find((w) => w.upos === "VERB") ?? tops.find((w) => w.upos !== "PUNCT" && w.upos !== "AUX") ?? tops[0];
}

function goldParts(text: Reading, cue: Word, gold: GoldAttribution): Part[] {
  const [first, end] = text.sentences[cue.sentence]!.words;
  const source = covered(text, gold.source);
  const cueWords = covered(text, gold.cue);
  const content = covered(text, gold.content);
  const parts: Part[] = [];
  for (let i = first; i < end; i++) parts.push(cueWords[i] === 1 ? CUE : source[i] === 1 ? SOURCE : content[i] === 1 ? CONTENT : OUTSIDE);
  return parts;
}
