import type { Word } from "../parse/layers.ts";
import type { PloverType } from "../what/layers.ts";
import type { FactualityLexicon } from "./factuality-lexicon.ts";
import { governor, link, negated } from "./governing-word.ts";
import type { Factuality } from "./layers.ts";
import { type Reading, relation } from "./reading.ts";
import { clauseHead, type VerbGroup, verbGroup } from "./verb-group.ts";

/** What is done by speaking is done when it is said in the present tense (Austin's performatives). */
const SPOKEN: ReadonlySet<PloverType> = new Set(["AGREE", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "CONSULT"]);
/** Modals by which an act of speech is done: "we will provide" is the promise itself, "they should leave" the request. */
const DONE_BY_MODAL: Partial<Record<PloverType, Factuality["reality"]>> = { AGREE: "planned", THREATEN: "planned", REQUEST: "demanded" };
const RANK: Record<Factuality["certainty"], number> = { certain: 0, probable: 1, possible: 2, unknown: 3 };
const LIMIT = 24;

export interface Assessment extends Factuality {
  readonly reasons: readonly string[];
}

/** What has been learnt of an event on the way up the tree. */
interface Standing {
  reality: Factuality["reality"] | undefined;
  negative: boolean;
  certainty: Factuality["certainty"];
  reasons: string[];
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
  const standing: Standing = { reality: undefined, negative: false, certainty: "certain", reasons: [] };
  const heading = reading.sentences[reading.words[index]!.sentence]?.kind === "heading";
  let at = index;
  for (let steps = 0; steps < LIMIT; steps++) {
    const word = reading.words[at]!;
    ownMarks(reading, lexicon, word, standing, steps === 0);
    if (predicate(reading, word)) fromGroup(reading, lexicon, word, standing, steps === 0 ? type : undefined, heading);
    const head = reading.words[word.head];
    const how = link(reading, word, lexicon);
    if (head === undefined || how === "root") break;
    if (head.index === stop && how !== "conjunct") return finish(reading, lexicon, index, type, standing, head);
    if (!climb(reading, lexicon, word, head, how, standing)) break;
    at = head.index;
  }
  return finish(reading, lexicon, index, type, standing);
}

/** Closes the reading, with what the innermost source's cue says: a denial turns the content round, a belief weakens it. */
function finish(
  reading: Reading,
  lexicon: FactualityLexicon,
  index: number,
  type: PloverType | undefined,
  standing: Standing,
  cue?: Word,
): Assessment {
  const entry = cue === undefined ? undefined : reading.entries[cue.index];
  if (cue !== undefined && entry !== undefined) {
    if (entry.polarity === "negative") {
      standing.negative = !standing.negative;
      standing.reasons.push(`the source denies it (“${cue.text}”)`);
    }
    if (entry.certainty !== undefined) weaken(standing, entry.certainty, `the source puts it with “${cue.text}”`);
    const planned = lexicon.governors.verbs.get(cue.lemma.toLowerCase())?.reality;
    if (planned === "planned" || planned === "hypothetical") settle(standing, planned, `“${cue.text}”`);
  }
  if (type !== undefined && standing.reality === DONE_BY_MODAL[type] && verbGroup(reading, index).modal !== undefined)
    standing.reality = "occurred";
  return {
    reality: standing.reality ?? "occurred",
    polarity: standing.negative ? "negative" : "positive",
    certainty: standing.certainty,
    reasons: standing.reasons,
  };
}

function predicate(reading: Reading, word: Word): boolean {
  return word.upos === "VERB" || word.upos === "AUX" || reading.children[word.index]!.some((c) => relation(reading.words[c]!) === "cop");
}

function settle(standing: Standing, reality: Factuality["reality"], reason: string): void {
  if (standing.reality !== undefined) return;
  standing.reality = reality;
  standing.reasons.push(reason);
}

function weaken(standing: Standing, certainty: Factuality["certainty"], reason: string): void {
  if (RANK[certainty] <= RANK[standing.certainty]) return;
  standing.certainty = certainty;
  standing.reasons.push(reason);
}

/** Negators, hedges and aspect words that stand directly on a word of the way up. */
function ownMarks(reading: Reading, lexicon: FactualityLexicon, word: Word, standing: Standing, isTrigger: boolean): void {
  const not = negated(reading, word.index, lexicon);
  if (not !== undefined) {
    standing.negative = !standing.negative;
    standing.reasons.push(`“${not.text}” negates “${word.text}”`);
  }
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
    }
  }
}

/** Tense, aspect and modals of a predicate on the way up; a finite group settles what is still open. */
function fromGroup(
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
    if (reality !== undefined) settle(standing, reality, `“${group.modal}” ${name}`);
  } else if (group.progressive && group.tense === "present") settle(standing, "ongoing", `${name} is present progressive`);
  else if (group.tense === "past" || (group.tense === "present" && group.perfect)) settle(standing, "occurred", `${name} is past`);
  else if (group.tense === "present") {
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

/** Applies what the governor says; false where the way up ends. */
function climb(reading: Reading, lexicon: FactualityLexicon, word: Word, head: Word, how: string, standing: Standing): boolean {
  const entry = governor(head, lexicon);
  const verbal = predicate(reading, word);
  switch (how) {
    case "conjunct":
      return true;
    case "condition":
      settle(standing, "hypothetical", `a condition of “${head.text}”`);
      if (standing.reality === "hypothetical") weaken(standing, "possible", `a condition of “${head.text}”`);
      return false;
    case "purpose":
      if (standing.reality === undefined) settle(standing, "planned", `the purpose of “${head.text}”`);
      return false;
    case "adverbial":
    case "modifier":
      if (word.xpos === "VBG" && standing.reality === undefined) {
        const main = verbGroup(reading, clauseHead(reading, head.index));
        if (how === "modifier") {
          settle(standing, main.tense === "present" ? "ongoing" : "occurred", `goes on beside “${head.text}”`);
          return false;
        }
        return verbal;
      }
      settle(standing, "occurred", `told beside “${head.text}”`);
      return false;
    case "relative":
    case "aside":
      return false;
    default:
      return governed(reading, lexicon, word, head, how, standing, entry);
  }
}

function governed(
  reading: Reading,
  lexicon: FactualityLexicon,
  word: Word,
  head: Word,
  how: string,
  standing: Standing,
  entry: ReturnType<typeof governor>,
): boolean {
  const lemma = head.lemma.toLowerCase();
  const finite = verbGroup(reading, word.index).tense !== "none" && predicate(reading, word);
  if (how === "subject") {
    const group = verbGroup(reading, head.index);
    return entry?.reality === "same" || group.tense === "modal" || group.progressive || lexicon.governors.adjectives.has(lemma);
  }
  const passive = verbGroup(reading, head.index).passive;
  if (head.upos === "VERB" && passive && !finite && relation(word) === "xcomp") {
    const hedge = lexicon.hedges.passives.get(lemma);
    if (hedge !== undefined) {
      weaken(standing, hedge, `“${head.text}” without anyone named`);
      settle(standing, verbGroup(reading, word.index).progressive ? "ongoing" : "occurred", `“${head.text} to ${word.text}”`);
      return false;
    }
  }
  const raising = lexicon.hedges.raising.get(lemma);
  if (raising !== undefined && (relation(word) === "xcomp" || relation(word) === "ccomp")) {
    weaken(standing, raising, `“${head.text}” hedges “${word.text}”`);
    return true;
  }
  const unknown = lexicon.hedges.unknown.get(lemma);
  if (unknown !== undefined) weaken(standing, unknown, `“${head.text}”`);
  if (head.upos === "NOUN") {
    const hedge = lexicon.hedges.nouns.get(lemma);
    if (hedge !== undefined) weaken(standing, hedge, `“${head.text}” of “${word.text}”`);
  }
  if (entry === undefined) return false;
  if (entry.polarity === "negative") {
    standing.negative = !standing.negative;
    standing.reasons.push(`“${head.text}” says that “${word.text}” did not come about`);
  }
  if (entry.reality === "same") return true;
  if (finite && entry.reality === "demanded") return false;
  settle(standing, entry.reality, `“${head.text}” governs “${word.text}”`);
  return false;
}
