import { mkdirSync, writeFileSync } from "node:fs";
import { type Classifier, classify, likeliest, packClassifier } from "../src/learn/index.ts";
import { loadEventLexicon } from "../src/what/index.ts";
import { type Example, trainLogistic } from "./learn/logistic.ts";
import { analyser } from "./what/labelled.ts";
import { type RelationExample, relationExamples } from "./what/relation-rows.ts";

/** The mean of three models that differ in the order of the rows: no better on rows like those seen, better on verbs never seen. */
const OPTIONS = { buckets: 1 << 16, epochs: 12, rate: 0.1, penalty: 3e-2, orders: 3 };
/** How much more a rare type counts: 0 not at all, 1 so that all types count alike. */
const RARITY = 0.7;
const FOLDER = new URL("../models/what-relations/", import.meta.url);

/** Rare types count more: macro F1 weighs all alike. */
function weighted(examples: readonly RelationExample[]): Example[] {
  const counts = new Map<string, number>();
  for (const e of examples) counts.set(e.label, (counts.get(e.label) ?? 0) + 1);
  const mean = examples.length / counts.size;
  return examples.map((e) => ({ features: e.features, label: e.label, weight: (mean / (counts.get(e.label) ?? 1)) ** RARITY }));
}

function macroF1(gold: readonly string[], predicted: readonly string[]): { mean: number; each: string } {
  const classes = [...new Set(gold)].sort();
  const scores = classes.map((c) => {
    const hits = gold.filter((g, i) => g === c && predicted[i] === c).length;
    const p = hits / Math.max(1, predicted.filter((x) => x === c).length);
    const r = hits / Math.max(1, gold.filter((x) => x === c).length);
    return p + r === 0 ? 0 : (2 * p * r) / (p + r);
  });
  return {
    mean: scores.reduce((a, b) => a + b, 0) / classes.length,
    each: classes.map((c, i) => `${c} ${(100 * scores[i]!).toFixed(0)}`).join("  "),
  };
}

const answer = (model: Classifier, features: readonly string[]): string => model.classes[likeliest(classify(model, features))] ?? "";

/**
 * Trains the classifier of relations. `--folds 10` prints the root macro F1 of cross-validation; `--verbs` holds out whole verb chains
 * instead of rows; `--show` prints errors. Without `--folds` the model on all rows is written to models/what-relations/.
 */
export async function train(args: string[]): Promise<void> {
  const examples = relationExamples(analyser(loadEventLexicon()));
  const folds = args.includes("--folds") ? Number(args[args.indexOf("--folds") + 1]) : 0;
  if (folds > 1) {
    const verbs = [...new Set(examples.map((e) => e.verb))];
    const foldOf = (e: RelationExample, i: number): number => (args.includes("--verbs") ? verbs.indexOf(e.verb) : i * 7) % folds;
    const predicted: string[] = [];
    for (let fold = 0; fold < folds; fold++) {
      const model = trainLogistic(weighted(examples.filter((e, i) => foldOf(e, i) !== fold)), OPTIONS);
      examples.forEach((e, i) => {
        if (foldOf(e, i) !== fold) return;
        predicted[i] = answer(model, e.features);
        if (args.includes("--show") && predicted[i] !== e.label)
          console.log(
            `${e.id} gold ${e.label} got ${predicted[i]} | ${e.verb} | ${e.features.filter((f) => f.startsWith("types=") || f.startsWith("subject-type")).join(" ")}`,
          );
      });
    }
    const gold = examples.map((e) => e.label);
    const { mean, each } = macroF1(gold, predicted);
    console.log(
      `${each}\nroot macro F1 ${(100 * mean).toFixed(1)}  accuracy ${((100 * gold.filter((g, i) => g === predicted[i]).length) / gold.length).toFixed(1)}`,
    );
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL("weights.bin", FOLDER), packClassifier(trainLogistic(weighted(examples), OPTIONS)));
  console.log(`written: ${examples.length} rows`);
}
