import type { Word } from "../parse/layers.ts";
import type { Joining } from "./joining.ts";
import { compareMeans } from "./means.ts";
import type { Telling } from "./telling.ts";
import {
  areKindred,
  countRelation,
  differ,
  distance,
  isTheTwo,
  people,
  share,
  things,
  timeRelation,
  trustInTimes,
} from "./telling-agreement.ts";
import { bringsIn, comesNext, governs, isReason, oneClause, oneToll, opensWithTime, pointsBack } from "./telling-syntax.ts";

/** What is looked at when two tellings are compared: what each one says, and the sentence's trees. */
export interface Pair {
  readonly first: Telling;
  readonly second: Telling;
  readonly words: readonly Word[];
  readonly joining: Joining;
}

/** One reason for or against two tellings being of one event. */
export interface Feature {
  readonly name: string;
  /** Log-odds that it adds where it holds fully; below 0 it speaks against. */
  readonly weight: number;
  /** How far the feature holds, 0..1; 0 when it does not apply. */
  holds(pair: Pair): number;
  /** The reason in words, for `dateline explain`. */
  readonly sentence: string;
}

const VERBAL = new Set(["AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"]);
const WARS = new Set(["war", "campaign", "conflict", "offensive", "insurgency", "hostility", "violence", "battle", "fight"]);
const UNREAL = new Set(["planned", "threatened", "hypothetical", "demanded"]);

/**
 * The reasons by which two tellings of one type are judged, ordered from what the words say to what the record says, with weights written by
 * hand. What articles coded by hand say of them together stands beside it (models/tellings/).
 */
export const SAME_EVENT_FEATURES: readonly Feature[] = [
  {
    name: "the-two",
    weight: 3,
    sentence: "“the two” or “both” who take part are those told of just before",
    holds: ({ first, second, words }) =>
      yes(second.trigger.type === "CONSULT" && second.at - first.at <= 6 && second.actors.some((a) => isTheTwo(a, words))),
  },
  {
    name: "same-word",
    weight: 0.9,
    sentence: "the same word tells of both",
    holds: ({ first, second }) => yes(first.head.lemma === second.head.lemma),
  },
  {
    name: "kindred-word",
    weight: 0.9,
    sentence: "words of one root and one meaning tell of both",
    holds: ({ first, second }) => yes(areKindred(first, second)),
  },
  {
    name: "points-back",
    weight: 1.5,
    sentence: "the later one is “the” or “this” event, told of before",
    holds: ({ second, words }) => yes(pointsBack(second, words)),
  },
  {
    name: "effect",
    weight: 2.6,
    sentence: "one is said as the effect or the means of the other",
    holds: ({ first, second, words }) =>
      yes(first.trigger.type === "ASSAULT" && (governs(first, second, words) || governs(second, first, words))),
  },
  {
    name: "reason",
    weight: -8,
    sentence: "one is done for the other, or after it",
    holds: ({ first, second, words }) => yes(isReason(first, second, words) || isReason(second, first, words)),
  },
  {
    name: "one-clause",
    weight: 2.7,
    sentence: "one clause tells both, one as what follows from the other",
    holds: ({ first, second, words }) =>
      yes(first.at === second.at && first.trigger.type === "ASSAULT" && !governs(first, second, words) && oneClause(first, second, words)),
  },
  {
    name: "one-toll",
    weight: 3.5,
    sentence: "one sentence counts the dead and the injured together",
    holds: ({ first, second, words }) => yes(oneToll(first, second, words)),
  },
  {
    name: "title",
    weight: 1.4,
    sentence: "the title tells what the first sentences tell",
    holds: ({ first, second }) => yes(first.inTitle && !second.inTitle && second.at - first.at <= 4),
  },
  {
    name: "new",
    weight: -0.7,
    sentence: "“a”, “another” or “other” brings in a new event",
    holds: ({ first, second, words }) => yes(!first.inTitle && bringsIn(second, words)),
  },
  {
    name: "next",
    weight: -8,
    sentence: "“a second”, “another” or “hours later” tells of the next event",
    holds: ({ first, second, words }) => yes(first.at < second.at && comesNext(second, words)),
  },
  {
    name: "opens-with-time",
    weight: -1.2,
    sentence: "its sentence opens with a time of its own",
    holds: ({ first, second, words }) =>
      yes(!first.inTitle && first.at < second.at && timeRelation(first, second) !== "same" && opensWithTime(second, words)),
  },
  { name: "same-means", weight: 0.5, sentence: "the same means", holds: (pair) => yes(meansOf(pair) === "same") },
  { name: "other-means", weight: -1.6, sentence: "different means", holds: (pair) => yes(meansOf(pair) === "apart") },
  {
    name: "war",
    weight: -0.8,
    sentence: "a war or a campaign is not one of its attacks",
    holds: ({ first, second }) => yes(WARS.has(first.head.lemma) !== WARS.has(second.head.lemma)),
  },
  { name: "near", weight: 0.4, sentence: "the sentences are neighbours", holds: ({ first, second }) => yes(second.at - first.at === 1) },
  { name: "same-actor", weight: 0.5, sentence: "the same actor", holds: ({ first, second }) => yes(share(first.actors, second.actors)) },
  {
    name: "other-actor",
    weight: -1.8,
    sentence: "different actors",
    holds: ({ first, second, words }) => yes(differ(first.actors, second.actors, words)),
  },
  {
    name: "same-recipient",
    weight: 1.2,
    sentence: "the same people or thing hit",
    holds: ({ first, second }) => yes(share(first.recipients, second.recipients)),
  },
  {
    name: "other-recipient",
    weight: -0.8,
    sentence: "different people or things hit",
    holds: ({ first, second, words }) =>
      yes(
        differ(people(first.recipients), people(second.recipients), words) ||
          differ(things(first.recipients), things(second.recipients), words),
      ),
  },
  {
    name: "same-place",
    weight: 0.9,
    sentence: "the same place",
    holds: ({ first, second }) => yes((distance(first, second) ?? Infinity) <= 30),
  },
  {
    name: "other-place",
    weight: -1.8,
    sentence: "places too far apart",
    // Where the story alone puts an event says nothing against another place.
    holds: ({ first, second }) => yes((distance(first, second) ?? 0) > 80 && !first.place?.link.assumed && !second.place?.link.assumed),
  },
  {
    name: "same-time",
    weight: 0.8,
    sentence: "the same days",
    holds: ({ first, second }) => yes(timeRelation(first, second) === "same"),
  },
  {
    name: "other-time",
    weight: -4,
    sentence: "times that do not meet",
    holds: ({ first, second }) => (timeRelation(first, second) === "apart" ? trustInTimes(first, second) : 0),
  },
  {
    name: "same-count",
    weight: 1.6,
    sentence: "the same number of people killed or injured",
    holds: ({ first, second }) => yes(countRelation(first, second) === "same"),
  },
  {
    name: "other-count",
    weight: -0.7,
    sentence: "other numbers of people killed or injured",
    holds: ({ first, second }) => yes(countRelation(first, second) === "apart"),
  },
  {
    name: "other-reality",
    weight: -4,
    sentence: "one happened, the other is planned, feared or asked for",
    holds: ({ first, second }) => yes(UNREAL.has(first.factuality.reality) !== UNREAL.has(second.factuality.reality)),
  },
  {
    name: "other-polarity",
    weight: -2,
    sentence: "one is denied, the other told",
    holds: ({ first, second }) => yes(first.factuality.polarity !== second.factuality.polarity),
  },
  {
    name: "series-and-member",
    weight: -1.6,
    sentence: "one is a series, the other a single event",
    holds: ({ first, second }) => yes(isPlural(first) !== isPlural(second) && first.head.upos === "NOUN" && second.head.upos === "NOUN"),
  },
  {
    name: "two-speakers",
    weight: -4,
    sentence: "two speakers: what each says is an act of its own",
    holds: ({ first, second, words }) => yes(VERBAL.has(first.trigger.type) && differ(first.actors, second.actors, words)),
  },
  {
    name: "act-of-speech",
    weight: -0.9,
    sentence: "words said are a new act unless the same speaker is shown",
    holds: ({ first, second }) => yes(VERBAL.has(first.trigger.type) && !share(first.actors, second.actors)),
  },
];

/** The sentences of what speaks for two tellings being one event. */
export function reasonsToJoin(pair: Pair): readonly string[] {
  return SAME_EVENT_FEATURES.filter((f) => f.weight > 0 && f.holds(pair) > 0).map((f) => f.sentence);
}

/** Log-odds that two mentions are one event before anything is known of them: two, until something joins them. */
const BIAS = -0.7;

/** What the table says of a pair, as log-odds; `values` are those of the table's features, in its order. */
export function oddsByTable(values: readonly number[]): number {
  return SAME_EVENT_FEATURES.reduce((sum, f, k) => sum + f.weight * values[k]!, BIAS);
}

const yes = (condition: boolean): number => (condition ? 1 : 0);

const meansOf = ({ first, second, joining }: Pair) => compareMeans(joining.means, first.group, second.group);

const isPlural = (telling: Telling): boolean => telling.head.morphology.Number === "Plur";
