import { classify } from "../../src/learn/index.ts";
import { loadEventLexicon } from "../../src/what/index.ts";
import { type Example, type LogisticOptions, seeded, trainLogistic } from "../learn/logistic.ts";
import { fromExamples } from "./examples.ts";
import { fromJudged } from "./judged.ts";
import { analyser, type LabelledText } from "./labelled.ts";
import { fromCases, fromCoded, fromEveryday, fromQuiet, fromRelations, fromUncoded } from "./sources.ts";

/** A strong penalty, chosen on held-out articles: words seen in one article must not outweigh what classes of words and syntax say. */
export const TRIGGER_OPTIONS: LogisticOptions = { buckets: 1 << 17, epochs: 6, rate: 0.04, penalty: 0.3 };
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

/** Every text with labelled candidates that the trigger model learns from. */
export function labelledTexts(): readonly LabelledText[] {
  const analyse = analyser(loadEventLexicon());
  return [
    ...fromCases(analyse),
    ...fromCoded(analyse),
    ...fromQuiet(analyse),
    ...fromEveryday(analyse),
    ...fromRelations(analyse),
    ...fromExamples(analyse),
    ...fromJudged(analyse),
    ...fromUncoded(analyse, 150, 0.1),
  ];
}

/** The candidates of texts as examples for the classifier. */
export function examplesOf(texts: readonly LabelledText[]): Example[] {
  return texts.flatMap((t) =>
    t.candidates.map((c) => ({
      features: c.reading.features,
      label: c.event ? "event" : "none",
      weight: c.weight * SOURCE_WEIGHT[t.source],
    })),
  );
}

/** The probability that a candidate with these features is an event, by the id of its text. */
export type Judged = ReadonlyMap<string, (features: readonly string[]) => number>;

/** The article that a labelled text is: one may be coded whole and also have single words judged. */
const articleOf = ({ id }: LabelledText): string => id.replace(/^(?:judged:|uncoded:|[a-z]+\/[a-z-]+\.jsonl:)/, "");

/** For each text that is judged, the model that has not seen it. Which texts share a fold, and their order, hang on `order`. */
export function crossValidate(texts: readonly LabelledText[], folds: number, order: number): Judged {
  const random = seeded(order);
  const mixed = texts.map((text) => ({ text, key: random() })).sort((a, b) => a.key - b.key);
  const foldOf = new Map<string, number>();
  const judgedTexts = mixed.map(({ text }) => text).filter(({ source }) => /^(cases|coded|quiet|everyday|examples)$/.test(source));
  for (const text of judgedTexts) if (!foldOf.has(articleOf(text))) foldOf.set(articleOf(text), foldOf.size % folds);
  const judged = new Map<string, (features: readonly string[]) => number>();
  for (let fold = 0; fold < folds; fold++) {
    const rest = mixed.map(({ text }) => text).filter((text) => foldOf.get(articleOf(text)) !== fold);
    const model = trainLogistic(examplesOf(rest), TRIGGER_OPTIONS);
    const event = model.classes.indexOf("event");
    for (const text of judgedTexts)
      if (foldOf.get(articleOf(text)) === fold) judged.set(text.id, (features) => classify(model, features)[event] ?? 0);
  }
  return judged;
}
