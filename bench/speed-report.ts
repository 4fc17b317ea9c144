import { existsSync } from "node:fs";
import { join } from "node:path";
import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { assemble } from "../src/code/assemble.ts";
import { type Coder, code, codeMany, loadCoder } from "../src/code/index.ts";
import { Document } from "../src/document/index.ts";
import { loadChainModel, loadMentionModel, loadParser } from "../src/parse/index.ts";
import { read } from "../src/read/index.ts";
import { loadEventLexicon, loadTriggerModel } from "../src/what/index.ts";
import { openGazetteer } from "../src/where/index.ts";
import { loadDirectory } from "../src/who/index.ts";
import { loadAttributionModel } from "../src/word/index.ts";
import { readRows } from "./rows.ts";

interface Measured {
  readonly name: string;
  readonly documentsPerSecond: number;
  readonly wordsPerSecond: number;
  /** The same by processor time, which tells more than the clock on a busy machine. */
  readonly wordsPerProcessorSecond: number;
}

/** Words of an article, as the goal for the whole coder counts articles. */
const ARTICLE = 400;
const WORKERS = 2;
/** Articles that the threads code before the clock starts, so that they are loaded and compiled, and those that are timed. */
const WARM_UP = 200;
const TIMED = 600;
const ONE_LINE = [100_000, 1_000_000] as const;

/**
 * How fast the whole coder is: how long it takes to load; documents and words per second on one core, beside the two JavaScript taggers
 * on the same texts in the same run (compare the ratios, since a machine's own speed drifts); which stage takes how much; articles of
 * 400 words per second on two cores, by the threads that every batch is coded with; and a megabyte on one line.
 */
export async function report(folder: string): Promise<string> {
  const texts = articles(folder);
  const words = texts.reduce((n, text) => n + countWords(text), 0);
  const loading = loadingTimes();
  const coder = loadCoder();
  const wink = winkNLP(model);
  const measured: Measured[] = [
    measure("dateline, whole coder", texts, words, (text) => codeText(text, coder)),
    measure("wink-nlp, tagging", texts, words, (text) => wink.readDoc(text).tokens().out(wink.its.pos)),
    measure("compromise, tagging", texts, words, (text) => nlp(text).json()),
  ];
  const own = measured[0]!;
  const lines = measured.map((m) => {
    const ratio =
      m === own
        ? ""
        : `  dateline's speed is ${(own.wordsPerProcessorSecond / m.wordsPerProcessorSecond).toFixed(3)} of it (processor time)`;
    const rate = `${m.documentsPerSecond.toFixed(1).padStart(8)} documents/s ${m.wordsPerSecond.toFixed(0).padStart(9)} words/s`;
    return `${m.name.padEnd(24)} ${rate} ${m.wordsPerProcessorSecond.toFixed(0).padStart(9)} words/s of processor time${ratio}`;
  });
  return [
    loading,
    `speed: ${texts.length} articles, ${words} words, one core, median of three passes`,
    ...lines,
    stageShares(texts, coder),
    await onTwoCores(texts),
    oneLine(texts, coder),
  ].join("\n");
}

function articles(folder: string): readonly string[] {
  const files = ["cases/dev.jsonl", "quiet/dev.jsonl"].map((f) => join(folder, f)).filter((f) => existsSync(f));
  if (files.length === 0) throw new Error(`no articles to time at ${folder}; set DATELINE_BENCH to the folder that holds the benchmarks`);
  return files.flatMap((f) => readRows(f).map((row) => String(row.text)));
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function codeText(text: string, coder: Coder): void {
  const [result] = read(text);
  if (result?.ok) code(result.document, coder);
}

function seconds(run: () => void): number {
  const began = performance.now();
  run();
  return (performance.now() - began) / 1000;
}

/** How long each part of the coder takes to load in this process, which has loaded none before. */
function loadingTimes(): string {
  const models = {
    parser: loadParser,
    mentions: loadMentionModel,
    chains: loadChainModel,
    triggers: loadTriggerModel,
    attributions: loadAttributionModel,
  };
  const knowledge = { gazetteer: () => openGazetteer(), directory: () => loadDirectory(), "event lexicon": () => loadEventLexicon() };
  const time = (parts: Readonly<Record<string, () => unknown>>): [number, string] => {
    const times = Object.entries(parts).map(([name, load]) => [name, 1000 * seconds(load)] as const);
    return [times.reduce((sum, [, t]) => sum + t, 0), times.map(([name, t]) => `${name} ${t.toFixed(0)}`).join(", ")];
  };
  const [modelTime, modelParts] = time(models);
  const [knowledgeTime, knowledgeParts] = time(knowledge);
  return `loading, milliseconds: models ${modelTime.toFixed(0)} (${modelParts}); knowledge ${knowledgeTime.toFixed(0)} (${knowledgeParts})`;
}

function measure(name: string, texts: readonly string[], words: number, run: (text: string) => void): Measured {
  const pass = (): void => {
    for (const text of texts) run(text);
  };
  pass();
  const passes = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    const clock = seconds(pass);
    const { user, system } = process.cpuUsage(before);
    return { clock, processor: (user + system) / 1e6 };
  });
  const clock = passes.map((p) => p.clock).sort((a, b) => a - b)[1]!;
  const processor = passes.map((p) => p.processor).sort((a, b) => a - b)[1]!;
  return { name, documentsPerSecond: texts.length / clock, wordsPerSecond: words / clock, wordsPerProcessorSecond: words / processor };
}

/** The share of the coder's time that each stage takes, the largest first. */
function stageShares(texts: readonly string[], coder: Coder): string {
  const times = new Map<string, number>();
  const add = (name: string, time: number): void => {
    times.set(name, (times.get(name) ?? 0) + time);
  };
  for (const text of texts) {
    let document: Document | undefined;
    const reading = seconds(() => {
      const [result] = read(text);
      if (result?.ok) document = result.document;
    });
    if (document === undefined) continue;
    add("reading", reading);
    for (const stage of coder.pipeline.stages)
      add(
        stage.name,
        seconds(() => {
          document = stage.run(document!);
        }),
      );
    add(
      "assembling",
      seconds(() => assemble(document!, coder.identity, coder)),
    );
  }
  const all = [...times.values()].reduce((sum, t) => sum + t, 0);
  const share = (...names: readonly string[]): string =>
    ((100 * names.reduce((sum, name) => sum + (times.get(name) ?? 0), 0)) / all).toFixed(1);
  const listed = [...times.keys()].sort((a, b) => times.get(b)! - times.get(a)!).map((name) => `${name} ${share(name)}`);
  return [
    `share of the coder's time, per cent: ${listed.join(", ")}`,
    `when and where together: ${share("times", "event times", "places", "event places")} per cent`,
  ].join("\n");
}

/** Articles of 400 words, cut from the longer ones, through the threads of `codeMany`; the clock starts when they have warmed up. */
async function onTwoCores(texts: readonly string[]): Promise<string> {
  const cut = texts.flatMap((text) => {
    const words = [...text.matchAll(/\S+/g)];
    return words.length < ARTICLE ? [] : [text.slice(0, words[ARTICLE - 1]!.index + words[ARTICLE - 1]![0].length)];
  });
  function* stream(): Generator<Document> {
    for (let i = 0; i < WARM_UP + TIMED; i++) yield Document.from({ id: `article ${i}`, text: cut[i % cut.length]!, language: "en" });
  }
  let done = 0;
  let began = 0;
  let before = process.cpuUsage();
  for await (const coding of codeMany(stream(), { workers: WORKERS })) {
    if (!coding.ok) throw coding.error;
    if (++done !== WARM_UP) continue;
    began = performance.now();
    before = process.cpuUsage();
  }
  const rate = TIMED / ((performance.now() - began) / 1000);
  const { user, system } = process.cpuUsage(before);
  const quiet = (WORKERS * TIMED) / ((user + system) / 1e6);
  return [
    `articles of ${ARTICLE} words on ${WORKERS} cores, by the threads of a batch: ${rate.toFixed(1)} a second by the clock,`,
    `  ${quiet.toFixed(1)} in two seconds of processor time (${TIMED} articles after ${WARM_UP} to warm up, ${cut.length} different ones)`,
  ].join("\n");
}

/** A text without a line break: the time must grow as the text does. */
function oneLine(texts: readonly string[], coder: Coder): string {
  let line = texts.map((text) => text.replace(/\s+/g, " ")).join(" ");
  while (line.length < ONE_LINE[1]) line += ` ${line}`;
  const times = ONE_LINE.map((size) => seconds(() => codeText(line.slice(0, size), coder)));
  return `one line: ${ONE_LINE.map((size, i) => `${size / 1000} kB ${times[i]!.toFixed(1)} s`).join(", ")}; ${(times[1]! / times[0]!).toFixed(1)} times the time for ${ONE_LINE[1] / ONE_LINE[0]} times the text`;
}
