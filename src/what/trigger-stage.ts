import { cover, type Stage } from "../document/index.ts";
import { SENTENCES, WORDS } from "../parse/layers.ts";
import { type Analysis, analyse, type Place, type Reading } from "./analysis.ts";
import { contextsOf } from "./contexts.ts";
import { REJECTED_TRIGGERS, type RejectedTrigger, TRIGGERS, type Trigger } from "./layers.ts";
import type { EventLexicon } from "./lexicon.ts";
import { modeOf } from "./mode.ts";
import { VIOLENT } from "./traps.ts";
import type { TriggerModel } from "./trigger-model.ts";

/** Candidates below this probability are turned down. Chosen on held-out articles, where precision and recall meet. */
const ACCEPTED = 0.55;
/**
 * An article that tells of violence says so clearly at least once: where no violent word reaches this, the doubtful ones are turned down too.
 * On held-out everyday articles that leaves 7 of 294 calm ones alarmed instead of 22, at the cost of 2 of 100 violent places (train --
 * what-triggers --folds 10 --orders 3 --coded).
 */
const CLEAR = 0.72;
/** In texts of fewer words nothing can be expected to be said twice. */
const SHORT = 80;
/**
 * The classifier has not seen the words of a user's own subject: it is to catch only what plainly is no event. Words that the user marks
 * with "?" want the full measure.
 */
const ACCEPTED_OWN = 0.15;
/** Turned-down candidates below this are not even kept for `dateline explain`. */
const WORTH_TELLING = 0.05;

/**
 * Gives TRIGGERS and REJECTED_TRIGGERS: the words of a document that tell of events. The lexicon proposes, the classifier decides from
 * syntax, neighbours and the article's vocabulary; what it is less sure of than `accepted` (0 to 1) is turned down, and so is doubtful violence in
 * an article that has no clear one. Needs WORDS and
 * SENTENCES.
 */
export function triggerStage(lexicon: EventLexicon, model: TriggerModel, accepted = ACCEPTED): Stage {
  return {
    name: "triggers",
    needs: [WORDS, SENTENCES],
    gives: [TRIGGERS, REJECTED_TRIGGERS],
    run(document) {
      const analysis = analyse(lexicon, document.get(WORDS), document.get(SENTENCES));
      const triggers: Trigger[] = [];
      const rejected: RejectedTrigger[] = [];
      const best = analysis.places.map((place) => ({ place, ...bestReading(place, model) }));
      const isViolent = analysis.syntax.words.length < SHORT || best.some((b) => b.probability >= CLEAR && VIOLENT.has(b.reading.type));
      for (const { place, reading, probability } of best) {
        const { own, doubt } = reading.candidate.sense;
        const needed = own && doubt === 0 ? Math.min(ACCEPTED_OWN, accepted) : accepted;
        if (probability >= needed && (own || isViolent || !VIOLENT.has(reading.type)))
          triggers.push(triggerOf(lexicon, analysis, place, reading, probability, triggers.length));
        else if (probability >= WORTH_TELLING) rejected.push(rejection(analysis, reading, probability));
      }
      return document.with(TRIGGERS, triggers).with(REJECTED_TRIGGERS, rejected);
    },
  };
}

/** The likeliest reading of a place. */
export function bestReading(place: Place, model: TriggerModel): { readonly reading: Reading; readonly probability: number } {
  let best = place.readings[0]!;
  let probability = -1;
  for (const reading of place.readings) {
    const p = isTrap(reading) ? 0 : model.probability(reading.features);
    if (p > probability) {
      best = reading;
      probability = p;
    }
  }
  return { reading: best, probability };
}

/** A violent word inside a set phrase ("war of words") is never an event, whatever the classifier thinks. */
export function isTrap(reading: Reading): boolean {
  const length = reading.candidate.sense.pattern.parts.length;
  return VIOLENT.has(reading.type) && reading.traps.some((t) => t.name === "phrase" && t.word.split(" ").length >= length);
}

function triggerOf(lexicon: EventLexicon, analysis: Analysis, place: Place, reading: Reading, probability: number, index: number): Trigger {
  const { candidate, type } = reading;
  const { syntax, sentences } = analysis;
  const mode = type === candidate.sense.type ? modeOf(candidate, syntax, lexicon.instruments) : undefined;
  const sense = candidate.light === undefined ? candidate.sense.id : `${candidate.light.form}+${candidate.sense.id}`;
  return {
    index,
    span: spanOf(analysis, reading),
    words: candidate.words,
    type,
    ...(mode === undefined ? {} : { mode }),
    contexts: contextsOf(candidate, syntax, sentences[place.sentence]!, lexicon.contexts),
    sense,
    confidence: Math.round(probability * 1000) / 1000,
    reasons: reasonsFor(reading, probability),
  };
}

/** The trigger's own words; a light verb is not among its characters. */
function spanOf({ syntax }: Analysis, { candidate }: Reading): readonly [number, number] {
  const own = candidate.light === undefined ? candidate.words : candidate.words.slice(0, candidate.sense.pattern.parts.length);
  return cover(own.map((i) => syntax.word(i).span));
}

function reasonsFor(reading: Reading, probability: number): readonly string[] {
  const { candidate, traps, type } = reading;
  const { sense } = candidate;
  const reasons = [`“${sense.id}” of ${sense.group} tells of ${sense.type}${sense.mode === undefined ? "" : `/${sense.mode}`}`];
  if (candidate.light !== undefined) reasons.push(`carried by “${candidate.light.form}”`);
  if (type !== sense.type) reasons.push(`announced for the future: ${type}`);
  for (const trap of traps) if (trap.name === "supported") reasons.push(`beside “${trap.word}”`);
  reasons.push(`judged an event with probability ${probability.toFixed(2)}`);
  return reasons;
}

function rejection(analysis: Analysis, reading: Reading, probability: number): RejectedTrigger {
  const against = reading.traps
    .filter((t) => t.name !== "supported")
    .map((t) => (t.word === "" ? "nothing near it speaks for it" : `“${t.word}” speaks against it`));
  return {
    span: spanOf(analysis, reading),
    sense: reading.candidate.sense.id,
    type: reading.type,
    reason: [`judged an event with probability ${probability.toFixed(2)}`, ...against].join("; "),
  };
}
