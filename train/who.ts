import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { classify, packClassifier } from "../src/learn/index.ts";
import { ARGUMENT_CLASSES } from "../src/who/argument-model.ts";
import { ADD, DROP, SURE } from "../src/who/judge-arguments.ts";
import { trainLogistic } from "./learn/logistic.ts";
import { CLASSIFIER_OPTIONS, learntArticles, openSources } from "./who/learnt.ts";
import { type ArgumentRow, codedArgumentRows } from "./who/rows.ts";

const FOLDER = new URL("../models/who/", import.meta.url);
const FOLDS = 5;

/**
 * Trains the classifier of arguments. `--folds` prints how often it is right about sentences that it was not trained on, by source.
 * `--store FILE` reads the annotated MUC-4 documents from that file (as `train -- roles` keeps them).
 */
export async function train(args: string[]): Promise<void> {
  const store = args.includes("--store") ? args[args.indexOf("--store") + 1] : undefined;
  const sources = { ...openSources(store), coded: codedArgumentRows(learntArticles(args)) };
  for (const [name, rows] of Object.entries(sources)) console.log(`${name}: ${rows.length} words`);
  const rows = Object.values(sources).flat();
  if (args.includes("--folds")) {
    const tally = new Map<string, { right: number; all: number }>();
    for (let fold = 0; fold < FOLDS; fold++) {
      const model = trainLogistic(
        rows.filter((r) => r.group % FOLDS !== fold),
        CLASSIFIER_OPTIONS,
      );
      for (const [source, list] of Object.entries(sources))
        for (const row of list.filter((r) => r.group % FOLDS === fold))
          count(tally, source, row, classify(model, row.features), model.classes);
    }
    for (const [key, { right, all }] of [...tally].sort()) console.log(`${key}: ${((100 * right) / all).toFixed(1)} of ${all}`);
    return;
  }
  const model = trainLogistic(rows, CLASSIFIER_OPTIONS);
  if (model.classes.join() !== ARGUMENT_CLASSES.join()) throw new Error(`classes are ${model.classes.join()}`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL("arguments.bin", FOLDER), packClassifier(model));
  console.log(`models/who/arguments.bin: ${readFileSync(new URL("arguments.bin", FOLDER)).length} bytes`);
}

function count(
  tally: Map<string, { right: number; all: number }>,
  source: string,
  row: ArgumentRow,
  p: Float64Array,
  classes: readonly string[],
): void {
  const of = (name: string): number => p[classes.indexOf(name)]!;
  const likeliest = classes[p.indexOf(Math.max(...p))]!;
  const kept = row.rule && (row.rule.confidence >= SURE || of(row.rule.role) >= DROP) ? row.rule.role : undefined;
  const both = kept ?? (row.rule ? undefined : row.open.find((role) => of(role) >= ADD)) ?? "none";
  for (const [who, answer] of [
    ["classifier", likeliest],
    ["rules", row.rule?.role ?? "none"],
    ["both", both],
  ] as const) {
    for (const key of [
      `${source}, ${who}: found of ${row.label}`,
      `${source}, ${who}: right of said ${answer}`,
      `${source}, ${who}: all`,
    ]) {
      const cell = tally.get(key) ?? { right: 0, all: 0 };
      tally.set(key, { right: cell.right + Number(answer === row.label), all: cell.all + 1 });
    }
  }
}
