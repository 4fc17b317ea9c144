import { type Classifier, classify, readClassifier } from "../learn/index.ts";

/** What was learnt of which candidates are events: a classifier with the classes "event" and "none", and how to calibrate it. */
export interface TriggerModel {
  /** Probability that the candidate with these features is an event, calibrated: of candidates at 0.8, eight in ten are. */
  probability(features: readonly string[]): number;
}

const FILE = new URL("../../models/what-triggers/weights.bin", import.meta.url);

/** A model from a trained classifier. */
export function triggerModel(classifier: Classifier): TriggerModel {
  const event = classifier.classes.indexOf("event");
  if (event < 0) throw new Error("a trigger model needs the class “event”");
  return { probability: (features) => classify(classifier, features)[event] ?? 0 };
}

/** The model that comes with the program. Throws an Error that names the file when it is missing or damaged. */
export function loadTriggerModel(): TriggerModel {
  return triggerModel(readClassifier(FILE));
}
