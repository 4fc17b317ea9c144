import { join } from "node:path";
import compromise from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { loadChainModel, loadMentionModel, loadParser, parse } from "../src/parse/index.ts";
import { coreferenceFigures, parsedWords } from "../train/coreference/evaluate.ts";
import { readGum } from "../train/mentions/gum.ts";
import { crossValidated } from "../train/mentions.ts";
import { type GoldParagraph, type GoldSentence, paragraphs, readConllu } from "../train/parse/conllu.ts";

const CORE = new Set(["nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "nmod", "conj", "acl", "advcl", "appos"]);

interface TreeFigures {
  readonly upos: number;
  readonly las: number;
  readonly core: number;
}

const base = (relation: string): string => relation.split(":")[0]!;
const f1 = (hits: number, predicted: number, gold: number): number => (200 * hits) / Math.max(1, predicted + gold);

/** UPOS, LAS and core-argument F1 on gold words, in the case given. */
function treeFigures(gold: readonly GoldSentence[], change: (form: string) => string): TreeFigures {
  const parsed = loadParser().parseSentences(gold.map((s) => s.words.map((w) => change(w.form))));
  let words = 0;
  let upos = 0;
  let las = 0;
  let coreGold = 0;
  let corePredicted = 0;
  let coreHits = 0;
  gold.forEach((s, i) => {
    s.words.forEach((g, j) => {
      const p = parsed[i]![j]!;
      const right = p.head === g.head && base(p.relation) === base(g.relation);
      words++;
      if (p.upos === g.upos) upos++;
      if (right) las++;
      if (CORE.has(base(g.relation))) coreGold++;
      if (CORE.has(base(p.relation))) corePredicted++;
      if (right && CORE.has(base(g.relation))) coreHits++;
    });
  });
  return { upos: (100 * upos) / words, las: (100 * las) / words, core: f1(coreHits, corePredicted, coreGold) };
}

/** F1 of words and of sentences found in raw text (CoNLL 2018: spans that are equal). */
function rawFigures(gold: readonly GoldParagraph[]): { readonly words: number; readonly sentences: number } {
  const goldWords = new Set<string>();
  const goldSentences = new Set<string>();
  let text = "";
  for (const paragraph of gold) {
    const at = text.length;
    let first = -1;
    paragraph.words.forEach(([s, e], i) => {
      goldWords.add(`${at + s} ${at + e}`);
      if (first < 0) first = at + s;
      if (!paragraph.ends[i]) return;
      goldSentences.add(`${first} ${at + e}`);
      first = -1;
    });
    text += `${paragraph.text}\n\n`;
  }
  const found = parse(text);
  const hits = (spans: readonly (readonly [number, number])[], set: ReadonlySet<string>): number =>
    spans.filter(([s, e]) => set.has(`${s} ${e}`)).length;
  const words = found.words.map((w) => w.span);
  const sentences = found.sentences.map((s) => s.span);
  return {
    words: f1(hits(words, goldWords), words.length, goldWords.size),
    sentences: f1(hits(sentences, goldSentences), sentences.length, goldSentences.size),
  };
}

/** The classes that all three taggers tell apart. */
const MERGED: Readonly<Record<string, string>> = {
  NOUN: "noun",
  PROPN: "noun",
  VERB: "verb",
  AUX: "verb",
  ADJ: "adjective",
  ADV: "adverb",
  PRON: "pronoun",
  DET: "determiner",
  ADP: "preposition",
  SCONJ: "preposition",
  CCONJ: "conjunction",
  NUM: "number",
  Noun: "noun",
  Verb: "verb",
  Adjective: "adjective",
  Adverb: "adverb",
  Pronoun: "pronoun",
  Determiner: "determiner",
  Preposition: "preposition",
  Conjunction: "conjunction",
  Value: "number",
};
const COMPROMISE_ORDER = ["Pronoun", "Determiner", "Preposition", "Conjunction", "Value", "Adverb", "Adjective", "Verb", "Noun"] as const;

type Tagger = (text: string) => { readonly text: string; readonly tag: string }[];

const wink = winkNLP(model);
const taggers: Readonly<Record<string, Tagger>> = {
  dateline: (text) => parse(text).words.map((w) => ({ text: w.text, tag: w.upos })),
  "wink-nlp": (text) => {
    const tokens = wink.readDoc(text).tokens();
    const tags = tokens.out(wink.its.pos) as string[];
    return tokens.out().map((t, i) => ({ text: t, tag: tags[i]! }));
  },
  compromise: (text) =>
    compromise(text).docs.flatMap((sentence) =>
      sentence.map((term) => ({ text: term.text, tag: COMPROMISE_ORDER.find((t) => term.tags?.has(t)) ?? "" })),
    ),
};

/** Where each token stands, found from left to right. */
function byPlace(text: string, tokens: ReturnType<Tagger>): Map<string, string> {
  const out = new Map<string, string>();
  let at = 0;
  for (const { text: form, tag } of tokens) {
    const found = form === "" ? -1 : text.indexOf(form, at);
    if (found < 0) continue;
    at = found + form.length;
    out.set(`${found} ${at}`, tag);
  }
  return out;
}

/** Accuracy of merged tags on the words that all taggers part alike, and words a second on the same text, warm, all in one run. */
function comparison(gold: readonly GoldParagraph[], golden: readonly string[][]): string[] {
  const right = new Map(Object.keys(taggers).map((name) => [name, 0]));
  let words = 0;
  gold.forEach((paragraph, p) => {
    const found = new Map(Object.entries(taggers).map(([name, tag]) => [name, byPlace(paragraph.text, tag(paragraph.text))]));
    paragraph.words.forEach(([s, e], i) => {
      const expected = MERGED[golden[p]![i]!];
      const place = `${s} ${e}`;
      if (!expected || ![...found.values()].every((f) => f.has(place))) return;
      words++;
      for (const [name, f] of found) if (MERGED[f.get(place)!] === expected) right.set(name, right.get(name)! + 1);
    });
  });
  const text = gold.map((p) => p.text).join("\n\n");
  const total = gold.reduce((n, p) => n + p.words.length, 0);
  const speed = new Map(Object.entries(taggers).map(([name, tag]) => [name, wordsPerSecond(() => tag(text), total)]));
  const own = speed.get("dateline")!;
  const lines = [
    "",
    `| the same ${words} words of EWT dev | accuracy, merged tags | words/s from raw text | Dateline's speed, of it |`,
    "|---|---|---|---|",
  ];
  for (const [name, n] of right)
    lines.push(
      `| ${name} | ${((100 * n) / words).toFixed(1)} | ${Math.round(speed.get(name)!)} | ${(own / speed.get(name)!).toFixed(2)} |`,
    );
  return lines;
}

/** Words a second of processor time (so that a busy machine changes little): the fastest of three runs, after two to warm up. */
function wordsPerSecond(run: () => unknown, words: number): number {
  run();
  run();
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, user + system);
  }
  return (1_000_000 * words) / best;
}

/** The parser's figures on the development halves, as Markdown: accuracy, loss without case, raw text, speed, other libraries. */
export async function report(bench: string): Promise<string> {
  const read = (name: string): GoldSentence[] => readConllu(join(bench, "parse", `${name}-dev.conllu`));
  const ewt = read("ewt");
  const gum = read("gum");
  const same = (form: string): string => form;
  const lower = (form: string): string => form.toLowerCase();
  const figures = { ewt: treeFigures(ewt, same), gum: treeFigures(gum, same) };
  const lowered = { ewt: treeFigures(ewt, lower), gum: treeFigures(gum, lower) };
  const raw = { ewt: rawFigures(paragraphs(ewt)), gum: rawFigures(paragraphs(gum)) };
  const forms = ewt.map((s) => s.words.map((w) => w.form));
  const total = forms.reduce((n, s) => n + s.length, 0);
  const speed = wordsPerSecond(() => loadParser().parseSentences(forms), total);
  const row = (name: string, a: number, b?: number): string => `| ${name} | ${a.toFixed(1)} | ${b === undefined ? "" : b.toFixed(1)} |`;
  const golden = goldTags(ewt);
  return [
    "| parsing, dev | EWT | GUM |",
    "|---|---|---|",
    row("UPOS, gold words", figures.ewt.upos, figures.gum.upos),
    row("LAS, gold words, predicted tags", figures.ewt.las, figures.gum.las),
    row("core arguments F1", figures.ewt.core, figures.gum.core),
    row("LAS lost in lower case", figures.ewt.las - lowered.ewt.las, figures.gum.las - lowered.gum.las),
    row("words F1, raw text", raw.ewt.words, raw.gum.words),
    row("sentences F1, raw text", raw.ewt.sentences, raw.gum.sentences),
    `| tagging and parsing, words/s, one core | ${Math.round(speed)} | |`,
    "",
    ...coreference(bench),
    `entities by cross-validation: ${crossValidated(5)}`,
    ...comparison(paragraphs(ewt), golden),
  ].join("\n");
}

/** The shipped model's chains on GUM dev, which it has not seen, over gold trees and over the parser's own. */
function coreference(bench: string): string[] {
  const documents = readGum(join(bench, "parse", "gum-dev.conllu"));
  const [mentions, chains] = [loadMentionModel(), loadChainModel()];
  return [
    `coreference, GUM dev, predicted mentions, gold trees: ${coreferenceFigures(documents, mentions, chains)}`,
    `coreference, GUM dev, predicted mentions and trees: ${coreferenceFigures(documents, mentions, chains, parsedWords)}`,
  ];
}

/** Gold tags by paragraph, beside `paragraphs`. */
function goldTags(sentences: readonly GoldSentence[]): string[][] {
  const out: string[][] = [];
  for (const sentence of sentences) {
    if (sentence.paragraph || out.length === 0) out.push([]);
    out.at(-1)!.push(...sentence.words.map((w) => w.upos));
  }
  return out;
}

if (import.meta.main) console.log(await report(process.env.DATELINE_BENCH ?? join(import.meta.dirname, "../../shared/bench")));
