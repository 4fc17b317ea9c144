import { mkdirSync, writeFileSync } from "node:fs";
import { loadCoder } from "../src/code/index.ts";
import { joinTellings } from "../src/code/join-tellings.ts";
import { JOINING_MODEL, type Joining } from "../src/code/joining.ts";
import { learnJoining, toldTexts } from "./tellings/learn.ts";
import { pairsOf, type ToldText } from "./tellings/pairs.ts";

/**
 * Trains the trees that say whether two places of a text tell of one event, on articles coded by hand. `--folds 10` holds out whole articles
 * and prints how well their tellings are joined.
 */
export async function train(args: string[]): Promise<void> {
  const texts = toldTexts(loadCoder());
  const pairs = texts.flatMap((text) => pairsOf(text));
  console.log(`${texts.length} articles, ${pairs.length} pairs, ${pairs.filter((p) => p.yes).length} of one event`);
  const folds = args.includes("--folds") ? Number(args[args.indexOf("--folds") + 1]) : 0;
  if (folds > 1) {
    const heldOut = Array.from({ length: folds }, (_, fold) => learnJoining(texts.filter((_, i) => i % folds !== fold)));
    console.log(`table alone     ${judge(texts, () => learnJoining([]))}`);
    console.log(`trees and table ${judge(texts, (i) => heldOut[i % folds]!)}`);
    return;
  }
  mkdirSync(new URL(".", JOINING_MODEL), { recursive: true });
  writeFileSync(JOINING_MODEL, `${JSON.stringify(learnJoining(texts).pairs)}\n`);
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
