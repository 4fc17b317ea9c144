import type { Word } from "../parse/layers.ts";
import type { PloverType } from "../what/layers.ts";
import type { FactualityLexicon } from "./factuality-lexicon.ts";
import { climb, isUndecided, weighCondition } from "./governed.ts";
import { governor, link } from "./governing-word.ts";
import type { Factuality } from "./layers.ts";
import { isPredicate, readGroup, readMarks, SPOKEN } from "./own-marks.ts";
import { type Reading, relation } from "./reading.ts";
import { negate, openStanding, type Standing, settle, weaken } from "./standing.ts";
import { hasSubject, verbGroup } from "./verb-group.ts";

/** Modals by which an act of speech is done: "we will provide" is the promise itself, "they should leave" the request. */
const DONE_BY_MODAL: Partial<Record<PloverType, Factuality["reality"]>> = { AGREE: "planned", THREATEN: "planned", REQUEST: "demanded" };
/** Longest way up. */
const LIMIT = 24;

export interface Assessment extends Factuality {
  readonly reasons: readonly string[];
}

/**
 * Reads the standing of the event whose trigger's head is `index`: its own tense, modals, negation and hedges, then those of every word that
 * governs it, up to the innermost source's cue (`stop`, when given) or the main clause.
 */
export function assessEvent(
  reading: Reading,
  lexicon: FactualityLexicon,
  index: number,
  type: PloverType | undefined,
  stop?: number,
): Assessment {
  const standing = openStanding();
  const trigger = reading.words[index]!;
  const heading = reading.sentences[trigger.sentence]?.kind === "heading";
  unnamedReport(reading, lexicon, trigger, standing);
  if (trigger.upos !== "VERB" && lexicon.governors.nouns.get(trigger.lemma.toLowerCase())?.lasting === true) standing.lasting = true;
  // "were under investigation": whenever that was, it goes on.
  if (lexicon.aspect.nouns.has(trigger.lemma.toLowerCase()) && isUnder(reading, trigger))
    settle(standing, "ongoing", `under “${trigger.text}”`);
  let at = index;
  let cue: Word | undefined;
  // A conjunct that has its own subject or tense shares no more with the first one than what governs both.
  let shares = true;
  for (let steps = 0; steps < LIMIT; steps++) {
    const word = reading.words[at]!;
    const how = link(reading, word, lexicon);
    if (how === "condition") weighCondition(standing, reading.words[word.head]!);
    if (shares) {
      readMarks(reading, lexicon, word, standing, steps === 0);
      if (isPredicate(reading, word)) readGroup(reading, lexicon, word, standing, steps === 0 ? type : undefined, heading);
    }
    const head = reading.words[word.head];
    if (head === undefined || how === "root") break;
    if (head.index === stop && how !== "conjunct") {
      cue = head;
      break;
    }
    if (!climb(reading, lexicon, word, head, how, standing, type)) break;
    shares = how !== "conjunct" || !isPredicate(reading, word) || (verbGroup(reading, at).tense === "none" && !hasSubject(reading, at));
    at = head.index;
  }
  if (cue !== undefined) heedCue(reading, lexicon, cue, standing);
  if (
    standing.reality === undefined &&
    ((trigger.xpos === "VBG" && !(type !== undefined && SPOKEN.has(type))) || standing.lasting) &&
    presentClause(reading, at)
  )
    settle(standing, "ongoing", "the main clause is present");
  if (
    standing.reality === undefined &&
    trigger.upos === "NOUN" &&
    lexicon.aspect.nouns.has(trigger.lemma.toLowerCase()) &&
    !isEnded(reading, trigger)
  )
    settle(standing, "ongoing", `“${trigger.text}” goes on while nothing ends it`);
  if (type !== undefined && standing.reality === DONE_BY_MODAL[type] && verbGroup(reading, index).modal !== undefined)
    standing.reality = "occurred";
  return {
    reality: standing.reality ?? "occurred",
    polarity: standing.negative ? "negative" : "positive",
    certainty: standing.certainty,
    reasons: [...new Set(standing.reasons)],
  };
}

function isUnder(reading: Reading, noun: Word): boolean {
  return reading.children[noun.index]!.some((c) => /^under$/i.test(reading.words[c]!.text));
}

/** "The inquiry found": what an inquiry has brought to light it brought to its end. */
function isEnded(reading: Reading, noun: Word): boolean {
  const verb = reading.words[noun.head];
  if (verb === undefined || verb.upos !== "VERB" || relation(noun) !== "nsubj") return false;
  const { tense, perfect } = verbGroup(reading, verb.index);
  return tense === "past" || perfect;
}

/** What the innermost source's cue adds: a denial turns the content round, a belief weakens it. */
function heedCue(reading: Reading, lexicon: FactualityLexicon, cue: Word, standing: Standing): void {
  const entry = reading.entries[cue.index];
  if (entry === undefined) return;
  if (entry.polarity === "negative" && isUndecided(reading, lexicon, cue)) weaken(standing, "unknown", `“${cue.text}” is itself negated`);
  else if (entry.polarity === "negative") negate(standing, `the source denies it (“${cue.text}”)`);
  if (entry.certainty !== undefined) weaken(standing, entry.certainty, `the source puts it with “${cue.text}”`);
  const reality = governor(cue, lexicon)?.reality;
  if (reality === "planned" || reality === "hypothetical") settle(standing, reality, `“${cue.text}”`);
}

/**
 * "were reported to have fired": read from the words before the trigger as well, because what parsers do with such chains varies.
 */
function unnamedReport(reading: Reading, lexicon: FactualityLexicon, trigger: Word, standing: Standing): void {
  let at = trigger.index - 1;
  const skip = (lemmas: RegExp): boolean => {
    let any = false;
    for (; at >= 0 && lemmas.test(reading.words[at]!.lemma.toLowerCase()); at--) any = true;
    return any;
  };
  skip(/^(also|again|already|.+ly)$/);
  const auxiliary = skip(/^(have|be)$/);
  if (!skip(/^to$/) || at < 1) return;
  const verb = reading.words[at]!;
  const be = reading.words[at - 1]!;
  const hedge = lexicon.hedges.passives.get(verb.lemma.toLowerCase());
  if (hedge === undefined || be.lemma.toLowerCase() !== "be" || verb.sentence !== trigger.sentence || !auxiliary) return;
  weaken(standing, hedge, `“${verb.text} to …” by nobody named`);
  settle(standing, trigger.xpos === "VBG" ? "ongoing" : "occurred", `“${verb.text} to … ${trigger.text}”`);
}

/** Whether the finite clause around a word is in the present tense. */
function presentClause(reading: Reading, index: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps < LIMIT; at = reading.words[at]!.head, steps++) {
    const word = reading.words[at]!;
    if (!isPredicate(reading, word)) continue;
    const { tense, perfect } = verbGroup(reading, at);
    if (tense !== "none") return tense === "present" && !perfect && relation(word) !== "advcl";
  }
  return false;
}
