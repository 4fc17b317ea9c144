import type { Sentence, Word } from "../../parse/layers.ts";
import type { PloverType, Trigger } from "../../what/layers.ts";
import { dayFromIso, isoDate } from "../calendar.ts";
import type { Window } from "../published.ts";
import { type Aspect, aspectOf, governor } from "./clause.ts";
import type { Stretch } from "./stretch.ts";

/** One trigger with the time that its own sentence gives it, if any. */
export interface Telling {
  readonly trigger: Trigger;
  readonly head: number;
  readonly sentence: number;
  readonly own?: Stretch;
  readonly cost?: number;
  /** Its sentence says a time that is none: "recently", "every Friday". */
  readonly vague: boolean;
}

export interface Told {
  readonly earliest?: string;
  readonly latest?: string;
  readonly time?: number;
  readonly confidence: number;
  readonly reason: string;
}

interface Story {
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  readonly children: readonly (readonly number[])[];
  readonly window: Window | undefined;
  /** Lemmas of verbs that tell of an event that came before. */
  readonly tellsOf: ReadonlySet<string>;
}

/** What is done by saying it: with no time of its own it is done when the report of it is published. */
const VERBAL: ReadonlySet<PloverType> = new Set([
  "ACCUSE",
  "REQUEST",
  "SUPPORT",
  "REJECT",
  "THREATEN",
  "AGREE",
  "CONSULT",
  "CONCEDE",
  "SANCTION",
]);
const DEFINITE = new Set(["the", "this", "that", "these", "those", "its", "their", "his", "her"]);
const RECENT = new Set([
  "recent",
  "recently",
  "previous",
  "previously",
  "past",
  "earlier",
  "former",
  "ongoing",
  "repeated",
  "continued",
  "lately",
  "often",
  "regularly",
  "always",
]);

/** Nouns that can stand for any event of their kind told before. */
const GENERIC = new Set([
  "attack",
  "strike",
  "incident",
  "blast",
  "explosion",
  "bombing",
  "raid",
  "assault",
  "shooting",
  "killing",
  "violence",
  "clash",
  "protest",
  "operation",
  "meeting",
  "talk",
  "visit",
]);

/** The time of each telling: its own, else what the telling of the story gives it, else none. */
export function byNarrative(tellings: readonly Telling[], story: Story): (Told | undefined)[] {
  const told: (Told | undefined)[] = tellings.map(({ own, cost }) =>
    own ? { ...own, confidence: cost !== undefined && cost <= 2 ? 0.9 : 0.75, reason: `its sentence says ${own.reason}` } : undefined,
  );
  const aspects = tellings.map(({ head }) => aspectOf(story.words, story.children, governor(story.words, head)));
  const lead = story.sentences.findIndex(({ kind }) => kind === "prose");
  tellings.forEach((telling, k) => {
    const aspect = aspects[k]!;
    if (told[k] || telling.vague || hasRecent(telling, story)) return;
    const heading = story.sentences[telling.sentence]!.kind === "heading";
    if (heading || ((aspect === "future" || aspect === "unreal") && !continues(telling, story))) return;
    const early = !VERBAL.has(telling.trigger.type) && telling.sentence <= lead + 1;
    told[k] =
      retold(tellings, told, k, story) ??
      sinceThen(tellings, told, k, story) ??
      (early ? foretold(tellings, told, k, story) : undefined) ??
      (background(telling, story) ? undefined : (publication(telling, aspect, lead, story) ?? continued(tellings, told, aspects, k)));
  });
  tellings.forEach((telling, k) => {
    if (!told[k] && !telling.vague && story.sentences[telling.sentence]!.kind === "heading")
      told[k] = headline(tellings, told, k, lead, story.words) ?? fresh(story.window);
  });
  return told;
}

function hasRecent({ head }: Telling, { words, children }: Story): boolean {
  return children[head]!.some((child) => RECENT.has(words[child]!.text.toLowerCase()));
}

/** "We will continue to call for …": goes on as it was when the words were said. */
function continues({ head, trigger }: Telling, { words }: Story): boolean {
  const above = words[head]!.head;
  return VERBAL.has(trigger.type) && above >= 0 && words[above]!.lemma === "continue";
}

/** A noun under a verb that tells of what came before: "was charged in a shooting". Its time is not that verb's. */
function background({ head, trigger }: Telling, { words, tellsOf }: Story): boolean {
  if (VERBAL.has(trigger.type) || words[head]!.upos === "VERB") return false;
  const verb = governor(words, head);
  return verb >= 0 && verb !== head && tellsOf.has(words[verb]!.lemma);
}

/** What a report's head tells without a time and its body tells again with one. */
function foretold(
  tellings: readonly Telling[],
  told: readonly (Told | undefined)[],
  k: number,
  { words, children }: Story,
): Told | undefined {
  const { trigger, head, sentence } = tellings[k]!;
  for (let j = k + 1; j < tellings.length && tellings[j]!.sentence - sentence <= 8; j++) {
    const after = told[j];
    const other = tellings[j]!;
    const noun = words[other.head]!;
    if (!after || !brief(after) || other.trigger.type !== trigger.type) continue;
    const definite =
      GENERIC.has(noun.lemma) &&
      children[other.head]!.some((child) => child < other.head && DEFINITE.has(words[child]!.text.toLowerCase()));
    if (definite || (noun.lemma === words[head]!.lemma && noun.upos === "VERB"))
      return { ...after, confidence: after.confidence * 0.7, reason: `told again with its time: ${after.reason}` };
  }
  return undefined;
}

/** "The attack": the same kind of event as one told before, with that one's time. */
function retold(
  tellings: readonly Telling[],
  told: readonly (Told | undefined)[],
  k: number,
  { words, children }: Story,
): Told | undefined {
  const { head, trigger, sentence } = tellings[k]!;
  const noun = words[head]!;
  if (noun.upos !== "NOUN" || !children[head]!.some((child) => child < head && DEFINITE.has(words[child]!.text.toLowerCase())))
    return undefined;
  for (let j = k - 1; j >= Math.max(0, k - 12); j--) {
    const before = told[j];
    const other = tellings[j]!;
    if (!before || other.trigger.type !== trigger.type) continue;
    if (words[other.head]!.lemma !== noun.lemma && !(brief(before) && GENERIC.has(noun.lemma) && sentence - other.sentence <= 4)) continue;
    return { ...before, confidence: before.confidence * 0.8, reason: `tells again of “${words[other.head]!.text}”: ${before.reason}` };
  }
  return undefined;
}

/** "Since then": from the date told before up to the day of writing. */
function sinceThen(
  tellings: readonly Telling[],
  told: readonly (Told | undefined)[],
  k: number,
  { words, sentences, window }: Story,
): Told | undefined {
  const { sentence } = tellings[k]!;
  const first = sentences[sentence]!.words[0];
  if (window?.latest === undefined || !/^since$/i.test(words[first]?.text ?? "") || !/^then$/i.test(words[first + 1]?.text ?? ""))
    return undefined;
  for (let j = k - 1; j >= 0 && sentence - tellings[j]!.sentence <= 2; j--) {
    const earliest = told[j]?.earliest;
    const latest = isoDate(window.latest);
    if (earliest !== undefined && earliest <= latest) return { earliest, latest, confidence: 0.6, reason: "since the date told before" };
  }
  return undefined;
}

/** The day of publication, for what is done by saying it and for news told at the head of the report. */
function publication({ trigger, sentence, head }: Telling, aspect: Aspect, lead: number, { window, words }: Story): Told | undefined {
  if (window?.earliest === undefined || window.latest === undefined || aspect === "pluperfect") return undefined;
  const verbal = VERBAL.has(trigger.type);
  if (verbal && aspect !== "ongoing" && !(aspect === "perfect" && sentence <= lead + 1))
    return {
      earliest: isoDate(window.earliest),
      latest: isoDate(window.latest),
      confidence: 0.6,
      reason: "what is done by saying it, and no time is told: when it was published",
    };
  if (aspect === "perfect" && sentence <= lead + 1) return fresh(window);
  if (sentence === lead && (aspect === "past" || (aspect === "present" && words[head]!.upos === "NOUN"))) return fresh(window);
  return undefined;
}

/** Rule of the day's news: what a report's head tells without a date happened on the day of publication or the day before. */
function fresh(window: Window | undefined): Told | undefined {
  if (window?.earliest === undefined || window.latest === undefined) return undefined;
  const oneDay = window.earliest === window.latest;
  return {
    earliest: isoDate(oneDay ? window.earliest - 1 : window.earliest),
    latest: isoDate(window.latest),
    confidence: 0.5,
    reason: "fresh news with no time told: the day of publication or the day before",
  };
}

/** A past-tense sentence that tells no time of its own goes on from the one before it. */
function continued(
  tellings: readonly Telling[],
  told: readonly (Told | undefined)[],
  aspects: readonly Aspect[],
  k: number,
): Told | undefined {
  if (aspects[k] !== "past") return undefined;
  for (let j = k - 1; j >= 0; j--) {
    const gap = tellings[k]!.sentence - tellings[j]!.sentence;
    if (gap > 1) return undefined;
    const before = told[j];
    if (before && brief(before) && aspects[j] === "past" && !VERBAL.has(tellings[j]!.trigger.type))
      return { ...before, confidence: before.confidence * 0.6, reason: `goes on from the sentence before: ${before.reason}` };
  }
  return undefined;
}

/** A week at most: a story goes on from a day, not from a year in its background. */
function brief({ earliest, latest }: Told): boolean {
  return earliest !== undefined && latest !== undefined && dayFromIso(latest) - dayFromIso(earliest) <= 7;
}

/** A headline tells what the head of the body tells, or what bears the same name further down. */
function headline(
  tellings: readonly Telling[],
  told: readonly (Told | undefined)[],
  k: number,
  lead: number,
  words: readonly Word[],
): Told | undefined {
  const { trigger, head } = tellings[k]!;
  const j = tellings.findIndex(
    (other, i) =>
      i > k &&
      told[i] &&
      other.trigger.type === trigger.type &&
      (other.sentence <= lead + 3 || words[other.head]!.lemma === words[head]!.lemma),
  );
  const body = told[j];
  return body && { ...body, confidence: body.confidence * 0.8, reason: `the headline of what the text tells: ${body.reason}` };
}
