import { readFileSync } from "node:fs";
import { FEATURES } from "./features/index.ts";
import type { ReadView, View } from "./view.ts";

/** The table of weights: models/merge/weights.json. */
export interface Weights {
  /** Log-odds of a candidate pair of which nothing is known. */
  readonly bias: number;
  /** Log-odds that a feature's score of 1 adds. */
  readonly weights: Readonly<Record<string, number>>;
  /** Two clusters are joined while the mean log-odds between their reports is at least this. */
  readonly threshold: number;
}

/** Why two reports are or are not taken for one event. */
export interface Judgement {
  /** Log-odds: 0 is as likely as not. */
  readonly score: number;
  /** 0..1. */
  readonly probability: number;
  /** What spoke for and against, the weightiest first. */
  readonly reasons: readonly { readonly feature: string; readonly weight: number; readonly sentence: string }[];
}

const FILE = new URL("../../models/merge/weights.json", import.meta.url);
let loaded: Weights | undefined;

/** The weights of the program, read once. Throws when the file is missing or names no feature. */
export function loadWeights(): Weights {
  loaded ??= JSON.parse(readFileSync(FILE, "utf8")) as Weights;
  return loaded;
}

/** Each feature's score of a pair, in the order of the table. */
export function featuresOf(a: View, b: View): number[] {
  return FEATURES.map((feature) => feature.score(a, b));
}

/** Each table with its features side by side: names are looked up once, not for each of millions of pairs. */
const compiled = new WeakMap<Weights, readonly { readonly score: (a: View, b: View) => number; readonly weight: number }[]>();

function compile(table: Weights) {
  const terms = FEATURES.flatMap(({ name, score }) => (table.weights[name] ? [{ score, weight: table.weights[name] }] : []));
  compiled.set(table, terms);
  return terms;
}

/** Log-odds that two reports tell of one event. Pure, and the same in both orders. */
export function scorePair(a: View, b: View, table: Weights): number {
  let sum = table.bias;
  for (const { score, weight } of compiled.get(table) ?? compile(table)) sum += weight * score(a, b);
  return sum;
}

/** The score with its reasons, for people. */
export function judge(a: ReadView, b: ReadView, table: Weights = loadWeights()): Judgement {
  const reasons = FEATURES.flatMap((feature) => {
    const score = feature.score(a, b);
    const weight = score * (table.weights[feature.name] ?? 0);
    return Math.abs(weight) < 0.05
      ? []
      : [{ feature: feature.name, weight: Math.round(weight * 100) / 100, sentence: feature.sentence(a, b, score) }];
  });
  const score = scorePair(a, b, table);
  return { score, probability: 1 / (1 + Math.exp(-score)), reasons: reasons.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight)) };
}
