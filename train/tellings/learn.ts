import type { Coder } from "../../src/code/index.ts";
import type { Joining } from "../../src/code/joining.ts";
import { loadMeans } from "../../src/code/means.ts";
import { PAIR_VALUES } from "../../src/code/pair-values.ts";
import { rows } from "../benchmarks.ts";
import { type CaseRow, codedRows } from "../coded/article.ts";
import { trainBoosted } from "../learn/boosted.ts";
import { pairsOf, type ToldText, told, UNJOINED } from "./pairs.ts";

/** Chosen by folds: more or deeper trees join no better. */
const OPTIONS = { trees: 120, depth: 4, rate: 0.1, penalty: 5, least: 6 };

/** Every article coded by hand, with what the coder finds told in it. */
export const toldTexts = (coder: Coder): readonly ToldText[] =>
  [...rows<CaseRow>("cases/dev.jsonl"), ...codedRows()].flatMap((row) => told(row, coder) ?? []);

/** Trees that learnt from these texts which tellings are of one event; without texts there are none, and the written table decides alone. */
export const learnJoining = (texts: readonly ToldText[]): Joining => ({
  means: loadMeans(),
  pairs:
    texts.length === 0
      ? UNJOINED.pairs
      : trainBoosted(
          PAIR_VALUES,
          texts.flatMap((text) => pairsOf(text)),
          OPTIONS,
        ),
});
