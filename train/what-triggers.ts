import { mkdirSync, writeFileSync } from "node:fs";
import { classify, packClassifier } from "../src/learn/index.ts";
import { loadEventLexicon } from "../src/what/index.ts";
import { type Example, trainLogistic } from "./learn/logistic.ts";
import { fromExamples } from "./what/examples.ts";
import { analyser, type LabelledText } from "./what/labelled.ts";
import { fromCases, fromQuiet, fromRelations, fromUncoded } from "./what/sources.ts";
import { report } from "./what/trigger-report.ts";

/** A strong penalty, chosen on held-out articles: words seen in one article must not outweigh what classes of words and syntax say. */
const OPTIONS = { buckets: 1 << 15, epochs: 6, rate: 0.06, penalty: 0.2 };
/** Everyday articles and our own sentences are few beside the sentences coded for relations. */
const SOURCE_WEIGHT: Readonly<Record<LabelledText["source"], number>> = { cases: 1, quiet: 1.5, relations: 1, examples: 1.5, other: 1 };
const FOLDER = new URL("../models/what-triggers/", import.meta.url);

function examplesOf(texts: readonly LabelledText[]): Example[] {
  return texts.flatMap((t) =>
    t.candidates.map((c) => ({
      features: c.reading.features,
      label: c.event ? "event" : "none",
      weight: c.weight * SOURCE_WEIGHT[t.source],
    })),
  );
}

/**
 * Trains the classifier of event triggers. `--folds 10` holds out whole articles of `cases` and `quiet` in turn and prints what the
 * held-out articles give; without it the model on all data is written to models/what-triggers/. `--show` prints errors.
 */
export async function train(args: string[]): Promise<void> {
  const lexicon = loadEventLexicon();
  const analyse = analyser(lexicon);
  const texts = [
    ...fromCases(analyse),
    ...fromQuiet(analyse),
    ...fromRelations(analyse),
    ...fromExamples(analyse),
    ...fromUncoded(analyse, 150, 0.1),
  ];
  const folds = args.includes("--folds") ? Number(args[args.indexOf("--folds") + 1]) : 0;
  if (folds > 1) {
    const judged = new Map<string, (features: readonly string[]) => number>();
    for (let fold = 0; fold < folds; fold++) {
      const held = texts.filter((t, i) => (t.source === "cases" || t.source === "quiet" || t.source === "examples") && i % folds === fold);
      const rest = texts.filter((t) => !held.includes(t));
      const model = trainLogistic(examplesOf(rest), OPTIONS);
      const event = model.classes.indexOf("event");
      for (const text of held) judged.set(text.id, (features) => classify(model, features)[event] ?? 0);
    }
    report(texts, judged, args.includes("--show"));
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL("weights.bin", FOLDER), packClassifier(trainLogistic(examplesOf(texts), OPTIONS)));
  console.log(`written: ${texts.length} texts, ${texts.reduce((n, t) => n + t.candidates.length, 0)} candidates`);
}
