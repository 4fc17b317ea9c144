import type { Sentence, Word } from "../../parse/layers.ts";
import type { PloverType, Trigger } from "../../what/layers.ts";
import { isoDate } from "../calendar.ts";
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

/** The time of each telling: its own, else what the telling of the story gives it, else none. */
export function byNarrative(tellings: readonly Telling[], story: Story): (Told | undefined)[] {
  const told: (Told | undefined)[] = tellings.map(({ own, cost }) =>
    own ? { ...own, confidence: cost !== undefined && cost <= 2 ? 0.9 : 0.75, reason: `its sentence says ${own.reason}` } : undefined,
  );
  const aspects = tellings.map(({ head }) => aspectOf(story.words, story.children, governor(story.words, head)));
  const lead = story.sentences.findIndex(({ kind }) => kind === "prose");
  tellings.forEach((telling, k) => {
    if (told[k] || telling.vague || hasRecent(telling, story)) return;
    told[k] = retold(tellings, told, k, story) ?? publication(telling, aspects[k]!, lead, story) ?? continued(tellings, told, aspects, k);
  });
  tellings.forEach((telling, k) => {
    if (!told[k] && story.sentences[telling.sentence]!.kind === "heading") told[k] = headline(tellings, told, k);
  });
  return told;
}

function hasRecent({ head }: Telling, { words, children }: Story): boolean {
  return children[head]!.some((child) => RECENT.has(words[child]!.text.toLowerCase()));
}

/** "The attack": the same kind of event as one told before, with that one's time. */
function retold(
  tellings: readonly Telling[],
  told: readonly (Told | undefined)[],
  k: number,
  { words, children }: Story,
): Told | undefined {
  const { head, trigger } = tellings[k]!;
  if (words[head]!.upos !== "NOUN" || !children[head]!.some((child) => child < head && DEFINITE.has(words[child]!.text.toLowerCase())))
    return undefined;
  for (let j = k - 1; j >= Math.max(0, k - 12); j--) {
    const before = told[j];
    if (before && tellings[j]!.trigger.type === trigger.type)
      return {
        ...before,
        confidence: before.confidence * 0.8,
        reason: `tells again of “${words[tellings[j]!.head]!.text}”: ${before.reason}`,
      };
  }
  return undefined;
}

/** The day of publication, for what is done by saying it and for news told in the present perfect at the head of the report. */
function publication({ trigger, sentence }: Telling, aspect: Aspect, lead: number, { window }: Story): Told | undefined {
  if (window?.earliest === undefined || window.latest === undefined) return undefined;
  const oneDay = window.earliest === window.latest;
  const day = { earliest: isoDate(window.earliest), latest: isoDate(window.latest) };
  if (VERBAL.has(trigger.type) && aspect !== "future" && aspect !== "unreal" && aspect !== "pluperfect") {
    if (aspect === "ongoing") return undefined;
    return { ...day, confidence: 0.6, reason: "what is done by saying it, and no time is told: when it was published" };
  }
  if ((aspect === "perfect" && sentence <= lead + 1) || (sentence === lead && aspect === "past"))
    return {
      ...day,
      earliest: oneDay ? isoDate(window.earliest - 1) : day.earliest,
      confidence: 0.6,
      reason: "fresh news with no time told: the day of publication or the day before",
    };
  return undefined;
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
    if (before && aspects[j] === "past" && !VERBAL.has(tellings[j]!.trigger.type))
      return { ...before, confidence: before.confidence * 0.6, reason: `goes on from the sentence before: ${before.reason}` };
  }
  return undefined;
}

/** A headline tells the first event of its kind in the body. */
function headline(tellings: readonly Telling[], told: readonly (Told | undefined)[], k: number): Told | undefined {
  const { type } = tellings[k]!.trigger;
  const j = tellings.findIndex((other, i) => i > k && other.trigger.type === type && told[i]);
  const body = told[j];
  return body && { ...body, confidence: body.confidence * 0.8, reason: `the headline of what the text tells: ${body.reason}` };
}
