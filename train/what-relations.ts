import { mkdirSync, writeFileSync } from "node:fs";
import { type Classifier, classify, likeliest, packClassifier } from "../src/learn/index.ts";
import { loadEventLexicon } from "../src/what/index.ts";
import { type Example, seeded, trainLogistic } from "./learn/logistic.ts";
import { analyser } from "./what/labelled.ts";
import { type OwnExample, ownRelations, type RelationExample, relationExamples } from "./what/relation-rows.ts";

/** The mean of three models that differ in the order of the rows: no better on rows like those seen, better on verbs never seen. */
const OPTIONS = { buckets: 1 << 16, epochs: 20, rate: 0.1, penalty: 3e-2, orders: 3, smoothing: 0.1 };
/** How much more a rare type counts: 0 not at all, 1 so that all types count alike. */
const RARITY = 0.7;
/** What one of our own sentences counts, a row of the benchmark being 1: there are more of them, and they are plainer than news. */
const OWN = 0.25;
const FOLDER = new URL("../models/what-relations/", import.meta.url);

/** Rare types count more: macro F1 weighs all alike. */
function weighted(examples: readonly RelationExample[], own: readonly OwnExample[]): Example[] {
  const counts = new Map<string, number>();
  for (const e of examples) counts.set(e.label, (counts.get(e.label) ?? 0) + 1);
  const mean = examples.length / counts.size;
  return [
    ...examples.map((e) => ({ features: e.features, label: e.label, weight: (mean / (counts.get(e.label) ?? 1)) ** RARITY })),
    ...own.map((e) => ({ features: e.features, label: e.label, weight: e.weight * OWN })),
  ];
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

/** In which fold each example is tested: examples of one group never stand on both sides. */
function foldsOf(examples: readonly RelationExample[], group: "id" | "verb" | "between", folds: number, seed: number): number[] {
  const groups = [...new Set(examples.map((e) => e[group]))];
  const random = seeded(seed);
  for (let i = seed === 0 ? 0 : groups.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [groups[i], groups[j]] = [groups[j]!, groups[i]!];
  }
  const foldOf = new Map(groups.map((name, i) => [name, i % folds]));
  return examples.map((e) => foldOf.get(e[group])!);
}

const valueAfter = (args: readonly string[], name: string): number => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : 0);

/**
 * Trains the classifier of relations. `--folds 10` prints the root macro F1 of cross-validation: rows in their order, or shuffled with
 * `--seed 1`; `--verbs` holds out whole verb chains instead of rows, in our own sentences too, `--between` all rows with the same words between source and target;
 * `--plain` leaves our own sentences out; `--show` prints errors. Without `--folds` the model on all rows is written to
 * models/what-relations/.
 */
export async function train(args: string[]): Promise<void> {
  const analyse = analyser(loadEventLexicon());
  const examples = relationExamples(analyse);
  const own = args.includes("--plain") ? [] : ownRelations(analyse);
  const folds = valueAfter(args, "--folds");
  if (folds > 1) {
    const group = args.includes("--verbs") ? "verb" : args.includes("--between") ? "between" : "id";
    const seed = valueAfter(args, "--seed");
    const foldOf = group === "id" && seed === 0 ? examples.map((_, i) => (i * 7) % folds) : foldsOf(examples, group, folds, seed);
    const predicted: string[] = [];
    for (let fold = 0; fold < folds; fold++) {
      const rest = examples.filter((_, i) => foldOf[i] !== fold);
      const heldOut = new Set(group === "verb" ? examples.filter((_, i) => foldOf[i] === fold).map((e) => e.verb) : []);
      const allowed = own.filter((e) => !heldOut.has(e.verb));
      const model = trainLogistic(weighted(rest, allowed), OPTIONS);
      examples.forEach((e, i) => {
        if (foldOf[i] !== fold) return;
        predicted[i] = answer(model, e.features);
        if (args.includes("--show") && predicted[i] !== e.label)
          console.log(
            `${e.id} gold ${e.label} got ${predicted[i]} | ${e.verb} | ${e.features.filter((f) => /^(?:steps|deeds)=/.test(f)).join(" ")}`,
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
  writeFileSync(new URL("weights.bin", FOLDER), packClassifier(trainLogistic(weighted(examples, own), OPTIONS)));
  console.log(`written: ${examples.length} rows and ${own.length} sentences of our own`);
}
