// The antecedent classifier: `npm run train -- coreference`. Data: GUM train (gold trees, gold mentions and groups).
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packClassifier } from "../src/learn/index.ts";
import { antecedents } from "../src/parse/coreference/chains.ts";
import { pairFeatures, prepare } from "../src/parse/coreference/pair-features.ts";
import type { Mention, Word } from "../src/parse/layers.ts";
import { dependentsOf } from "../src/parse/mentions/candidates.ts";
import { findMentions, loadMentionModel } from "../src/parse/mentions/mentions.ts";
import { coreferenceFigures } from "./coreference/evaluate.ts";
import { type Example, trainLogistic } from "./learn/logistic.ts";
import { type GumDocument, headOf, readGum } from "./mentions/gum.ts";

const bench = process.env.DATELINE_BENCH ?? new URL("../../shared/bench", import.meta.url).pathname;

export async function train(): Promise<void> {
  const mentionModel = loadMentionModel();
  const examples = readGum(join(bench, "parse/gum-train.conllu")).flatMap((d) => {
    const mentions = findMentions(d.words, mentionModel);
    return pairs(mentions, d.words, groupsByHead(d));
  });
  const model = trainLogistic(examples, { buckets: 1 << 16, epochs: 6, rate: 0.1, penalty: 1e-4 });
  const folder = new URL("../models/coreference/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("antecedent.bin", folder), packClassifier(model));

  const dev = readGum(join(bench, "parse/gum-dev.conllu"));
  console.log(`GUM dev, gold trees, predicted mentions (matched by head): ${coreferenceFigures(dev, mentionModel, model)}`);
}

function groupsByHead(d: GumDocument): ReadonlyMap<number, string> {
  return new Map(d.entities.toSorted((a, b) => a.end - a.first - (b.end - b.first)).map((e) => [headOf(d.words, e.first, e.end), e.group]));
}

/** For each mention that goes back to another: its nearest antecedent against all mentions between; for each that does not, the nearest few. */
function pairs(mentions: readonly Mention[], words: readonly Word[], groups: ReadonlyMap<number, string>): readonly Example[] {
  const below = dependentsOf(words);
  const prepared = mentions.map((m) => prepare(m, words, below));
  const examples: Example[] = [];
  prepared.forEach((second, j) => {
    const group = groups.get(second.mention.head);
    if (group === undefined) return;
    let kept = 0;
    for (const i of antecedents(prepared, j)) {
      const same = groups.get(prepared[i]!.mention.head) === group;
      examples.push({ features: pairFeatures(prepared[i]!, second, j - i - 1), label: same ? "same" : "other" });
      kept++;
      if (same || kept > 40) break;
    }
  });
  return examples;
}
