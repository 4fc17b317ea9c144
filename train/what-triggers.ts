import { mkdirSync, writeFileSync } from "node:fs";
import { classify, packClassifier } from "../src/learn/index.ts";
import { loadEventLexicon } from "../src/what/index.ts";
import { type Example, seeded, trainLogistic } from "./learn/logistic.ts";
import { fromExamples } from "./what/examples.ts";
import { HeldOut } from "./what/held-out.ts";
import { fromJudged } from "./what/judged.ts";
import { analyser, type LabelledText } from "./what/labelled.ts";
import { fromCases, fromCoded, fromEveryday, fromQuiet, fromRelations, fromUncoded } from "./what/sources.ts";
import { report } from "./what/trigger-report.ts";

/** A strong penalty, chosen on held-out articles: words seen in one article must not outweigh what classes of words and syntax say. */
const OPTIONS = { buckets: 1 << 15, epochs: 6, rate: 0.06, penalty: 0.2 };
/** The weights that are shipped are the mean of this many models, so that no order of the examples matters. */
const MODELS = 5;
/** Everyday articles and our own sentences are few beside the sentences coded for relations. */
const SOURCE_WEIGHT: Readonly<Record<LabelledText["source"], number>> = {
  cases: 1,
  coded: 1,
  quiet: 1.5,
  everyday: 1,
  relations: 1,
  examples: 1.5,
  judged: 1.5,
  other: 1,
};
const FOLDER = new URL("../models/what-triggers/", import.meta.url);
const THRESHOLDS = [0.35, 0.4, 0.45, 0.5, 0.55, 0.6];

function examplesOf(texts: readonly LabelledText[]): Example[] {
  return texts.flatMap((t) =>
    t.candidates.map((c) => ({
      features: c.reading.features,
      label: c.event ? "event" : "none",
      weight: c.weight * SOURCE_WEIGHT[t.source],
    })),
  );
}

type Judged = ReadonlyMap<string, (features: readonly string[]) => number>;

/** For each text that is judged, the model that has not seen it. Which texts share a fold, and their order, hang on `order`. */
function crossValidate(texts: readonly LabelledText[], folds: number, order: number): Judged {
  const random = seeded(order);
  const mixed = texts.map((text) => ({ text, key: random() })).sort((a, b) => a.key - b.key);
  const foldOf = new Map<LabelledText, number>();
  for (const { text } of mixed) if (/^(cases|coded|quiet|everyday|examples)$/.test(text.source)) foldOf.set(text, foldOf.size % folds);
  const judged = new Map<string, (features: readonly string[]) => number>();
  for (let fold = 0; fold < folds; fold++) {
    const rest = mixed.map(({ text }) => text).filter((text) => foldOf.get(text) !== fold);
    const model = trainLogistic(examplesOf(rest), OPTIONS);
    const event = model.classes.indexOf("event");
    for (const [text, own] of foldOf) if (own === fold) judged.set(text.id, (features) => classify(model, features)[event] ?? 0);
  }
  return judged;
}

/** What the whole coder makes of held-out articles: the mean over several orders. */
function printCoded(runs: readonly Judged[]): void {
  const coder = new HeldOut();
  for (const threshold of THRESHOLDS) {
    const all = runs.map((judged) => coder.figures(judged, threshold));
    const mean = Object.keys(all[0]!).map((name) => `${name} ${(all.reduce((sum, f) => sum + f[name]!, 0) / all.length).toFixed(1)}`);
    console.log(`threshold ${threshold}  ${mean.join("  ")}`);
  }
}

/**
 * Trains the classifier of event triggers. `--folds 10` holds out whole articles of `cases` and `quiet` in turn and prints what the
 * held-out articles give; `--orders 3` makes other folds as well; `--coded` has them coded by the whole coder and scored by the
 * benchmarks' scorers; `--show` prints errors. Without `--folds` the model on all data is written to models/what-triggers/.
 */
export async function train(args: string[]): Promise<void> {
  const number = (name: string, otherwise: number): number => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise);
  const analyse = analyser(loadEventLexicon());
  const texts = [
    ...fromCases(analyse),
    ...fromCoded(analyse),
    ...fromQuiet(analyse),
    ...fromEveryday(analyse),
    ...fromRelations(analyse),
    ...fromExamples(analyse),
    ...fromJudged(analyse),
    ...fromUncoded(analyse, 150, 0.1),
  ];
  const folds = number("--folds", 0);
  if (folds > 1) {
    const runs = Array.from({ length: number("--orders", 1) }, (_, i) => crossValidate(texts, folds, i + 1));
    if (args.includes("--coded")) printCoded(runs);
    else for (const judged of runs) report(texts, judged, args.includes("--show"));
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL("weights.bin", FOLDER), packClassifier(trainLogistic(examplesOf(texts), { ...OPTIONS, orders: MODELS })));
  console.log(`written: ${texts.length} texts, ${texts.reduce((n, t) => n + t.candidates.length, 0)} candidates`);
}
