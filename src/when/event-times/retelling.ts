import type { Word } from "../../parse/layers.ts";
import { dayFromIso } from "../calendar.ts";
import type { Aspect } from "./clause.ts";
import { type Story, type Telling, type Told, VERBAL } from "./story.ts";

const DEFINITE = new Set(["the", "this", "that", "these", "those", "its", "their", "his", "her"]);

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

/** Of these nouns each names one way of doing it: "the bombings" do not tell again of an air raid. */
const SPECIFIC = new Set(["bombing", "raid", "shooting", "blast", "explosion", "clash", "protest", "visit"]);
const BLASTS = new Set(["bomb", "bombing", "blast", "explosion", "explode", "detonate"]);

function alike(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) || (BLASTS.has(a) && BLASTS.has(b)) || !(SPECIFIC.has(a) || /ing$|ion$/.test(a));
}

/** What a report's head tells without a time and its body tells again with one. */
export function foretold(
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
      !(SPECIFIC.has(noun.lemma) && !alike(words[head]!.lemma, noun.lemma)) &&
      children[other.head]!.some((child) => child < other.head && DEFINITE.has(words[child]!.text.toLowerCase()));
    if (definite || (noun.lemma === words[head]!.lemma && noun.upos === "VERB"))
      return { ...after, confidence: after.confidence * 0.7, reason: `told again with its time: ${after.reason}` };
  }
  return undefined;
}

/** "The attack": the same kind of event as one told before, with that one's time. */
export function retold(
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
    // "The shooting of doctors" is another one than that of five years before: a year is told again only close by.
    const named = words[other.head]!.lemma === noun.lemma && (brief(before) || sentence - other.sentence <= 1);
    if (!named && !(brief(before) && GENERIC.has(noun.lemma) && sentence - other.sentence <= 4)) continue;
    return { ...before, confidence: before.confidence * 0.8, reason: `tells again of “${words[other.head]!.text}”: ${before.reason}` };
  }
  return undefined;
}

/** A past-tense sentence that tells no time of its own goes on from the one before it. */
export function continued(
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
export function headline(
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
