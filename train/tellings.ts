import { readFileSync, writeFileSync } from "node:fs";
import { loadCoder } from "../src/code/index.ts";
import { joinTellings } from "../src/code/join-tellings.ts";
import type { Joining } from "../src/code/joining.ts";
import { SAME_EVENT_FEATURES } from "../src/code/same-event.ts";
import { rows } from "./benchmarks.ts";
import { type CaseRow, codedRows } from "./coded/article.ts";
import { fitTowards } from "./tellings/fit.ts";
import { pairsOf, type ToldText, told } from "./tellings/pairs.ts";

const FILE = new URL("../models/tellings/weights.json", import.meta.url);
const PENALTY = 8;
const NAMES = SAME_EVENT_FEATURES.map((f) => f.name);

interface WeightsFile {
  readonly written: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * Fits the weights by which tellings are joined on articles coded by hand, towards the written weights. `--folds 10` holds out whole articles
 * and prints how well their tellings are joined, with the written and the fitted weights.
 */
export async function train(args: string[]): Promise<void> {
  const coder = loadCoder();
  const file = JSON.parse(readFileSync(FILE, "utf8")) as WeightsFile;
  const written = NAMES.map((name) => file.written[name] ?? 0);
  const texts = [...rows<CaseRow>("cases/dev.jsonl"), ...codedRows()].flatMap((row) => told(row, coder) ?? []);
  const pairs = texts.map((text) => pairsOf(text, coder.joining));
  console.log(`${texts.length} articles, ${pairs.flat().length} pairs, ${pairs.flat().filter((p) => p.same).length} of one event`);
  const folds = args.includes("--folds") ? Number(args[args.indexOf("--folds") + 1]) : 0;
  const named = (weights: readonly number[]): Joining => ({
    ...coder.joining,
    weights: Object.fromEntries(NAMES.map((n, k) => [n, weights[k]!])),
  });
  if (folds > 1) {
    console.log(`written  ${judge(texts, () => named(written))}`);
    for (const penalty of [1, 4, 8, 16, 32, 64]) {
      const fitted = Array.from({ length: folds }, (_, fold) =>
        named(
          fitTowards(
            pairs.flatMap((p, i) => (i % folds === fold ? [] : p)),
            written,
            penalty,
          ),
        ),
      );
      console.log(`penalty ${penalty}  ${judge(texts, (i) => fitted[i % folds]!)}`);
    }
    return;
  }
  const weights = fitTowards(pairs.flat(), written, PENALTY);
  const rounded = Object.fromEntries(NAMES.map((name, k) => [name, Math.round(weights[k]! * 100) / 100]));
  writeFileSync(
    FILE,
    `${JSON.stringify({ written: Object.fromEntries(NAMES.map((n, k) => [n, written[k]])), weights: rounded }, null, 2)}\n`,
  );
  for (const [k, name] of NAMES.entries()) console.log(`${name}: ${written[k]} → ${rounded[name]}`);
}

/** Pairwise precision and recall of the joining, and how many events too many or too few there are. */
function judge(texts: readonly ToldText[], joiningOf: (index: number) => Joining): string {
  let [both, joined, gold, events, want, whole] = [0, 0, 0, 0, 0, 0];
  texts.forEach(({ tellings, events: golds, words }, at) => {
    const known = tellings.filter((_, i) => golds[i]! >= 0);
    const goldOf = new Map(known.map((t) => [t, golds[tellings.indexOf(t)]!]));
    const groups = joinTellings(tellings, words, joiningOf(at));
    const groupOf = new Map(groups.flatMap((g, k) => g.tellings.map((t) => [t, k] as const)));
    for (const [i, a] of known.entries())
      for (const b of known.slice(i + 1)) {
        if (a.trigger.type !== b.trigger.type) continue;
        const one = groupOf.get(a) === groupOf.get(b);
        const same = goldOf.get(a) === goldOf.get(b);
        if (one) joined++;
        if (same) gold++;
        if (one && same) both++;
      }
    const goldKeys = new Set(goldOf.values());
    events += new Set(known.map((t) => groupOf.get(t))).size;
    want += goldKeys.size;
    for (const key of goldKeys) {
      const mine = new Set(known.filter((t) => goldOf.get(t) === key).map((t) => groupOf.get(t)!));
      const [only] = mine;
      if (mine.size === 1 && known.every((t) => groupOf.get(t) !== only || goldOf.get(t) === key)) whole++;
    }
  });
  const [p, r] = [both / joined, both / gold];
  const pct = (x: number): string => (100 * x).toFixed(1);
  return `pairs P ${pct(p)} R ${pct(r)} F1 ${pct((2 * p * r) / (p + r))}  events ${events} of ${want}, whole ${whole}`;
}
