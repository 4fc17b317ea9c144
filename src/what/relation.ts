import type { Span } from "../document/index.ts";
import { type Classifier, classify, likeliest, readClassifier } from "../learn/index.ts";
import type { Sentence, Word } from "../parse/layers.ts";
import { analyse } from "./analysis.ts";
import { PLOVER_TYPES, type PloverType } from "./layers.ts";
import type { EventLexicon } from "./lexicon.ts";
import { headOfSpan, relationFeatures } from "./relation-features.ts";

/** PLOVER root types, RETREAT and CONCEDE joined as YIELD: from the actors and one sentence alone the two cannot be told apart. */
export type RelationType = Exclude<PloverType, "CONCEDE" | "RETREAT"> | "YIELD";

export interface Relation {
  readonly type: RelationType;
  /** 0..1 */
  readonly probability: number;
}

export interface RelationModel {
  readonly classifier: Classifier;
}

const FILE = new URL("../../models/what-relations/weights.bin", import.meta.url);
const TYPES: readonly RelationType[] = [
  ...PLOVER_TYPES.filter((type): type is Exclude<PloverType, "CONCEDE" | "RETREAT"> => type !== "CONCEDE" && type !== "RETREAT"),
  "YIELD",
];

/** The model that comes with the program. Throws an Error that names the file when it is missing or damaged. */
export function loadRelationModel(): RelationModel {
  return { classifier: readClassifier(FILE) };
}

/**
 * What a source does to a target in one sentence, as a PLOVER root type. The spans are those of the two participants' names, in
 * characters of the text that the words come from. Always answers: that the two have to do with one another is taken as given.
 */
export function classifyRelation(
  input: { readonly words: readonly Word[]; readonly sentences: readonly Sentence[]; readonly source: Span; readonly target: Span },
  lexicon: EventLexicon,
  model: RelationModel,
): Relation {
  const analysis = analyse(lexicon, input.words, input.sentences);
  const source = headOfSpan(analysis.syntax, input.source);
  const target = headOfSpan(analysis.syntax, input.target);
  const features = relationFeatures(analysis, Math.max(0, source), Math.max(0, target));
  const probabilities = classify(model.classifier, features);
  const best = likeliest(probabilities);
  const type = TYPES.find((t) => t === model.classifier.classes[best]) ?? "ASSAULT";
  return { type, probability: probabilities[best] ?? 0 };
}
