import { candidateFeatures, documentFeatures, Features, type Hashes, sentenceFeatures, step } from "./features.ts";
import type { OneVersusRest } from "./one-versus-rest.ts";
import { probabilities } from "./one-versus-rest.ts";
import type { Reading } from "./reading.ts";

/** The types of incident, as the Message Understanding Conferences divide them. */
export const INCIDENT_TYPES = ["attack", "bombing", "kidnapping", "robbery", "arson", "forced work stoppage"] as const;
export type IncidentType = (typeof INCIDENT_TYPES)[number];

/** The roles of an incident that phrases fill. */
export const INCIDENT_ROLES = ["perpetrators", "organisations", "targets", "victims", "weapons"] as const;
export type IncidentRole = (typeof INCIDENT_ROLES)[number];

/** Classes of the models of sentences and documents: whether any incident is told, then of which types. */
export const TOLD = ["any", ...INCIDENT_TYPES] as const;
/** Types that are common enough to be evidence for other questions. */
const COMMON = INCIDENT_TYPES.slice(0, 5);

export interface ScoreModels {
  readonly sentences: OneVersusRest;
  readonly documents: OneVersusRest;
  readonly relevance: OneVersusRest;
  readonly candidates: OneVersusRest;
  readonly incidents: OneVersusRest;
}

/** How likely each part of a document tells of an incident; every list of probabilities is in the order of its model's classes. */
export interface Scores {
  readonly sentences: readonly Float64Array[];
  /** From the document's words alone. */
  readonly document: Float64Array;
  /** From its words and its sentences. */
  readonly relevance: Float64Array;
  /** One row for each of the reading's candidates, a probability for each role. */
  readonly candidates: readonly Float64Array[];
  /** From all of these. */
  readonly incidents: Float64Array;
}

/** Asks the models one after the other; each sees what those before it answered. */
export function scoreReading(reading: Reading, models: ScoreModels): Scores {
  const sentences = reading.sentences.map((_, i) => probabilities(models.sentences, sentenceFeatures(reading, i)));
  const document = probabilities(models.documents, documentFeatures(reading));
  const relevance = probabilities(models.relevance, relevanceFeatures(document, sentences));
  const candidates = reading.candidates.map((_, i) => {
    const hashes = join(candidateFeatures(reading, reading.candidates[i]!).done(), contextFeatures(reading, i, sentences, relevance));
    return probabilities(models.candidates, hashes);
  });
  return {
    sentences,
    document,
    relevance,
    candidates,
    incidents: probabilities(models.incidents, incidentFeatures(relevance, document, candidates)),
  };
}

/** Whether a document tells of incidents, from its bag of words and its likeliest sentences. */
export function relevanceFeatures(document: Float64Array, sentences: readonly Float64Array[]): Hashes {
  const features = new Features();
  const told = sentences.map((p) => p[0]!).sort((a, b) => b - a);
  features.add("bias");
  TOLD.forEach((type, i) => {
    features.add(`document ${type} ${step(document[i]!)}`);
    features.add(`sentence ${type} ${step(highest(sentences, i))}`);
  });
  features.add(`second ${step(told[1] ?? 0)}`);
  features.add(`third ${step(told[2] ?? 0)}`);
  features.add(`sum ${Math.min(10, Math.round(sum(told) * 2))}`);
  features.add(`length ${Math.min(20, sentences.length >> 2)}`);
  features.add(`lead ${step(sentences[0]?.[0] ?? 0)}`);
  features.add(`both ${step(document[0]!)} ${step(told[0] ?? 0)}`);
  return features.done();
}

/** What a candidate's sentences and document say of it. */
export function contextFeatures(reading: Reading, candidate: number, sentences: readonly Float64Array[], relevance: Float64Array): Hashes {
  const features = new Features();
  const own = sentencesOf(reading, candidate).map((s) => sentences[s]!);
  const best = highest(own, 0);
  features.add(`told ${step(best)}`);
  features.add(`told first ${step(own[0]?.[0] ?? 0)}`);
  features.add(`document ${step(relevance[0]!)}`);
  features.add(`document ${step(relevance[0]!)} told ${step(best)}`);
  COMMON.forEach((type, i) => {
    features.add(`document ${type} ${step(relevance[i + 1]!)}`);
    features.add(`sentence ${type} ${step(highest(own, i + 1))}`);
  });
  return features.done();
}

/** Whether a document tells of incidents and of which types, once its candidates are known. */
export function incidentFeatures(relevance: Float64Array, document: Float64Array, candidates: readonly Float64Array[]): Hashes {
  const features = new Features();
  features.add("bias");
  TOLD.forEach((type, i) => {
    features.add(`relevance ${type} ${step(relevance[i]!)}`);
    features.add(`document ${type} ${step(document[i]!)}`);
  });
  INCIDENT_ROLES.forEach((role, k) => {
    const ranked = candidates.map((p) => p[k]!).sort((a, b) => b - a);
    features.add(`top ${role} ${step(ranked[0] ?? 0)}`);
    features.add(`fourth ${role} ${step(ranked[3] ?? 0)}`);
    features.add(`several ${role} ${Math.min(8, ranked.filter((p) => p > 0.3).length)}`);
  });
  const all = candidates.map((p) => Math.max(...p)).sort((a, b) => b - a);
  features.add(`all ${step(all[0] ?? 0)}`);
  features.add(`fifth ${step(all[4] ?? 0)}`);
  features.add(`sum ${Math.min(12, Math.round(sum(all.slice(0, 40))))}`);
  features.add(`both ${step(relevance[0]!)} ${step(all[1] ?? 0)}`);
  return features.done();
}

/** The sentences in which a candidate stands, each once, in the order of its places. */
export function sentencesOf(reading: Reading, candidate: number): readonly number[] {
  return [...new Set(reading.candidates[candidate]!.places.map((p) => reading.words[p[0]]!.sentence))];
}

/** The highest of one class's probabilities; 0 when there are none. */
export function highest(rows: readonly Float64Array[], at: number): number {
  return rows.reduce((best, p) => Math.max(best, p[at]!), 0);
}

/** Two sets of hashes in one. */
export function join(first: Hashes, second: Hashes): Hashes {
  const all = new Uint32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

const sum = (values: readonly number[]): number => values.reduce((total, p) => total + p, 0);
