// The classifier of mention types: `npm run train -- mentions [--folds 5]`.
// Data: GUM train (gold trees; ten types of entity) and re3d (predicted trees). With --folds, re3d is also cross-validated by document.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Classifier, classify, likeliest, packClassifier } from "../src/learn/index.ts";
import { parse } from "../src/parse/index.ts";
import type { EntityType, Word } from "../src/parse/layers.ts";
import { candidates, dependentsOf } from "../src/parse/mentions/candidates.ts";
import { type HeadNouns, loadHeadNouns } from "../src/parse/mentions/head-nouns.ts";
import { findMentions } from "../src/parse/mentions/mentions.ts";
import { typeFeatures } from "../src/parse/mentions/type-features.ts";
import { type Example, trainLogistic } from "./learn/logistic.ts";
import { type GumDocument, headOf, readGum } from "./mentions/gum.ts";
import { type Re3dDocument, re3dTypeOf, scoreRe3d } from "./mentions/re3d.ts";

const bench = process.env.DATELINE_BENCH ?? new URL("../../shared/bench", import.meta.url).pathname;
const OPTIONS = { buckets: 1 << 16, epochs: 10, rate: 0.12, penalty: 2e-4 };

interface Corpora {
  readonly headNouns: HeadNouns;
  readonly gum: readonly Example[];
  /** Trained on GUM alone: it types what re3d leaves unmarked. */
  readonly first: Classifier;
  readonly re3d: readonly { readonly document: Re3dDocument; readonly words: readonly Word[] }[];
}

function corpora(): Corpora {
  const headNouns = loadHeadNouns();
  const gum = readGum(join(bench, "parse/gum-train.conllu")).flatMap((d) => gumExamples(d, headNouns));
  const re3d = readFileSync(join(bench, "entities/dev.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Re3dDocument)
    .map((d) => ({ document: d, words: parse(d.text).words }));
  return { headNouns, gum, first: trainLogistic(gum, OPTIONS), re3d };
}

/** Overlap scores on re3d by cross-validation: each document is judged by a model that has not seen it. Trains as many models as folds. */
export function crossValidated(folds: number, { headNouns, gum, first, re3d }: Corpora = corpora()): string {
  const results = [];
  for (let fold = 0; fold < folds; fold++) {
    const held = re3d.filter((_, i) => i % folds === fold);
    const rest = re3d.filter((_, i) => i % folds !== fold);
    const types = trainLogistic([...gum, ...rest.flatMap((r) => re3dExamples(r.document, r.words, headNouns, first))], OPTIONS);
    results.push(
      ...held.map((h) => ({
        gold: h.document,
        found: findMentions(h.words, { headNouns, types }).map((m) => ({ span: m.span, type: m.type, form: m.form })),
      })),
    );
  }
  return `re3d, ${folds} folds by document:\n${scoreRe3d(results)}`;
}

export async function train(args: string[]): Promise<void> {
  const data = corpora();
  const { headNouns, gum, first, re3d } = data;
  const folds = args.includes("--folds") ? Number(args[args.indexOf("--folds") + 1]) : 0;
  if (folds > 1) console.log(crossValidated(folds, data));
  const model = trainLogistic([...gum, ...re3d.flatMap((r) => re3dExamples(r.document, r.words, headNouns, first))], OPTIONS);
  const folder = new URL("../models/mentions/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("types.bin", folder), packClassifier(model));
  const dev = readGum(join(bench, "parse/gum-dev.conllu")).flatMap((d) => gumExamples(d, headNouns));
  const right = dev.filter((e) => model.classes[likeliest(classify(model, e.features))] === e.label).length;
  console.log(`GUM dev, gold trees: ${((100 * right) / dev.length).toFixed(1)} per cent of ${dev.length} candidates have their type`);
}

/** Several persons: re3d counts them as an organisation, GUM as a person; a plural noun or pronoun tells. */
const isMany = (head: Word): boolean => head.morphology.Number === "Plur" && head.upos !== "PROPN";

const isPersonal = (head: Word, headNouns: HeadNouns): boolean =>
  head.upos === "PRON" || headNouns.get(head.lemma.toLowerCase())?.[0] === "person";

const GUM_TYPES: Readonly<Record<string, EntityType>> = { substance: "object", plant: "object" };
const PHYSICAL: readonly EntityType[] = ["weapon", "vehicle", "platform"];

function gumExamples(document: GumDocument, headNouns: HeadNouns): readonly Example[] {
  const { words } = document;
  const below = dependentsOf(words);
  const gold = new Map(
    document.entities.toSorted((a, b) => a.end - a.first - (b.end - b.first)).map((e) => [headOf(words, e.first, e.end), e.type]),
  );
  return candidates(words, below, headNouns).map((c) => {
    const type = gold.get(c.head.index);
    const physical = type === "object" ? headNouns.get(c.head.lemma.toLowerCase())?.find((t) => PHYSICAL.includes(t)) : undefined;
    return {
      features: typeFeatures(c, words, below, headNouns, false),
      label: type === undefined ? "none" : (physical ?? GUM_TYPES[type] ?? type),
    };
  });
}

/** What re3d leaves unmarked is labelled by what GUM taught, among the types that re3d has no name for. */
function re3dExamples(document: Re3dDocument, words: readonly Word[], headNouns: HeadNouns, gum: Classifier): readonly Example[] {
  const below = dependentsOf(words);
  const gold = new Map<number, EntityType>();
  for (const [begin, end, type, value] of document.entities.toSorted((a, b) => a[1] - a[0] - (b[1] - b[0]))) {
    const known = re3dTypeOf(type);
    const first = words.findIndex((w) => w.span[1] > begin);
    const last = words.findLastIndex((w) => w.span[0] < end);
    if (/^\p{Ll}{1,3} \p{Lu}/u.test(value)) continue; // re3d has some vehicles that are slips of the annotation tool
    if (known && first >= 0 && last >= first) gold.set(headOf(words, first, last + 1), known);
  }
  const unmarked = new Set(["abstract", "event", "object", "animal", "none"]);
  return candidates(words, below, headNouns).map((c) => {
    const features = typeFeatures(c, words, below, headNouns, true);
    const known = gold.get(c.head.index);
    if (known)
      return {
        features,
        label: known === "organization" && isMany(c.head) && isPersonal(c.head, headNouns) ? "people" : known,
        weight: 5,
      };
    const p = classify(gum, typeFeatures(c, words, below, headNouns, false)).map((x, i) => (unmarked.has(gum.classes[i]!) ? x : 0));
    return { features, label: gum.classes[likeliest(p)]!, weight: 2 };
  });
}
