import { type Boosted, boostedProbability } from "../../learn/index.ts";
import type { Filler } from "./fillers.ts";
import { kindFeatures } from "./kind-features.ts";
import { type OneVersusRest, probabilities } from "./one-versus-rest.ts";
import { pairValues, placeOf } from "./pair-values.ts";
import type { Reading } from "./reading.ts";
import { INCIDENT_TYPES, type Scores } from "./scores.ts";

export interface GroupModels {
  /** Are these two participants of one incident? */
  readonly pairs: Boosted;
  /** Of which type is this participant's incident? */
  readonly kinds: OneVersusRest;
}

/** A filler that the ranker believes in. */
export interface Believed {
  readonly filler: Filler;
  readonly confidence: number;
}

/** Participants of one incident. */
export interface Group {
  /** Index among INCIDENT_TYPES. */
  readonly type: number;
  readonly members: readonly Believed[];
}

/** Two groups this likely to be one incident, by the mean over their members, are joined. */
const ONE = 0.55;
/** Those who act belong to every incident that they are this likely to belong to; to the likeliest in any case. */
const ALSO = 0.7;
/** How much the document's types say beside those of the participants. */
const DOCUMENT = 0.25;
/** A group whose likelihoods sum to less is left out. */
const LEAST = 0.3;
/** No more participants are compared in pairs: it keeps long documents linear. */
const MOST = 60;
/** Roles before this one act; those after it are what is acted upon, and tell incidents apart. */
const FIRST_AFFECTED = 2;

/**
 * Puts participants together by incident: those acted upon, and weapons, by how likely each two are of one incident (the mean log odds
 * between two groups decides, the likeliest two first); then those who act, who may have done several.
 */
export function groupFillers(reading: Reading, scores: Scores, found: readonly Believed[], models: GroupModels): readonly Group[] {
  const all = [...found]
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST)
    .sort((a, b) => placeOf(reading, a.filler) - placeOf(reading, b.filler));
  const memory = new Map<number, number>();
  const likely = (a: number, b: number): number => {
    const key = Math.min(a, b) * MOST + Math.max(a, b);
    const known = memory.get(key);
    if (known !== undefined) return known;
    const values = pairValues(reading, scores, all[Math.min(a, b)]!.filler, all[Math.max(a, b)]!.filler, all.length);
    const odds = logOdds(boostedProbability(models.pairs, values));
    memory.set(key, odds);
    return odds;
  };
  const mean = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, i) => sum + b.reduce((s, j) => s + likely(i, j), 0), 0) / (a.length * b.length);

  const affected = all.flatMap((f, i) => (f.filler.role >= FIRST_AFFECTED ? [i] : []));
  const acting = all.flatMap((f, i) => (f.filler.role < FIRST_AFFECTED ? [i] : []));
  const groups = joinLikeliest(affected.length > 0 ? affected : acting, mean);
  const members = groups.map((g) => [...g]);
  if (affected.length > 0) {
    for (const who of acting) {
      const odds = groups.map((g) => mean([who], g));
      const most = Math.max(...odds);
      odds.forEach((o, i) => {
        if (o === most || o > logOdds(ALSO)) members[i]!.push(who);
      });
    }
  }
  return members
    .map((list): Group => {
      const believed = list.map((i) => all[i]!);
      return { type: typeOf(reading, scores, believed, models.kinds), members: believed };
    })
    .filter((g) => weight(g) >= LEAST)
    .sort((a, b) => weight(b) - weight(a));
}

const weight = (group: Group): number => group.members.reduce((sum, m) => sum + m.confidence, 0);

/** Agglomerative clustering by mean linkage. */
function joinLikeliest(
  items: readonly number[],
  mean: (a: readonly number[], b: readonly number[]) => number,
): readonly (readonly number[])[] {
  const groups: number[][] = items.map((i) => [i]);
  for (;;) {
    let best = { odds: logOdds(ONE), i: -1, j: -1 };
    for (let i = 0; i < groups.length; i++)
      for (let j = i + 1; j < groups.length; j++) {
        const odds = mean(groups[i]!, groups[j]!);
        if (odds > best.odds) best = { odds, i, j };
      }
    if (best.i < 0) return groups;
    groups[best.i]!.push(...groups[best.j]!);
    groups.splice(best.j, 1);
  }
}

/** The type that the members speak for together, each with the log odds that the model gives it. */
function typeOf(reading: Reading, scores: Scores, members: readonly Believed[], kinds: OneVersusRest): number {
  const each = members.map((m) => probabilities(kinds, kindFeatures(reading, scores, m.filler)));
  const odds = INCIDENT_TYPES.map(
    (_, t) =>
      each.reduce((sum, p) => sum + logOdds(p[t]!), 0) / Math.sqrt(Math.max(1, each.length)) + DOCUMENT * logOdds(scores.incidents[t + 1]!),
  );
  return odds.indexOf(Math.max(...odds));
}

const logOdds = (p: number): number => Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));
