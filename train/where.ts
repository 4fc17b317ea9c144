import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cluster, clusters, FEATURES, LOCAL } from "../src/where/cluster.ts";
import { openCompact } from "../src/where/compact.ts";
import { distanceKm } from "../src/where/distance.ts";
import type { HashedWeights } from "../src/where/features.ts";
import { probability } from "../src/where/features.ts";
import type { Gazetteer } from "../src/where/gazetteer.ts";
import { type NameKnowledge, readCommonWords, readGivenNames } from "../src/where/names.ts";
import { type RankerWeights, Scene, softmax } from "../src/where/rank.ts";
import { gatherEvidence, spotFeatures } from "../src/where/recognise.ts";
import { type Spot, spotNames } from "../src/where/spot.ts";
import { tokenize } from "../src/where/tokens.ts";

const BENCH = process.env.DATELINE_BENCH ?? "../shared/bench";
const BUCKETS = 1 << 15;
const FOLDS = 5;

interface Gold {
  readonly span: readonly [number, number];
  readonly latitude: number | null;
  readonly longitude: number | null;
}
interface Article {
  readonly id: string;
  readonly text: string;
  readonly places: readonly Gold[];
  readonly set: "lgl" | "tr-news";
}
/** An article with everything that the learners look at, worked out once. */
interface Prepared {
  readonly article: Article;
  readonly tokens: ReturnType<typeof tokenize>;
  readonly spots: readonly Spot[];
  readonly features: readonly (readonly number[])[];
  /** For each spot: 1 a place, 0 none, -1 a place that the annotators gave no point. */
  readonly labels: readonly number[];
  readonly golds: readonly (Gold | undefined)[];
}

function readArticles(set: Article["set"]): Article[] {
  return readFileSync(join(BENCH, "places", `${set}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ ...(JSON.parse(line) as Omit<Article, "set">), set }));
}

/** Words that the treebanks' training texts write in lower case and the gazetteer holds as names: "1 word" to "3 word", by how often. */
function commonWords(gazetteer: Gazetteer): string {
  const counts = new Map<string, number>();
  for (const file of ["ewt-train.conllu", "gum-train.conllu"])
    for (const line of readFileSync(join(BENCH, "parse", file), "utf8").split("\n")) {
      const word = line.split("\t")[1];
      if (word && /^[a-z]{2,}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  const level = (n: number) => (n < 3 ? 1 : n < 20 ? 2 : 3);
  return [...counts]
    .filter(([word]) => gazetteer.lookup(word).length > 0)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([word, n]) => `${level(n)} ${word}`)
    .join("\n");
}

function prepare(article: Article, gazetteer: Gazetteer, names: NameKnowledge): Prepared {
  const tokens = tokenize(article.text);
  const spots = spotNames(article.text, tokens, gazetteer);
  const evidence = gatherEvidence(article.text, tokens, spots, names);
  const golds = spots.map((spot) => article.places.find((g) => g.span[0] < spot.end && spot.start < g.span[1]));
  return {
    article,
    tokens,
    spots,
    features: spots.map((_, i) => spotFeatures(evidence, i, names)),
    labels: golds.map((gold) => (gold === undefined ? 0 : gold.latitude === null ? -1 : 1)),
    golds,
  };
}

/** Logistic regression by AdaGrad with a little L2; deterministic. */
function trainRecogniser(data: readonly Prepared[], weightOf: (set: string) => number): HashedWeights {
  const w = new Float64Array(BUCKETS);
  const g = new Float64Array(BUCKETS).fill(1e-6);
  let bias = 0;
  let biasG = 1e-6;
  for (let epoch = 0; epoch < 12; epoch++)
    for (const doc of data)
      doc.features.forEach((features, i) => {
        const label = doc.labels[i]!;
        if (label < 0) return;
        let sum = bias;
        for (const f of features) sum += w[f & (BUCKETS - 1)]!;
        const error = (1 / (1 + Math.exp(-sum)) - label) * weightOf(doc.article.set);
        for (const f of features) {
          const at = f & (BUCKETS - 1);
          const gradient = error + 0.0006 * w[at]!;
          g[at]! += gradient * gradient;
          w[at]! -= (0.12 * gradient) / Math.sqrt(g[at]!);
        }
        biasG += error * error;
        bias -= (0.12 * error) / Math.sqrt(biasG);
      });
  let top = 0;
  for (const value of w) top = Math.max(top, Math.abs(value));
  const scale = top / 127;
  return { weights: Int8Array.from(w, (value) => Math.round(value / scale)), scale, bias };
}

interface Lesson {
  readonly scene: Scene;
  /** For each cluster: which candidates are right; undefined when nothing can be learnt from it. */
  readonly right: readonly (readonly boolean[] | undefined)[];
  readonly weight: number;
}

function lesson(doc: Prepared, weight: number): Lesson {
  const kept = doc.spots.map((_, i) => i).filter((i) => doc.labels[i] !== 0);
  const spots = kept.map((i) => doc.spots[i]!);
  const found = clusters(spots, doc.tokens, doc.article.text);
  const right = found.map((cluster: Cluster) => {
    const golds = cluster.spots.map((s) => doc.golds[kept[s]!]!).filter((gold) => gold.latitude !== null);
    if (golds.length === 0 || cluster.candidates.length < 2) return undefined;
    const km = cluster.candidates.map(({ place }) => {
      const ds = golds.map((gold) => distanceKm(place.latitude, place.longitude, gold.latitude!, gold.longitude!));
      return ds.sort((a, b) => a - b)[ds.length >> 1]!;
    });
    const least = Math.min(...km);
    return least > 161 ? undefined : km.map((d) => d <= Math.max(least, 30));
  });
  return { scene: new Scene(found, spots, doc.article.text), right, weight };
}

function trainRanker(lessons: readonly Lesson[]): RankerWeights {
  const weights = { alone: new Array<number>(FEATURES.length).fill(0), inArticle: new Array<number>(FEATURES.length).fill(0) };
  const descend = (w: number[], count: number, epochs: number) => {
    const g = new Float64Array(FEATURES.length).fill(1e-4);
    for (let epoch = 0; epoch < epochs; epoch++)
      for (const { scene, right, weight } of lessons)
        scene.clusters.forEach((cluster, c) => {
          const truth = right[c];
          if (!truth) return;
          const p = softmax(cluster.features.map((x) => w.slice(0, count).reduce((sum, value, i) => sum + value * x[i]!, 0)));
          let mass = 0;
          truth.forEach((yes, i) => {
            if (yes) mass += p[i]!;
          });
          const heavy = weight * (1 + Math.log2(cluster.spots.length));
          for (let k = 0; k < count; k++) {
            let gradient = 0.0005 * w[k]!;
            cluster.features.forEach((x, i) => {
              gradient += heavy * (p[i]! - (truth[i] ? p[i]! / Math.max(mass, 1e-9) : 0)) * x[k]!;
            });
            g[k]! += gradient * gradient;
            w[k]! -= (0.15 * gradient) / Math.sqrt(g[k]!);
          }
        });
  };
  descend(weights.alone, LOCAL, 6);
  for (let pass = 0; pass < 3; pass++) {
    for (const { scene } of lessons) {
      scene.look(scene.alone(weights));
      if (pass > 0) scene.look(scene.inArticle(weights));
    }
    descend(weights.inArticle, FEATURES.length, pass === 0 ? 6 : 4);
  }
  return weights;
}

/** The scorer's figures for a set of articles. */
function score(data: readonly Prepared[], recogniser: HashedWeights, ranker: RankerWeights, threshold: number) {
  let [gold, predicted, met, hit] = [0, 0, 0, 0];
  for (const doc of data) {
    const kept = doc.spots.map((_, i) => i).filter((i) => probability(recogniser, doc.features[i]!) >= threshold);
    const spots = kept.map((i) => doc.spots[i]!);
    const found = clusters(spots, doc.tokens, doc.article.text);
    const scene = new Scene(found, spots, doc.article.text);
    const beliefs = scene.resolve(ranker);
    const best = new Map<number, { latitude: number; longitude: number }>();
    found.forEach((cluster, c) => {
      const p = beliefs[c]!;
      const place = cluster.candidates[p.indexOf(Math.max(...p))]!.place;
      for (const s of cluster.spots) best.set(kept[s]!, place);
    });
    gold += doc.article.places.filter((g) => g.latitude !== null).length;
    const used = new Set<Gold>();
    for (const i of kept) {
      const g = doc.golds[i];
      if (g?.latitude === null) continue;
      predicted++;
      if (!g || used.has(g)) continue;
      used.add(g);
      met++;
      if (distanceKm(best.get(i)!.latitude, best.get(i)!.longitude, g.latitude, g.longitude!) <= 161) hit++;
    }
  }
  const [p, r] = [hit / predicted, hit / gold];
  const [sp, sr] = [met / predicted, met / gold];
  const pct = (x: number) => (100 * x).toFixed(1);
  return `span F1 ${pct((2 * sp * sr) / (sp + sr))} (P ${pct(sp)} R ${pct(sr)})  on met ${pct(hit / met)}  end to end F1 ${pct((2 * p * r) / (p + r))}`;
}

/** Trains the recogniser and the ranker of places; "--cv" prints five-fold cross-validated figures first. */
export async function train(args: string[]): Promise<void> {
  const gazetteer = openCompact(readFileSync("models/gazetteer/places.bin"));
  mkdirSync("models/where", { recursive: true });
  writeFileSync("models/where/common-words.txt", `${commonWords(gazetteer)}\n`);
  const names: NameKnowledge = {
    ...readGivenNames("lexicon/places/given-names.txt"),
    common: readCommonWords("models/where/common-words.txt"),
  };
  const data = [...readArticles("lgl"), ...readArticles("tr-news")].map((article) => prepare(article, gazetteer, names));
  const weightOf = (set: string) => (set === "lgl" ? 1 : 2);
  const learn = (docs: readonly Prepared[]) => ({
    recogniser: trainRecogniser(docs, weightOf),
    ranker: trainRanker(docs.map((doc) => lesson(doc, weightOf(doc.article.set)))),
  });
  if (args.includes("--cv")) {
    const parts = Array.from({ length: FOLDS }, (_, k) => {
      const model = learn(data.filter((_, i) => i % FOLDS !== k));
      return { model, test: data.filter((_, i) => i % FOLDS === k) };
    });
    for (const set of ["lgl", "tr-news"] as const)
      for (const threshold of [0.35, 0.45, 0.5, 0.55, 0.65])
        console.log(
          set,
          threshold,
          parts
            .map(({ model, test }) =>
              score(
                test.filter((d) => d.article.set === set),
                model.recogniser,
                model.ranker,
                threshold,
              ),
            )
            .join("\n            "),
        );
  }
  const model = learn(data);
  for (const set of ["lgl", "tr-news"] as const)
    console.log(
      `trained on all: ${set} ${score(
        data.filter((d) => d.article.set === set),
        model.recogniser,
        model.ranker,
        0.5,
      )}`,
    );
  writeFileSync("models/where/recogniser.bin", model.recogniser.weights);
  const round = (values: readonly number[]) => values.map((value) => Math.round(value * 1e4) / 1e4);
  writeFileSync(
    "models/where/weights.json",
    `${JSON.stringify({ recogniser: { scale: model.recogniser.scale, bias: model.recogniser.bias }, features: FEATURES, alone: round(model.ranker.alone), inArticle: round(model.ranker.inArticle) }, null, 1)}\n`,
  );
}
