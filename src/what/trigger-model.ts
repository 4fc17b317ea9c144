import { type Classifier, classify, readClassifier } from "../learn/index.ts";

/** What was learnt of which candidates are events: a classifier with the classes "event" and "none", and how to calibrate it. */
export interface TriggerModel {
  /** Probability that the candidate with these features is an event, calibrated: of candidates at 0.8, eight in ten are. */
  probability(features: readonly string[]): number;
}

const FILE = new URL("../../models/what-triggers/weights.bin", import.meta.url);

/**
 * What the classifier says, and how often it was right on articles held out in cross-validation: hardly different any more. Between two points
 * the line is straight.
 */
const CALIBRATION: readonly (readonly [said: number, right: number])[] = [
  [0, 0.02],
  [0.05, 0.03],
  [0.15, 0.16],
  [0.25, 0.25],
  [0.35, 0.35],
  [0.45, 0.43],
  [0.55, 0.56],
  [0.65, 0.64],
  [0.75, 0.73],
  [0.85, 0.82],
  [0.95, 0.93],
  [1, 0.97],
];

/** The share of candidates that were events where the classifier said `probability` (0 to 1); never falls as it rises. */
export function calibrated(probability: number): number {
  for (let i = 1; i < CALIBRATION.length; i++) {
    const [x0, y0] = CALIBRATION[i - 1]!;
    const [x1, y1] = CALIBRATION[i]!;
    if (probability <= x1) return y0 + ((y1 - y0) * (Math.max(probability, x0) - x0)) / (x1 - x0);
  }
  return CALIBRATION.at(-1)![1];
}

/** A model from a trained classifier. */
export function triggerModel(classifier: Classifier): TriggerModel {
  const event = classifier.classes.indexOf("event");
  if (event < 0) throw new Error("a trigger model needs the class “event”");
  return { probability: (features) => calibrated(classify(classifier, features)[event] ?? 0) };
}

/** The model that comes with the program. Throws an Error that names the file when it is missing or damaged. */
export function loadTriggerModel(): TriggerModel {
  return triggerModel(readClassifier(FILE));
}
