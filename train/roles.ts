import { mkdirSync, writeFileSync } from "node:fs";
import { join as joinPath, resolve } from "node:path";
import { keyOf } from "../src/code/incidents/candidates.ts";
import { candidateFeatures, documentFeatures, sentenceFeatures } from "../src/code/incidents/features.ts";
import { findFillers, VALUE_NAMES } from "../src/code/incidents/fillers.ts";
import { INCIDENT_MODELS } from "../src/code/incidents/models.ts";
import { type OneVersusRest, packOneVersusRest, probabilities } from "../src/code/incidents/one-versus-rest.ts";
import { type Reading, readingOf } from "../src/code/incidents/reading.ts";
import {
  contextFeatures,
  INCIDENT_ROLES,
  INCIDENT_TYPES,
  incidentFeatures,
  join,
  relevanceFeatures,
  TOLD,
} from "../src/code/incidents/scores.ts";
import { type Row, trainBoosted } from "./learn/boosted.ts";
import { RANKER_OPTIONS, trainGroups } from "./roles/groups.ts";
import { type Labelled, type Options, trainOneVersusRest } from "./roles/one-versus-rest.ts";
import { annotatedRows, ROW_ROLES, type RoleRow } from "./roles/rows.ts";

const FOLDS = 4;
/** Of the phrases that fill nothing, one in so many is learnt from: there are forty of them to one that does. */
const SAMPLE = 3;

interface Item {
  readonly row: RoleRow;
  readonly reading: Reading;
  readonly labels: readonly number[];
  sentences: Float64Array[];
  document: Float64Array;
  relevance: Float64Array;
  candidates: Float64Array[];
  incidents: Float64Array;
}

/**
 * Trains the models of incidents, each on what those before it answer for documents that they were not trained on (four folds).
 * `--store FILE` keeps the annotated documents in that file, so that a second run is fast.
 */
export async function train(args: string[]): Promise<void> {
  const bench = resolve(process.env.DATELINE_BENCH ?? new URL("../../shared/bench", import.meta.url).pathname);
  const store = args.includes("--store") ? args[args.indexOf("--store") + 1] : undefined;
  const items = annotatedRows(joinPath(bench, "roles/train.jsonl"), store).map(({ row, document }) => itemOf(row, readingOf(document)));
  const sentences = outOfFold(items, TOLD, sentencesOf, (item, p) => (item.sentences = p), {
    least: 4,
    epochs: 8,
    rate: 0.02,
    penalty: 1e-2,
  });
  const documents = outOfFold(items, TOLD, documentOf, (item, p) => (item.document = p[0]!), {
    least: 5,
    epochs: 20,
    rate: 0.005,
    penalty: 1e-2,
  });
  const small: Options = { least: 3, epochs: 15, rate: 0.02, penalty: 1e-2 };
  const relevance = outOfFold(items, TOLD, relevanceOf, (item, p) => (item.relevance = p[0]!), small);
  const options: Options = { least: 4, epochs: 4, rate: 0.07, penalty: 1e-2 };
  const candidates = outOfFold(items, INCIDENT_ROLES, candidatesOf, (item, p) => (item.candidates = p), options, sampled);
  const incidents = outOfFold(items, TOLD, incidentsOf, (item, p) => (item.incidents = p[0]!), small);
  const rows = items.map(fillersOf);
  const ranker = trainBoosted(VALUE_NAMES, rows.flat(), RANKER_OPTIONS);
  const { pairs, kinds } = trainGroups(items, rows, FOLDS);
  mkdirSync(INCIDENT_MODELS, { recursive: true });
  for (const [name, model] of Object.entries({ sentences, documents, relevance, candidates, incidents, kinds })) {
    writeFileSync(new URL(`${name}.bin`, INCIDENT_MODELS), packOneVersusRest(model));
    console.log(`${name}: ${model.features.length} features`);
  }
  for (const [name, model] of Object.entries({ ranker, pairs }))
    writeFileSync(new URL(`${name}.json`, INCIDENT_MODELS), `${JSON.stringify(model)}\n`);
}

/** Trains on all but each fold in turn to answer for that fold, then on everything. */
function outOfFold(
  items: readonly Item[],
  classes: readonly string[],
  examples: (item: Item) => readonly Labelled[],
  answer: (item: Item, probabilities: Float64Array[]) => void,
  options: Options,
  pick: (examples: readonly Labelled[]) => readonly Labelled[] = (all) => all,
): OneVersusRest {
  const foldOf = (index: number): number => Math.floor((index * FOLDS) / items.length);
  const all = items.map(examples);
  const picked = all.map(pick);
  const answers: Float64Array[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainOneVersusRest(
      classes,
      picked.filter((_, i) => foldOf(i) !== fold),
      options,
    );
    all.forEach((list, i) => {
      if (foldOf(i) === fold) answers[i] = list.map((e) => probabilities(model, e.hashes));
    });
  }
  items.forEach((item, i) => answer(item, answers[i]!));
  return trainOneVersusRest(classes, picked, options);
}

function itemOf(row: RoleRow, reading: Reading): Item {
  const labels = reading.candidates.map(({ key }) =>
    ROW_ROLES.reduce((bits, role, k) => (row.extracts[role].some((e) => e.some((s) => keyOf(s) === key)) ? bits | (1 << k) : bits), 0),
  );
  return {
    row,
    reading,
    labels,
    sentences: [],
    document: new Float64Array(),
    relevance: new Float64Array(),
    candidates: [],
    incidents: new Float64Array(),
  };
}

/** Bits of the types that a template's own type names; a type may be given as alternatives. */
const typeBits = (type: string): number => INCIDENT_TYPES.reduce((bits, t, i) => (type.includes(t) ? bits | (2 << i) : bits), 0);

/** A sentence tells of an incident when a filler stands in it; of the types that the filler's templates have. */
function sentencesOf({ row, reading, labels }: Item): readonly Labelled[] {
  const told = reading.sentences.map(() => 0);
  reading.candidates.forEach(({ key, places }, i) => {
    if (labels[i] === 0) return;
    const mine = row.templates.filter((t) => ROW_ROLES.some((role) => t[role].some((e) => e.some((s) => keyOf(s) === key))));
    const bits = mine.reduce((all, t) => all | typeBits(t.incident_type), 1);
    for (const [first] of places) told[reading.words[first]!.sentence]! |= bits;
  });
  return told.map((bits, i) => ({ hashes: sentenceFeatures(reading, i), labels: bits }));
}

const documentBits = ({ row }: Item): number => row.templates.reduce((bits, t) => bits | 1 | typeBits(t.incident_type), 0);

function documentOf(item: Item): readonly Labelled[] {
  return [{ hashes: documentFeatures(item.reading), labels: documentBits(item) }];
}

function relevanceOf(item: Item): readonly Labelled[] {
  return [{ hashes: relevanceFeatures(item.document, item.sentences), labels: documentBits(item) }];
}

function candidatesOf({ reading, labels, sentences, relevance }: Item): readonly Labelled[] {
  return reading.candidates.map((candidate, i) => ({
    hashes: join(candidateFeatures(reading, candidate).done(), contextFeatures(reading, i, sentences, relevance)),
    labels: labels[i]!,
  }));
}

function sampled(examples: readonly Labelled[]): readonly Labelled[] {
  return examples.filter((e, i) => e.labels !== 0 || (Math.imul(i, 0x9e3779b1) >>> 0) % SAMPLE === 0);
}

function incidentsOf(item: Item): readonly Labelled[] {
  return [{ hashes: incidentFeatures(item.relevance, item.document, item.candidates), labels: documentBits(item) }];
}

/** A possible filler is right when its first wording is an accepted one of an entity that no better filler has taken. */
function fillersOf(item: Item): readonly Row[] {
  const taken = new Set<readonly string[]>();
  return findFillers(item.reading, item).map((filler) => {
    const { key } = item.reading.candidates[filler.wordings[0]!]!;
    const entity = item.row.extracts[ROW_ROLES[filler.role]!].find((e) => !taken.has(e) && e.some((s) => keyOf(s) === key));
    if (entity) taken.add(entity);
    return { values: filler.values, yes: entity !== undefined };
  });
}
