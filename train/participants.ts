import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadCoder } from "../src/code/index.ts";
import { PARTICIPANT_MODEL, PARTS, type Part, type ParticipantModel, VALUE_NAMES } from "../src/code/participants/index.ts";
import { loadParticipantModel } from "../src/code/participants/model.ts";
import { type Classifier, packClassifier, readClassifier } from "../src/learn/index.ts";
import { rows as benchmarkRows } from "./benchmarks.ts";
import { type CaseRow, codedRows } from "./coded/article.ts";
import { isSealed } from "./coded-score.ts";
import { type BoostOptions, trainBoosted } from "./learn/boosted.ts";
import { trainLogistic } from "./learn/logistic.ts";
import { type LearntEvent, learntEvents, withClassifier } from "./participants/events.ts";
import { judgeSets } from "./participants/judge.ts";
import { CLASSIFIER_OPTIONS, learntArticles, openSources } from "./who/learnt.ts";
import { codedArgumentRows } from "./who/rows.ts";

const FOLDS = 5;
const OPTIONS: BoostOptions = { trees: 150, depth: 3, rate: 0.06, penalty: 8, least: 4 };

/**
 * Trains the trees that choose an event's participants, on what classifiers of arguments say of articles that they were not trained on
 * (five folds). `--folds` prints how often whole sets are right, by held-out articles. `--store FILE` is that of `train -- who`; `--kept FOLDER`
 * keeps the folds' classifiers there, so that a second run is fast; `--sealed` learns from the sealed half, too.
 */
export async function train(args: string[]): Promise<void> {
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  withBlankModel();
  const coder = loadCoder();
  const articles = learntArticles(args);
  const classifiers = foldClassifiers(articles, option("--store"), option("--kept"));
  const folds = classifiers.map((classifier, fold) =>
    articles.filter((_, i) => i % FOLDS === fold).flatMap((row) => learntEvents(row, withClassifier(coder, classifier))),
  );
  if (args.includes("--folds")) {
    const answers = folds.map((events, fold) => ({ events, model: modelOf(folds.filter((_, k) => k !== fold).flat()) }));
    console.log(`open, folds    ${judgeSets(answers)}`);
    const model = modelOf(folds.flat());
    const whole = loadCoder();
    for (const [name, list] of [
      ["sealed", codedRows().filter(isSealed)],
      ["cases", benchmarkRows<CaseRow>("cases/dev.jsonl")],
    ] as const)
      console.log(`${name.padEnd(14)} ${judgeSets([{ events: list.flatMap((row) => learntEvents(row, whole)), model }])}`);
    return;
  }
  writeFileSync(PARTICIPANT_MODEL, `${JSON.stringify(modelOf(folds.flat()))}\n`);
}

function modelOf(events: readonly LearntEvent[]): ParticipantModel {
  const tree = (part: Part) =>
    trainBoosted(
      VALUE_NAMES,
      events.filter((e) => part === "actor" || e.gold.type !== "CONSULT").flatMap((e) => e.rows[part]),
      OPTIONS,
    );
  return { actor: tree("actor"), recipient: tree("recipient") };
}

/** For each fold a classifier of arguments that has not seen its articles. */
function foldClassifiers(articles: readonly CaseRow[], store: string | undefined, kept: string | undefined): readonly Classifier[] {
  const file = (fold: number): string | undefined => (kept === undefined ? undefined : join(kept, `arguments-${fold}.bin`));
  if (kept !== undefined && existsSync(file(0)!))
    return Array.from({ length: FOLDS }, (_, fold) => readClassifier(pathToFileURL(file(fold)!)));
  const others = Object.values(openSources(store)).flat();
  const coded = codedArgumentRows(articles);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = trainLogistic([...others, ...coded.filter((r) => r.group % FOLDS !== fold)], CLASSIFIER_OPTIONS);
    if (kept !== undefined) {
      mkdirSync(kept, { recursive: true });
      writeFileSync(file(fold)!, packClassifier(model));
    }
    return model;
  });
}

/** The coder loads no model that is made for other values: one that chooses nobody stands in until this one is trained. */
function withBlankModel(): void {
  try {
    loadParticipantModel();
  } catch {
    const blank = { names: VALUE_NAMES, depth: 1, base: -9, trees: [] };
    writeFileSync(PARTICIPANT_MODEL, JSON.stringify(Object.fromEntries(PARTS.map((part) => [part, blank]))));
  }
}
