import type { Word } from "../parse/layers.ts";
import { distanceKm, isCountry } from "../where/index.ts";
import { compareMeans, type Means } from "./means.ts";
import type { Telling } from "./telling.ts";

/** What is looked at when two tellings are compared: what each one says, and the sentence's trees. */
export interface Pair {
  readonly first: Telling;
  readonly second: Telling;
  readonly words: readonly Word[];
  readonly means: Means;
}

/** One reason for or against two tellings being of one event. */
export interface Feature {
  readonly name: string;
  readonly weight: number;
  /** How far the feature holds, 0..1; 0 when it does not apply. */
  holds(pair: Pair): number;
  /** The reason in words, for `dateline explain`. */
  readonly sentence: string;
}

const VERBAL = new Set(["AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"]);
const EFFECT = new Set(["acl", "advcl", "nsubj", "obl", "obj", "xcomp", "parataxis", "nmod"]);
const WARS = new Set(["war", "campaign", "conflict", "offensive", "insurgency", "hostility", "violence", "battle", "fight"]);
const UNREAL = new Set(["planned", "threatened", "hypothetical", "demanded"]);

/**
 * The table by which two tellings of one type are judged: the weights add up, and above zero they are one event. Ordered from what
 * the words say to what the record says.
 */
export const SAME_EVENT_FEATURES: readonly Feature[] = [
  { name: "bias", weight: -0.7, sentence: "two mentions are two events until something joins them", holds: () => 1 },
  {
    name: "the-two",
    weight: 2.2,
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
    weight: -2.4,
    sentence: "one is done for the other, or after it",
    holds: ({ first, second, words }) => yes(isReason(first, second, words) || isReason(second, first, words)),
  },
  {
    name: "one-clause",
    weight: 2.0,
    sentence: "one clause tells both, one as what follows from the other",
    holds: ({ first, second, words }) =>
      yes(first.at === second.at && first.trigger.type === "ASSAULT" && !governs(first, second, words) && oneClause(first, second, words)),
  },
  {
    name: "one-toll",
    weight: 2.6,
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
    weight: -2.4,
    sentence: "“a second”, “another” or “hours later” tells of the next event",
    holds: ({ first, second, words }) => yes(first.at < second.at && comesNext(second, words)),
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
    weight: -2.6,
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
    weight: -2.4,
    sentence: "one happened, the other is planned, feared or asked for",
    holds: ({ first, second }) => yes(UNREAL.has(first.factuality.reality) !== UNREAL.has(second.factuality.reality)),
  },
  {
    name: "other-polarity",
    weight: -2.0,
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
    name: "act-of-speech",
    weight: -0.9,
    sentence: "words said are a new act unless the same speaker is shown",
    holds: ({ first, second }) => yes(VERBAL.has(first.trigger.type) && !share(first.actors, second.actors)),
  },
];

/** How strongly two tellings are of one event: the sum of weights (above 0: one event) and the sentences of the features that hold. */
export function compareTellings(pair: Pair): { readonly score: number; readonly reasons: readonly string[] } {
  if (pair.first.trigger.type !== pair.second.trigger.type) return { score: -Infinity, reasons: ["different types of event"] };
  let score = 0;
  const reasons: string[] = [];
  for (const feature of SAME_EVENT_FEATURES) {
    const degree = feature.holds(pair);
    if (degree === 0) continue;
    score += degree * feature.weight;
    if (feature.name !== "bias") reasons.push(feature.sentence);
  }
  return { score, reasons };
}

const yes = (condition: boolean): number => (condition ? 1 : 0);

function share(a: Telling["actors"], b: Telling["actors"]): boolean {
  return a.some((x) =>
    b.some((y) => (x.actor !== undefined && x.actor === y.actor) || (x.span[0] === y.span[0] && x.span[1] === y.span[1])),
  );
}

/** Letters at the beginning that words of one root have in common. */
const ROOT = 4;

/** "Invaded" and "the invasion", "protest" and "protesters": different words of one class in the lexicon that begin alike. */
function areKindred(first: Telling, second: Telling): boolean {
  const [a, b] = [first.head.lemma.toLowerCase(), second.head.lemma.toLowerCase()];
  return first.group === second.group && a !== b && a.length >= ROOT && a.slice(0, ROOT) === b.slice(0, ROOT);
}

const THINGS = new Set(["facility", "vehicle", "weapon", "other"]);
// A hotel and the people in it are hit by one bomb: only like is compared with like.
const things = (list: Telling["recipients"]): Telling["recipients"] => list.filter(({ kind }) => THINGS.has(kind));
const people = (list: Telling["recipients"]): Telling["recipients"] => list.filter(({ kind }) => !THINGS.has(kind));

function differ(a: Telling["actors"], b: Telling["actors"], words: readonly Word[]): boolean {
  // Whom an unresolved "he" means is not known, and "Jolly" may be the "Terry Jolly" of before.
  const known = (list: Telling["actors"]) =>
    list.filter((x) => (x.actor !== undefined || words[x.head]?.upos !== "PRON") && !isTheTwo(x, words));
  const [x, y] = [known(a), known(b)];
  return x.length > 0 && y.length > 0 && !share(a, b) && !x.some((p) => y.some((q) => haveOneName(p, q, words)));
}

/** "The two leaders", "both sides": participants that stand for those named before. */
function isTheTwo({ head, span }: Telling["actors"][number], words: readonly Word[]): boolean {
  const noun = words[head];
  if (noun?.upos !== "NOUN" || noun.morphology.Number !== "Plur") return false;
  for (let i = head - 1; i >= 0 && words[i]!.span[0] >= span[0]; i--) {
    const lemma = words[i]!.lemma.toLowerCase();
    if (lemma === "both") return true;
    if (lemma === "two") return /^(the|these|those)$/i.test(words[i - 1]?.text ?? "");
  }
  return false;
}

/** Whether two participants are named by the same last word of a name. */
function haveOneName(a: Telling["actors"][number], b: Telling["actors"][number], words: readonly Word[]): boolean {
  const nameOf = ({ head, span }: Telling["actors"][number]): string | undefined => {
    let name: string | undefined;
    for (let i = head; words[i] !== undefined && words[i]!.span[1] <= span[1]; i++) {
      if (words[i]!.upos === "PROPN") name = words[i]!.text;
      else if (words[i]!.text !== "-") break;
    }
    return name;
  };
  const name = nameOf(a);
  return name !== undefined && a.kind === b.kind && name === nameOf(b);
}

const BACK = new Set(["the", "this", "that", "these", "those", "such", "its", "their"]);

function pointsBack(telling: Telling, words: readonly Word[]): boolean {
  if (telling.head.upos !== "NOUN") return false;
  const [first, end] = telling.sentence.words;
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    if (
      word.head === telling.head.index &&
      (word.relation === "det" || word.relation === "nmod:poss") &&
      BACK.has(word.lemma.toLowerCase())
    )
      return true;
  }
  return false;
}

/** Nouns and prepositions behind which another event stands: "on the anniversary of the bombing", "in response to", "strikes over the attack". */
const ANOTHER = new Set(
  "anniversary day night hour week eve month year aftermath wake retaliation response reply reprisal revenge cause reason".split(" "),
);
const ABOUT_ANOTHER = new Set("for since after before until over about following despite against from".split(" "));

/** Whether `upper` governs `lower` through at most three steps, each of a kind that tells an effect, a means or a relative clause. */
function governs(upper: Telling, lower: Telling, words: readonly Word[]): boolean {
  let at = lower.head.index;
  for (let step = 0; step < 4; step++) {
    const word = words[at];
    if (!word || word.head < 0 || word.relation === "nmod:poss" || !EFFECT.has(word.relation.split(":")[0]!)) return false;
    if (step > 0 && ANOTHER.has(word.lemma.toLowerCase())) return false;
    if (/^(?:obl|nmod)/.test(word.relation) && ABOUT_ANOTHER.has(openerOf(at, words))) return false;
    at = word.head;
    if (upper.trigger.words.includes(at)) return true;
  }
  return false;
}

/** "Executed for the bombing", "strikes over the attack": a noun hangs on the other event with a preposition of cause or sequence. */
function isReason(upper: Telling, lower: Telling, words: readonly Word[]): boolean {
  const { relation, head, upos } = lower.head;
  return (
    upos === "NOUN" &&
    /^(?:obl|nmod)/.test(relation) &&
    upper.trigger.words.includes(head) &&
    ABOUT_ANOTHER.has(openerOf(lower.head.index, words))
  );
}

/** "A bomb tore through a market, killing five": the subject of a verb and a participle that goes with it, where the verb itself is no event. */
function oneClause(first: Telling, second: Telling, words: readonly Word[]): boolean {
  const [a, b] = [first.head, second.head];
  const verb = a.head;
  if (verb < 0 || !/^nsubj/.test(a.relation)) return false;
  if (b.head === verb) return /^(?:advcl|xcomp)/.test(b.relation) && openerOf(b.index, words) === "";
  const above = words[b.head];
  return b.relation === "conj" && above?.head === verb && /^(?:advcl|xcomp)/.test(above.relation);
}

/** The preposition before a noun phrase; "" when it has none. */
function openerOf(index: number, words: readonly Word[]): string {
  for (let i = index - 1; i >= Math.max(0, index - 10); i--)
    if (words[i]!.head === index && words[i]!.relation === "case") return words[i]!.text.toLowerCase();
  return "";
}

/** "Three were killed and 25 others wounded": two harms, joined as equals. */
function oneToll(first: Telling, second: Telling, words: readonly Word[]): boolean {
  if (first.at !== second.at || first.trigger.type !== "ASSAULT") return false;
  const harms = new Set(first.casualties.map(({ harm }) => harm));
  if (harms.size === 0 || second.casualties.length === 0 || second.casualties.some(({ harm }) => harms.has(harm))) return false;
  const { relation, head } = words[second.head.index]!;
  return /^(?:conj|parataxis|advcl)/.test(relation) && first.trigger.words.includes(head);
}

const NEXT = new Set(["another", "second", "third", "fourth", "separate", "further"]);

/** Whether the sentence of a verb opens with what sets its event off from the last one: "A second vehicle exploded", "Two hours later". */
function comesNext({ head, sentence }: Telling, words: readonly Word[]): boolean {
  const [first, end] = sentence.words;
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    const above = words[word.head];
    if (!above) continue;
    const lower = word.lemma.toLowerCase();
    const ownSubject = above.head === head.index && /^nsubj/.test(above.relation);
    if (NEXT.has(lower) && /^(?:det|amod|nummod)/.test(word.relation) && ownSubject && above.upos === "NOUN" && !PEOPLE.test(above.lemma))
      return true;
    if (
      lower === "later" &&
      word.head === head.index &&
      i < head.index &&
      i - first <= 5 &&
      /^(?:hour|minute)s?$/i.test(words[i - 1]?.text ?? "")
    )
      return true;
  }
  return false;
}

/** "Another 228 people were wounded" adds to a toll. */
const PEOPLE = /^(?:people|person|soldier|civilian|man|woman|child|other|victim|officer|policeman|fighter|troop)$/i;

function distance(a: Telling, b: Telling): number | undefined {
  const p = a.place?.mention;
  const q = b.place?.mention;
  if (p?.latitude === undefined || p.longitude === undefined || q?.latitude === undefined || q.longitude === undefined) return undefined;
  // A country says neither that a town in it is the same place nor that it is another.
  if (p.country !== undefined && p.country === q.country && isCountry(p.featureCode ?? "") !== isCountry(q.featureCode ?? ""))
    return undefined;
  const apart = distanceKm(p.latitude, p.longitude, q.latitude, q.longitude);
  return Math.max(0, apart - (p.radiusKm ?? 0) - (q.radiusKm ?? 0));
}

function timeRelation(a: Telling, b: Telling): "same" | "apart" | "unknown" {
  const [s, t] = [a.time, b.time];
  if (!s?.earliest || !s.latest || !t?.earliest || !t.latest) return "unknown";
  if (s.latest < t.earliest || t.latest < s.earliest) return "apart";
  const days = (x: typeof s): number => (Date.parse(x.latest!) - Date.parse(x.earliest!)) / 864e5;
  return days(s) <= 31 && days(t) <= 31 ? "same" : "unknown";
}

/** How far two times can be held against each other, 0..1: a day that the sentence says fully, one that only the story suggests hardly. */
function trustInTimes(a: Telling, b: Telling): number {
  return Math.min(1, ((a.time?.confidence ?? 0) * (b.time?.confidence ?? 0)) / 0.56);
}

function countRelation(a: Telling, b: Telling): "same" | "apart" | "unknown" {
  let relation: "same" | "apart" | "unknown" = "unknown";
  for (const x of a.casualties) {
    for (const y of b.casualties) {
      if (x.harm !== y.harm || x.best === 0 || y.best === 0) continue;
      if (x.low <= y.high && y.low <= x.high) return "same";
      relation = "apart";
    }
  }
  return relation;
}

const NEW = new Set(["a", "an", "another", "other", "new", "further", "fresh", "separate", "second", "several"]);

function bringsIn(telling: Telling, words: readonly Word[]): boolean {
  if (telling.head.upos !== "NOUN") return false;
  const [first, end] = telling.sentence.words;
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    if (word.head === telling.head.index && (word.relation === "det" || word.relation === "amod") && NEW.has(word.lemma.toLowerCase()))
      return true;
  }
  return false;
}

const meansOf = ({ first, second, means }: Pair) => compareMeans(means, first.group, second.group);

const isPlural = (telling: Telling): boolean => telling.head.morphology.Number === "Plur";
