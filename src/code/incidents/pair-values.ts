import type { Word } from "../../parse/layers.ts";
import type { Filler } from "./fillers.ts";
import type { Reading } from "./reading.ts";
import { INCIDENT_ROLES, INCIDENT_TYPES, type Scores } from "./scores.ts";

/** The names of the values by which two participants of incidents are said to belong to one, in order. */
export const PAIR_NAMES: readonly string[] = [
  ...INCIDENT_ROLES.map((r) => `one is ${r}`),
  "same role",
  "fewest sentences between",
  "first places: sentences between",
  "same sentence",
  "words between",
  "in one list",
  "one governor",
  "arguments of one event",
  "events between",
  "likeness of types",
  "likelier type differs",
  "told between",
  "new event between",
  "time between",
  "earlier's sentence",
  "told at the earlier",
  "told at the later",
  "lower likelihood",
  "higher likelihood",
  "fillers",
  "sentences that tell",
  "any",
  "attack",
  "bombing",
  "kidnapping",
  "both in the lead",
  "same head",
];

/** Words that bring in another event, "another bomb", "in a separate attack", or go on with a list of them. */
const NEW_EVENT =
  /^(?:another|other|second|third|fourth|separate|also|meanwhile|later|earlier|elsewhere|previously|simultaneously|addition)$/i;
/** Words that say when: a new event often begins with its own day. */
const TIME =
  /^(?:today|yesterday|tonight|night|morning|afternoon|evening|week|month|year|hours?|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)$/i;
/** A sentence this likely to tell of an incident counts as telling one. */
const TELLS = 0.4;

interface Near {
  readonly first: number;
  readonly second: number;
}

/** What speaks for two fillers being of one incident; `count` is how many fillers the document has. In the order of PAIR_NAMES. */
export function pairValues(reading: Reading, scores: Scores, a: Filler, b: Filler, count: number): readonly number[] {
  const { words } = reading;
  const [first, second] = placeOf(reading, a) <= placeOf(reading, b) ? [a, b] : [b, a];
  const near = nearest(reading, first, second);
  const [low, high] = [Math.min(near.first, near.second), Math.max(near.first, near.second)];
  const [sentenceA, sentenceB] = [words[low]!.sentence, words[high]!.sentence];
  const between = words.slice(low + 1, high);
  const startB = reading.sentences[sentenceB]!.words[0];
  const since = words.slice(sentenceA === sentenceB ? low + 1 : Math.max(startB, low + 1), high);
  const typesA = typesAt(scores, sentenceA);
  const typesB = typesAt(scores, sentenceB);
  const told = scores.sentences.map((p) => p[0]!);
  const heads = [words[near.first]!, words[near.second]!] as const;
  const events = (w: Word): readonly number[] => (reading.argumentsAt.get(w.index) ?? []).map((x) => x.trigger);
  const likelihoods = [scores.candidates[a.wordings[0]!]![a.role]!, scores.candidates[b.wordings[0]!]![b.role]!];
  return [
    ...INCIDENT_ROLES.map((_, k) => Number(a.role === k) + Number(b.role === k)),
    Number(a.role === b.role),
    Math.min(12, sentenceB - sentenceA),
    Math.min(20, Math.abs(words[placeOf(reading, a)]!.sentence - words[placeOf(reading, b)]!.sentence)),
    Number(sentenceA === sentenceB),
    Math.min(120, high - low),
    Number(inOneList(words, heads[0], heads[1])),
    Number(heads[0].head >= 0 && heads[0].head === heads[1].head),
    Number(events(heads[0]).some((t) => events(heads[1]).includes(t))),
    Math.min(6, reading.triggers.filter((t) => t.words[0] > low && t.words[0] < high).length),
    likeness(typesA, typesB),
    Number(likeliest(typesA) !== likeliest(typesB)),
    sentenceB > sentenceA + 1 ? Math.min(...told.slice(sentenceA + 1, sentenceB)) : 1,
    since.filter((w) => NEW_EVENT.test(w.text)).length,
    between.filter((w) => TIME.test(w.text)).length,
    Math.min(20, sentenceA),
    told[sentenceA]!,
    told[sentenceB]!,
    Math.min(...likelihoods),
    Math.max(...likelihoods),
    count,
    told.filter((p) => p > TELLS).length,
    ...[0, 1, 2, 3].map((k) => scores.incidents[k]!),
    Number(sentenceB <= 1),
    Number(heads[0].lemma === heads[1].lemma),
  ];
}

/** The first place of a filler's likeliest wording. */
export function placeOf(reading: Reading, filler: Filler): number {
  return reading.candidates[filler.wordings[0]!]!.places[0]![0];
}

/** The heads of the two places that stand nearest to each other. */
function nearest(reading: Reading, a: Filler, b: Filler): Near {
  let best: Near | undefined;
  const placesOf = (f: Filler) => reading.candidates[f.wordings[0]!]!.places.slice(0, 6);
  for (const p of placesOf(a))
    for (const q of placesOf(b)) {
      const found = { first: p[1] - 1, second: q[1] - 1 };
      if (!best || Math.abs(found.first - found.second) < Math.abs(best.first - best.second)) best = found;
    }
  return best!;
}

function inOneList(words: readonly Word[], a: Word, b: Word): boolean {
  let at = a.index > b.index ? a : b;
  const other = a.index > b.index ? b : a;
  for (let step = 0; step < 8 && at.relation === "conj" && at.head >= 0; step++) {
    if (at.head === other.index) return true;
    at = words[at.head]!;
  }
  return false;
}

function typesAt(scores: Scores, sentence: number): readonly number[] {
  return INCIDENT_TYPES.map((_, i) => scores.sentences[sentence]![i + 1]!);
}

function likeness(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  return dot / Math.sqrt(1e-9 + a.reduce((s, x) => s + x * x, 0) * b.reduce((s, x) => s + x * x, 0));
}

const likeliest = (types: readonly number[]): number => types.indexOf(Math.max(...types));
