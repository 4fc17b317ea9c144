import { mkdirSync, writeFileSync } from "node:fs";
import { packClassifier } from "../src/learn/index.ts";
import { trainLogistic } from "./learn/logistic.ts";
import { crossValidate, examplesOf, type Judged, labelledTexts, TRIGGER_OPTIONS } from "./what/cross-validate.ts";
import { HeldOut } from "./what/held-out.ts";
import { report } from "./what/trigger-report.ts";

/** The weights that are shipped are the mean of this many models, so that no order of the examples matters. */
const MODELS = 5;
const FOLDER = new URL("../models/what-triggers/", import.meta.url);
const THRESHOLDS = [0.45, 0.5, 0.55];

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
  const texts = labelledTexts();
  const folds = number("--folds", 0);
  if (folds > 1) {
    const runs = Array.from({ length: number("--orders", 1) }, (_, i) => crossValidate(texts, folds, i + 1));
    if (args.includes("--coded")) printCoded(runs);
    else for (const judged of runs) report(texts, judged, args.includes("--show"));
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL("weights.bin", FOLDER), packClassifier(trainLogistic(examplesOf(texts), { ...TRIGGER_OPTIONS, orders: MODELS })));
  console.log(`written: ${texts.length} texts, ${texts.reduce((n, t) => n + t.candidates.length, 0)} candidates`);
}
