import type { Word } from "../parse/layers.ts";
import type { PloverType } from "../what/layers.ts";
import { namesNobody } from "../who/index.ts";
import type { FactualityLexicon } from "./factuality-lexicon.ts";
import { negated } from "./governing-word.ts";
import type { Factuality } from "./layers.ts";
import { type Reading, relation } from "./reading.ts";
import { negate, type Standing, settle, weaken } from "./standing.ts";
import { type VerbGroup, verbGroup } from "./verb-group.ts";

/** What is done by speaking is done when it is said in the present tense (Austin's performatives). */
export const SPOKEN: ReadonlySet<PloverType> = new Set([
  "AGREE",
  "ACCUSE",
  "REQUEST",
  "REJECT",
  "THREATEN",
  "SUPPORT",
  "CONCEDE",
  "CONSULT",
]);

/** Whether a word heads a clause: a verb, or a noun or adjective with a copula. */
export function isPredicate(reading: Reading, word: Word): boolean {
  return word.upos === "VERB" || word.upos === "AUX" || reading.children[word.index]!.some((c) => relation(reading.words[c]!) === "cop");
}

/** Negators, hedges and aspect words that stand directly on a word of the way up. */
export function readMarks(reading: Reading, lexicon: FactualityLexicon, word: Word, standing: Standing, isTrigger: boolean): void {
  const not = negated(reading, word.index, lexicon);
  if (not !== undefined) negate(standing, `“${not.text}” negates “${word.text}”`);
  // "No soldier was hurt": what is done to nobody is not done.
  else if (isTrigger && word.upos === "VERB" && undergoer(reading, word.index) !== undefined) negate(standing, "it is done to nobody");
  for (const child of reading.children[word.index]!) {
    const mark = reading.words[child]!;
    const r = relation(mark);
    const lemma = mark.lemma.toLowerCase();
    if (r === "advmod") {
      const certainty = lexicon.hedges.adverbs.get(lemma);
      if (certainty !== undefined) weaken(standing, certainty, `“${mark.text}” hedges “${word.text}”`);
      const aspect = lexicon.aspect.adverbs.get(lemma);
      if (aspect !== undefined && verbGroup(reading, word.index).tense === "present") settle(standing, aspect, `“${mark.text}”`);
    } else if (r === "amod" && isTrigger) {
      const certainty = lexicon.hedges.adjectives.get(lemma);
      if (certainty !== undefined) weaken(standing, certainty, `“${mark.text}” hedges “${word.text}”`);
      const aspect = lexicon.aspect.adjectives.get(lemma);
      if (aspect !== undefined) settle(standing, aspect, `“${mark.text} ${word.text}”`);
    } else if (mark.relation === "acl:relcl" && isTrigger && word.upos !== "VERB") readRelative(reading, lexicon, word, mark, standing);
  }
}

/** The object, or the subject of the passive, that names nobody. */
function undergoer(reading: Reading, verb: number): number | undefined {
  return reading.children[verb]!.find((c) => /^(?:obj|nsubj:pass)$/.test(reading.words[c]!.relation) && namesNobody(reading.words, c));
}

/** "the attack that killed two", "the talks that will be held": a relative clause with the event as its subject tells when it is. */
function readRelative(reading: Reading, lexicon: FactualityLexicon, word: Word, clause: Word, standing: Standing): void {
  const pronoun = reading.children[clause.index]!.map((c) => reading.words[c]!).find((c) => relation(c) === "nsubj");
  if (pronoun === undefined || !/^W/.test(pronoun.xpos)) return;
  const group = verbGroup(reading, clause.index);
  const reason = `“${word.text} ${pronoun.text} … ${clause.text}”`;
  if (group.tense === "past" || (group.tense === "present" && group.perfect)) settle(standing, "occurred", reason);
  else if (group.tense === "modal") {
    const aspect = lexicon.aspect.auxiliaries.get(group.modal!);
    if (aspect !== undefined) settle(standing, aspect, reason);
  }
}

/** Tense, aspect and modals of a predicate on the way up; a finite group settles what is still open. `type` is given for the trigger itself. */
export function readGroup(
  reading: Reading,
  lexicon: FactualityLexicon,
  word: Word,
  standing: Standing,
  type: PloverType | undefined,
  heading: boolean,
): void {
  const group = verbGroup(reading, word.index);
  const name = `“${word.text}”`;
  if (group.tense === "modal") {
    const hedge = lexicon.hedges.modals.get(group.modal!);
    if (hedge !== undefined) weaken(standing, hedge, `“${group.modal}” hedges ${name}`);
    const reality = realityOfModal(lexicon, group);
    if (reality === "hypothetical") weaken(standing, "possible", `“${group.modal}” ${name}`);
    const condition = reality === "planned" ? conditionOf(reading, lexicon, word) : undefined;
    if (condition !== undefined) settle(standing, "hypothetical", `“${group.modal}” ${name} on the condition of “${condition.text}”`);
    else if (reality !== undefined) settle(standing, reality, `“${group.modal}” ${name}`);
  } else if (group.progressive && group.tense === "present") settle(standing, "ongoing", `${name} is present progressive`);
  else if (group.tense === "past" || (group.tense === "present" && group.perfect)) {
    // "Confirmed that officials were investigating": an inquiry that was going on still is.
    const inquires = type === "ACCUSE" && group.progressive;
    const still = inquires || (group.tense === "present" && group.perfect && word.xpos === "VBG");
    settle(standing, still ? "ongoing" : "occurred", `${name} is ${still ? "going on" : "past"}`);
  } else if (group.tense === "present") {
    if (heading || (type !== undefined && SPOKEN.has(type))) settle(standing, "occurred", `${name} is done in the present`);
    else if (type !== undefined && !group.passive) settle(standing, "ongoing", `${name} is present`);
  }
}

/** "may have fired" is a guess at the past, "may be firing" at the present, "may fire" at what can be. */
function realityOfModal(lexicon: FactualityLexicon, group: VerbGroup): Factuality["reality"] | undefined {
  const modal = group.modal!;
  if (group.perfect) return modal === "would" || modal === "should" ? "hypothetical" : "occurred";
  if (group.progressive && lexicon.hedges.modals.has(modal)) return "ongoing";
  return lexicon.aspect.auxiliaries.get(modal);
}

/** The conditional clause of a main clause: "will fight if …". */
function conditionOf(reading: Reading, lexicon: FactualityLexicon, word: Word): Word | undefined {
  for (const child of reading.children[word.index]!) {
    const clause = reading.words[child]!;
    if (relation(clause) !== "advcl") continue;
    for (const c of reading.children[child]!) {
      const mark = reading.words[c]!;
      if (mark.relation === "mark" && lexicon.aspect.conjunctions.get(mark.lemma.toLowerCase()) === "hypothetical") return mark;
    }
  }
  return undefined;
}
