import { isoDate } from "../calendar.ts";
import type { Window } from "../published.ts";
import { type Aspect, aspectOf, governor } from "./clause.ts";
import { continued, foretold, headline, retold } from "./retelling.ts";
import { lasts, type Story, type Telling, type Told, VERBAL } from "./story.ts";

const WITHIN = new Set(["in", "during", "by", "amid"]);
/** How long a noun's phrase may be up to the clause that tells of it. */
const PHRASE = 12;
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
  tellings.forEach((telling, k) => {
    // "Said on Friday that the group planned the attacks": these were told before, with their day.
    if (telling.said && !VERBAL.has(telling.trigger.type)) told[k] = retold(tellings, told, k, story) ?? told[k];
    if (!telling.own || telling.said) told[k] = within(tellings, k, story) ?? described(tellings, k, story) ?? told[k];
  });
  const aspects = tellings.map(({ head }) => aspectOf(story.words, story.children, governor(story.words, head)));
  const lead = story.sentences.findIndex(({ kind }) => kind === "prose");
  tellings.forEach((telling, k) => {
    const aspect = aspects[k]!;
    if (told[k] || telling.vague || hasRecent(telling, story)) return;
    const heading = story.sentences[telling.sentence]!.kind === "heading";
    const promised = aspect === "future" && telling.trigger.type === "AGREE";
    if (heading || ((aspect === "future" || aspect === "unreal") && !promised && !continues(telling, story))) return;
    const early = !VERBAL.has(telling.trigger.type) && telling.sentence <= lead + 1;
    told[k] =
      retold(tellings, told, k, story) ??
      sinceThen(tellings, told, k, story) ??
      (early ? foretold(tellings, told, k, story) : undefined) ??
      (background(telling, story) || lasts(telling, story)
        ? undefined
        : (publication(telling, aspect, lead, story) ?? continued(tellings, told, aspects, k)));
  });
  tellings.forEach((telling, k) => {
    if (!told[k] && !telling.vague && story.sentences[telling.sentence]!.kind === "heading")
      told[k] =
        headline(tellings, told, k, lead, story.words) ??
        (background(telling, story) || lasts(telling, story) ? undefined : fresh(story.window));
  });
  return told;
}

/** "276 people were killed and 300 hurt in Saturday's bombing": harm is done when that in which it was done happened. */
function within(tellings: readonly Telling[], k: number, { words, children }: Story): Told | undefined {
  const { head, trigger, sentence } = tellings[k]!;
  if (VERBAL.has(trigger.type)) return undefined;
  for (const other of tellings) {
    if (other.sentence !== sentence || other.own === undefined || other.said || other.trigger.type !== trigger.type) continue;
    const noun = words[other.head]!;
    if (noun.upos !== "NOUN" || !noun.relation.startsWith("obl") || noun.head < 0) continue;
    const verb = words[noun.head]!;
    if (verb.index !== head && !(verb.relation === "conj" && verb.head === head)) continue;
    if (!children[other.head]!.some((child) => words[child]!.relation === "case" && WITHIN.has(words[child]!.text.toLowerCase()))) continue;
    return { ...other.own, confidence: 0.85, reason: `in “${noun.text}”: its sentence says ${other.own.reason}` };
  }
  return undefined;
}

/** "The bombing of a clinic in January that killed a guard": what a relative clause tells of a happening was done then. */
function described(tellings: readonly Telling[], k: number, { words }: Story): Told | undefined {
  const { head, trigger, sentence } = tellings[k]!;
  let clause = words[head]!;
  if (clause.relation === "conj" && clause.head >= 0) clause = words[clause.head]!;
  if (VERBAL.has(trigger.type) || clause.relation !== "acl:relcl") return undefined;
  // "An attack on a mosque on Friday that killed 13": hung on the day, it tells of the happening before it.
  const before =
    words[clause.head]!.upos === "PROPN"
      ? tellings.findLast((t) => t.sentence === sentence && t.head < clause.head && clause.head - t.head <= PHRASE && t.own && !t.said)
      : undefined;
  if (before?.own && before.trigger.type === trigger.type && words[before.head]!.upos === "NOUN")
    return { ...before.own, confidence: 0.8, reason: `told of “${words[before.head]!.text}”: its sentence says ${before.own.reason}` };
  for (let at = clause.head, steps = 0; at >= 0 && steps < 3; at = words[at]!.head, steps++) {
    const other = tellings.find((t) => t.head === at && t.sentence === sentence && t.own !== undefined && !t.said);
    if (other?.own && other.trigger.type === trigger.type)
      return { ...other.own, confidence: 0.8, reason: `told of “${words[at]!.text}”: its sentence says ${other.own.reason}` };
    if (!words[at]!.relation.startsWith("nmod")) return undefined;
  }
  return undefined;
}

function hasRecent({ head }: Telling, { words, children }: Story): boolean {
  return children[head]!.some((child) => RECENT.has(words[child]!.text.toLowerCase()));
}

/** "We will continue to call for …": goes on as it was when the words were said. */
function continues({ head, trigger }: Telling, { words }: Story): boolean {
  const above = words[head]!.head;
  return VERBAL.has(trigger.type) && above >= 0 && words[above]!.lemma === "continue";
}

/**
 * A noun under a verb that tells of what came before: "was charged in a shooting". Its time is not that verb's, nor is that of what a clause tells
 * of it: "charged in the shooting of a guard who was hit twice".
 */
function background({ head, trigger }: Telling, { words, tellsOf }: Story): boolean {
  let noun = words[head]!;
  if (VERBAL.has(trigger.type)) return false;
  if (noun.upos === "VERB") {
    if (noun.relation !== "acl:relcl" || !words[noun.head]!.relation.startsWith("nmod")) return false;
    noun = words[words[noun.head]!.head]!;
  }
  const verb = governor(words, noun.index);
  return verb >= 0 && verb !== noun.index && tellsOf.has(words[verb]!.lemma);
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
