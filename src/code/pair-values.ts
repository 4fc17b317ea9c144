import type { Word } from "../parse/layers.ts";
import type { Joining } from "./joining.ts";
import { type Pair, SAME_EVENT_FEATURES } from "./same-event.ts";
import type { Telling } from "./telling.ts";
import { share } from "./telling-agreement.ts";
import { bringsIn, governs, pointsBack } from "./telling-syntax.ts";

/** What of a telling is compared with many others: found once. */
interface Sketch {
  readonly telling: Telling;
  /** Lemmas of the sentence's nouns, names, verbs and numbers, without the trigger's. */
  readonly lemmas: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly recipients: ReadonlySet<string>;
  /** The words of its sources, outermost first. */
  readonly sources: string;
}

/** Two tellings with what stands between and around them. */
interface SketchedPair extends Pair {
  readonly sketches: readonly [first: Sketch, second: Sketch];
  /** Tellings of the same type between the two. */
  readonly between: number;
  /** Tellings of the same type in the text. */
  readonly ofType: number;
  /** Sentences of the text up to its last telling. */
  readonly sentences: number;
}

const CONTENT = /^(?:NOUN|PROPN|VERB|NUM)$/;
const HARM = /^(?:kill|die|death|injure|wound|hurt|slay|dead|murder|injury|casualty)$/;
const TYPES = ["ASSAULT", "COERCE", "CONSULT", "ACCUSE", "REQUEST", "SUPPORT", "AGREE", "AID", "COOPERATE", "PROTEST"] as const;

function sketch(telling: Telling, words: readonly Word[]): Sketch {
  const content = words.slice(...telling.sentence.words).filter((w) => CONTENT.test(w.upos) && !telling.trigger.words.includes(w.index));
  const lemmaOf = (w: Word): string => w.lemma.toLowerCase();
  return {
    telling,
    lemmas: new Set(content.map(lemmaOf)),
    names: new Set(content.filter((w) => w.upos === "PROPN").map(lemmaOf)),
    actors: new Set(telling.actors.map((a) => lemmaOf(words[a.head]!))),
    recipients: new Set(telling.recipients.map((a) => lemmaOf(words[a.head]!))),
    sources: telling.chain.map(({ source }) => source?.join("-") ?? "").join(" "),
  };
}

const yes = (condition: boolean): number => (condition ? 1 : 0);
/** 1 where two sets share something, −1 where both hold something and nothing is shared. */
const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size === 0 || b.size === 0 ? 0 : [...a].some((x) => b.has(x)) ? 1 : -1;
const meetOnes = (a: Telling["actors"], b: Telling["actors"]): number => (a.length === 0 || b.length === 0 ? 0 : share(a, b) ? 1 : -1);
const isPlural = ({ head }: Telling): boolean => head.morphology.Number === "Plur";
const counts = ({ casualties }: Telling): number => (casualties.length === 0 ? 0 : casualties.some((c) => c.harm === "killed") ? 2 : 1);

/** What the trees look at beside the table of reasons: where the two stand, of what kind they are, which words they share. */
const SETTING: readonly (readonly [name: string, value: (pair: SketchedPair) => number])[] = [
  ["sentences apart", ({ first, second }) => Math.min(20, second.at - first.at)],
  ["share of the text apart", ({ first, second, sentences }) => (second.at - first.at) / Math.max(1, sentences)],
  ["sentence of the second", ({ second }) => second.at],
  ["tellings between", ({ between }) => between],
  ["tellings of the type", ({ ofType }) => ofType],
  ...TYPES.map((type) => [type, ({ first }: SketchedPair) => yes(first.trigger.type === type)] as const),
  ["first is a noun", ({ first }) => yes(first.head.upos === "NOUN")],
  ["second is a noun", ({ second }) => yes(second.head.upos === "NOUN")],
  ["first is plural", ({ first }) => yes(isPlural(first))],
  ["second is plural", ({ second }) => yes(isPlural(second))],
  ["second points back", ({ second, words }) => yes(pointsBack(second, words))],
  ["second brings in", ({ second, words }) => yes(bringsIn(second, words))],
  ["first has participants", ({ first }) => first.actors.length + first.recipients.length],
  ["second has participants", ({ second }) => second.actors.length + second.recipients.length],
  ["second has a doer", ({ second }) => yes(second.actors.length > 0)],
  ["second has a recipient", ({ second }) => yes(second.recipients.length > 0)],
  ["one class of words", ({ first, second }) => yes(first.group === second.group)],
  ["one lemma", ({ first, second }) => yes(first.head.lemma === second.head.lemma)],
  ["one tense", ({ first, second }) => yes(first.head.morphology.Tense === second.head.morphology.Tense)],
  ["first tells of harm", ({ first }) => yes(HARM.test(first.head.lemma))],
  ["second tells of harm", ({ second }) => yes(HARM.test(second.head.lemma))],
  ["first counts", ({ first }) => counts(first)],
  ["second counts", ({ second }) => counts(second)],
  ["coordinated", ({ first, second }) => yes(second.head.relation === "conj" && first.trigger.words.includes(second.head.head))],
  ["first governs", ({ first, second, words }) => yes(governs(first, second, words))],
  ["second governs", ({ first, second, words }) => yes(governs(second, first, words))],
  ["one source", ({ sketches: [a, b] }) => yes(a.sources === b.sources)],
  ["doers", ({ first, second }) => meetOnes(first.actors, second.actors)],
  ["recipients", ({ first, second }) => meetOnes(first.recipients, second.recipients)],
  ["words of the doers", ({ sketches: [a, b] }) => meet(a.actors, b.actors)],
  ["words of the recipients", ({ sketches: [a, b] }) => meet(a.recipients, b.recipients)],
  ["places", ({ first, second }) => (first.place && second.place ? (first.place.mention.id === second.place.mention.id ? 2 : 1) : 0)],
  ["times", ({ first, second }) => yes(first.time !== undefined && second.time !== undefined)],
  ["words shared", (pair) => shared(pair, (s) => s.lemmas) / Math.max(1, Math.min(...pair.sketches.map((s) => s.lemmas.size)))],
  ["names shared", (pair) => shared(pair, (s) => s.names)],
];

/** How many words two sentences share; of one sentence nothing can be said. */
function shared({ first, second, sketches: [a, b] }: SketchedPair, of: (sketch: Sketch) => ReadonlySet<string>): number {
  if (first.at === second.at) return 0;
  const other = of(b);
  let count = 0;
  for (const lemma of of(a)) if (other.has(lemma)) count++;
  return count;
}

/** Names of the values of a pair, in their order. */
export const PAIR_VALUES: readonly string[] = [...SAME_EVENT_FEATURES.map(({ name }) => name), ...SETTING.map(([name]) => name)];

/** The values of two tellings of one type, by their places in the list, in the order of `PAIR_VALUES`. */
export function comparison(
  tellings: readonly Telling[],
  words: readonly Word[],
  joining: Joining,
): (first: number, second: number) => readonly number[] {
  const sketches: (Sketch | undefined)[] = tellings.map(() => undefined);
  const sketchOf = (i: number): Sketch => (sketches[i] ??= sketch(tellings[i]!, words));
  const ofType = new Map<string, number>();
  const places = tellings.map(({ trigger: { type } }) => {
    const place = ofType.get(type) ?? 0;
    ofType.set(type, place + 1);
    return place;
  });
  const sentences = tellings.at(-1)?.at ?? 0;
  return (i, j) => {
    const [first, second] = [tellings[i]!, tellings[j]!];
    const pair: SketchedPair = {
      first,
      second,
      words,
      joining,
      sketches: [sketchOf(i), sketchOf(j)],
      between: places[j]! - places[i]! - 1,
      ofType: ofType.get(first.trigger.type) ?? 0,
      sentences,
    };
    return [...SAME_EVENT_FEATURES.map((f) => f.holds(pair)), ...SETTING.map(([, value]) => value(pair))];
  };
}
