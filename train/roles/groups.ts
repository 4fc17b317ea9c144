import { keyOf } from "../../src/code/incidents/candidates.ts";
import { type Filler, findFillers, VALUE_NAMES } from "../../src/code/incidents/fillers.ts";
import type { GroupModels } from "../../src/code/incidents/grouping.ts";
import { kindFeatures } from "../../src/code/incidents/kind-features.ts";
import { PAIR_NAMES, pairValues, placeOf } from "../../src/code/incidents/pair-values.ts";
import type { Reading } from "../../src/code/incidents/reading.ts";
import { INCIDENT_TYPES, type Scores } from "../../src/code/incidents/scores.ts";
import { type Boosted, boostedProbability } from "../../src/learn/index.ts";
import { type Row, trainBoosted } from "../learn/boosted.ts";
import { type Labelled, trainOneVersusRest } from "./one-versus-rest.ts";
import { ROW_ROLES, type RoleRow } from "./rows.ts";

/** A document with what the models answer for it that were not trained on it. */
export interface Answered extends Scores {
  readonly row: RoleRow;
  readonly reading: Reading;
}

/** Fillers less likely than this are not learnt from: a little below what the program keeps. */
const LIKELY = 0.12;
export const RANKER_OPTIONS = { trees: 150, depth: 4, rate: 0.07, penalty: 5, least: 6 };

/** Learns from the likely fillers that are right which two are of one incident, and of which type each is. */
export function trainGroups(items: readonly Answered[], rows: readonly (readonly Row[])[], folds: number): GroupModels {
  const fillers = likelyFillers(items, rows, folds);
  const pairs = items.flatMap((item, i) => pairRows(item, fillers[i]!));
  const kinds = items.map((item, i) => kindRows(item, fillers[i]!));
  return {
    pairs: trainBoosted(PAIR_NAMES, pairs, { trees: 100, depth: 4, rate: 0.08, penalty: 5, least: 8 }),
    kinds: trainOneVersusRest(INCIDENT_TYPES, kinds, { least: 4, epochs: 12, rate: 0.03, penalty: 1e-2 }),
  };
}

/** The fillers that rankers trained on other documents find likely, in the order of the text. */
function likelyFillers(items: readonly Answered[], rows: readonly (readonly Row[])[], folds: number): readonly (readonly Filler[])[] {
  const foldOf = (i: number): number => Math.floor((i * folds) / items.length);
  const rankers = Array.from(
    { length: folds },
    (_, fold): Boosted => trainBoosted(VALUE_NAMES, rows.filter((_, i) => foldOf(i) !== fold).flat(), RANKER_OPTIONS),
  );
  return items.map((item, i) =>
    findFillers(item.reading, item)
      .filter((f) => boostedProbability(rankers[foldOf(i)]!, f.values) >= LIKELY)
      .sort((a, b) => placeOf(item.reading, a) - placeOf(item.reading, b)),
  );
}

/** The templates in which a filler stands, by their places. */
function templatesOf({ row, reading }: Answered, filler: Filler): readonly number[] {
  const { key } = reading.candidates[filler.wordings[0]!]!;
  const role = ROW_ROLES[filler.role]!;
  return row.templates.flatMap((t, at) => (t[role].some((e) => e.some((s) => keyOf(s) === key)) ? [at] : []));
}

function pairRows(item: Answered, fillers: readonly Filler[]): readonly Row[] {
  const known = fillers.map((filler) => ({ filler, templates: templatesOf(item, filler) })).filter((f) => f.templates.length > 0);
  return known.flatMap((a, i) =>
    known.slice(i + 1).map((b) => ({
      values: pairValues(item.reading, item, a.filler, b.filler, fillers.length),
      yes: a.templates.some((t) => b.templates.includes(t)),
    })),
  );
}

function kindRows(item: Answered, fillers: readonly Filler[]): readonly Labelled[] {
  return fillers.flatMap((filler) => {
    const types = templatesOf(item, filler).map((t) => item.row.templates[t]!.incident_type);
    if (types.length === 0) return [];
    const labels = INCIDENT_TYPES.reduce((bits, type, k) => (types.some((t) => t.includes(type)) ? bits | (1 << k) : bits), 0);
    return [{ hashes: kindFeatures(item.reading, item, filler), labels }];
  });
}
