import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { codeRows } from "../bench/code-rows.ts";
import type { CodedDocument } from "../src/code/index.ts";
import { Filing, type Headings } from "../src/merge/blocks.ts";
import { cluster, type Link } from "../src/merge/cluster.ts";
import { FEATURES } from "../src/merge/features/index.ts";
import { headings } from "../src/merge/headings.ts";
import { featuresOf, scorePair, type Weights } from "../src/merge/judge.ts";
import { mainEvent } from "../src/merge/main-event.ts";
import { type View, Viewer } from "../src/merge/view.ts";
import { fitPairs, type Pair } from "./merge/fit.ts";

/** Weights that the training data cannot teach, since its articles tell of one type of event, by one mode, by unknown people; set by hand. */
const BY_HAND: Readonly<Record<string, number>> = { type: 4, mode: 0.3, actors: 0.5, "pointing back": 0.8 };
const FOLDS = 5;
const THRESHOLDS = [-1.5, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.5];

interface Article {
  readonly id: string;
  readonly incident: string;
}

/**
 * Learns how much each feature weighs from articles with known incidents: logistic regression on candidate pairs; the threshold is
 * the one that groups the training folds best. `--coded FILE` takes documents that were coded before (JSON lines).
 */
export async function train(args: readonly string[]): Promise<void> {
  const folder = resolve(process.env.DATELINE_BENCH ?? new URL("../../shared/bench", import.meta.url).pathname);
  const lines = (file: string) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.endsWith("}"));
  const articles = lines(`${folder}/incidents/articles.jsonl`).map((line) => JSON.parse(line) as Article & Record<string, unknown>);
  const given = args.includes("--coded") ? args.slice(args.indexOf("--coded") + 1).filter((file) => existsSync(file)) : [];
  const coded =
    given.length > 0 ? given.flatMap((file) => lines(file).map((line) => JSON.parse(line) as CodedDocument)) : codeRows(articles);
  const incidentOf = new Map(articles.map(({ id, incident }) => [id, incident]));
  const viewer = new Viewer();
  const filing = new Filing();
  for (const record of coded.flatMap((document) => mainEvent(document) ?? [])) {
    const view = viewer.view(record);
    filing.add(view, headings(view, record));
  }
  const { views, headings: filed } = filing.inOrder();
  const incidents = views.map((view) => incidentOf.get(view.document)!);
  const pairs = pairsOf(views, filed, incidents);
  const reachable = pairs.filter(({ same }) => same).length;
  console.log(`${views.length} articles, ${pairs.length} candidate pairs, ${reachable} of them of one incident`);

  const foldOf = (incident: string) => Number(BigInt(`0x${Buffer.from(incident).toString("hex")}`) % 7919n) % FOLDS;
  const total = { both: 0, said: 0, gold: 0 };
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = incidents.map((incident) => foldOf(incident) === fold);
    const seen = pairs.filter(({ a, b }) => !held[a] && !held[b]);
    const weights = choose(
      fitPairs(seen, BY_HAND),
      views,
      incidents,
      seen,
      held.map((h) => !h),
    );
    const found = grouping(views, incidents, pairs, weights, (a, b) => (Number(held[a]) + Number(held[b])) / 2);
    const gold = goldPairs(articles.filter(({ incident }) => foldOf(incident) === fold));
    console.log(
      `fold ${fold}: threshold ${weights.threshold}  P ${pct(found.both / found.said)} R ${pct(found.both / gold)} F1 ${pct(f1(found.both, found.said, gold))}`,
    );
    total.both += found.both;
    total.said += found.said;
    total.gold += gold;
  }
  console.log(
    `five folds by incident: P ${pct(total.both / total.said)} R ${pct(total.both / total.gold)} F1 ${pct(f1(total.both, total.said, total.gold))}`,
  );
  const all = choose(
    fitPairs(pairs, BY_HAND),
    views,
    incidents,
    pairs,
    views.map(() => true),
  );
  const own = grouping(views, incidents, pairs, all, () => 1);
  console.log(`trained on all, grouped the same: F1 ${pct(f1(own.both, own.said, goldPairs(articles)))} threshold ${all.threshold}`);
  const about = Object.fromEntries(FEATURES.map(({ name, about }) => [name, about]));
  writeFileSync(new URL("../models/merge/weights.json", import.meta.url), `${JSON.stringify({ ...all, about }, null, 2)}\n`);
  for (const [name, weight] of Object.entries(all.weights)) console.log(weight.toFixed(2).padStart(7), name);
}

function pairsOf(views: readonly View[], filed: Headings, incidents: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  filed.eachPair((a, b) => {
    pairs.push({ a, b, features: featuresOf(views[a]!, views[b]!), same: incidents[a] === incidents[b] });
  });
  return pairs;
}

/** The weights with the threshold that groups the articles `within` best. */
function choose(
  weights: Omit<Weights, "threshold">,
  views: readonly View[],
  incidents: readonly string[],
  pairs: readonly Pair[],
  within: readonly boolean[],
): Weights {
  let best: Weights = { ...weights, threshold: 0 };
  let most = -1;
  for (const threshold of THRESHOLDS) {
    const tried = { ...weights, threshold };
    const { both, said, gold } = grouping(views, incidents, pairs, tried, (a, b) => Number(within[a]! && within[b]!));
    const value = f1(both, said, gold);
    if (value > most) {
      most = value;
      best = tried;
    }
  }
  return best;
}

function grouping(
  views: readonly View[],
  incidents: readonly string[],
  pairs: readonly Pair[],
  weights: Weights,
  counts: (a: number, b: number) => number,
) {
  const links: Link[] = [];
  for (const { a, b, features } of pairs) {
    const score = FEATURES.reduce((sum, { name }, i) => sum + (weights.weights[name] ?? 0) * features[i]!, weights.bias);
    if (score >= weights.threshold) links.push({ a, b, score });
  }
  const groups = cluster(links, {
    score: (a, b) => scorePair(views[a]!, views[b]!, weights),
    threshold: weights.threshold,
    apart: () => false,
    told: () => false,
  });
  let both = 0;
  let said = 0;
  for (const group of groups)
    group.forEach((a, i) => {
      for (const b of group.slice(i + 1)) {
        const share = counts(a, b);
        said += share;
        if (incidents[a] === incidents[b]) both += share;
      }
    });
  let gold = 0;
  const sizes = new Map<string, number>();
  incidents.forEach((incident, i) => counts(i, i) > 0 && sizes.set(incident, (sizes.get(incident) ?? 0) + 1));
  for (const n of sizes.values()) gold += (n * (n - 1)) / 2;
  return { both, said, gold };
}

function goldPairs(articles: readonly Article[]): number {
  const sizes = new Map<string, number>();
  for (const { incident } of articles) sizes.set(incident, (sizes.get(incident) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
}

function f1(both: number, said: number, gold: number): number {
  return both === 0 ? 0 : (2 * both) / (said + gold);
}

function pct(share: number): string {
  return (100 * share).toFixed(1);
}
