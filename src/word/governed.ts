import type { Word } from "../parse/layers.ts";
import type { PloverType } from "../what/layers.ts";
import type { FactualityLexicon, RealityEntry } from "./factuality-lexicon.ts";
import { governor, type Link, negated } from "./governing-word.ts";
import { isPredicate, SPOKEN } from "./own-marks.ts";
import { type Reading, relation } from "./reading.ts";
import { negate, type Standing, settle, weaken } from "./standing.ts";
import { clauseHead, verbGroup } from "./verb-group.ts";

/** Prepositions by which an event stands in the verb's place: "took part in the raid", "came under fire", "entered into talks". */
const TAKES_PART = new Set(["in", "under", "into"]);

/** "Will gather for talks": a meeting is as real as the coming together for it. */
function inItsPlace(reading: Reading, word: Word, type: PloverType | undefined): boolean {
  const preposition = caseOf(reading, word);
  return TAKES_PART.has(preposition) || (type === "CONSULT" && preposition === "for");
}

/** "Used the workshop to make bombs", "known to rob travellers": what these are to is done. */
const REACHED = new Set(["use", "know"]);

/** Prepositions after which stands what is asked for. */
const ASKED_AFTER = new Set(["", "for", "to"]);

/** Applies what the governing word says of the event under it; false where the way up ends. */
export function climb(
  reading: Reading,
  lexicon: FactualityLexicon,
  word: Word,
  head: Word,
  how: Link,
  standing: Standing,
  type: PloverType | undefined,
): boolean {
  switch (how) {
    case "conjunct":
      return true;
    case "condition":
      return false;
    case "purpose": {
      // "urged the militia to attack": parsers take the order for a purpose.
      const entry = governor(head, lexicon);
      if (entry !== undefined && entry.reality !== "same") settle(standing, entry.reality, `“${head.text}” governs “${word.text}”`);
      // "is working with allies to defeat them": the purpose is pursued as the work goes on.
      if (lexicon.aspect.efforts.has(head.lemma.toLowerCase()) || REACHED.has(head.lemma.toLowerCase())) return true;
      settle(standing, "planned", `the purpose of “${head.text}”`);
      return false;
    }
    case "adverbial":
    case "modifier":
      return beside(reading, word, head, standing);
    case "subject": {
      const group = verbGroup(reading, head.index);
      // "The siege began in May": nothing says that it has ended.
      if (lexicon.aspect.begun.has(word.lemma.toLowerCase()) && /^(?:begin|start)$/.test(head.lemma) && group.tense !== "modal")
        settle(standing, "ongoing", `“${word.text}” that “${head.text}” and is not said to have ended`);
      const imagined = group.tense === "modal" && reading.children[word.index]!.some((c) => /^an?$/i.test(reading.words[c]!.text));
      const comesAbout = governor(head, lexicon)?.reality === "same" || imagined;
      return comesAbout || lexicon.governors.adjectives.has(head.lemma.toLowerCase());
    }
    case "complement":
      return governed(reading, lexicon, word, head, standing, type);
    default:
      return false;
  }
}

/** "if the rebels attack": only imagined, whatever its tense. */
export function weighCondition(standing: Standing, head: Word): void {
  settle(standing, "hypothetical", `a condition of “${head.text}”`);
  if (standing.reality === "hypothetical") weaken(standing, "possible", `a condition of “${head.text}”`);
}

/** Participles beside a clause or a noun: "…, killing two", "troops shelling the town", "weapons seized". */
function beside(reading: Reading, word: Word, head: Word, standing: Standing): boolean {
  if (word.xpos !== "VBG" || standing.reality !== undefined) {
    settle(standing, "occurred", `told beside “${head.text}”`);
    return false;
  }
  const before = reading.words[word.index - 1];
  // "accused them of shelling", "after taking the town": with a preposition it goes with the verb.
  if (reading.children[word.index]!.some((c) => reading.words[c]!.relation === "mark")) return true;
  const reduced = before !== undefined && (before.upos === "NOUN" || before.upos === "PROPN") && before.sentence === word.sentence;
  if (!reduced && relation(word) === "advcl") return true;
  const main = verbGroup(reading, clauseHead(reading, head.index));
  settle(standing, main.tense === "present" ? "ongoing" : "occurred", `goes on beside “${head.text}”`);
  return false;
}

function governed(
  reading: Reading,
  lexicon: FactualityLexicon,
  word: Word,
  head: Word,
  standing: Standing,
  type: PloverType | undefined,
): boolean {
  const lemma = head.lemma.toLowerCase();
  const group = verbGroup(reading, head.index);
  const own = verbGroup(reading, word.index);
  const finite = isPredicate(reading, word) && own.tense !== "none";
  const r = relation(word);
  if (head.upos === "VERB" && group.passive && !finite && r === "xcomp") {
    const hedge = lexicon.hedges.passives.get(lemma);
    if (hedge !== undefined) {
      weaken(standing, hedge, `“${head.text}” by nobody named`);
      settle(standing, own.progressive ? "ongoing" : "occurred", `“${head.text} to ${word.text}”`);
      return false;
    }
  }
  const raising = lexicon.hedges.raising.get(lemma);
  if (raising !== undefined && (r === "xcomp" || r === "ccomp")) {
    weaken(standing, raising, `“${head.text}” hedges “${word.text}”`);
    return true;
  }
  const unknown = lexicon.hedges.unknown.get(lemma);
  if (unknown !== undefined) weaken(standing, unknown, `“${head.text}”`);
  if (head.upos === "NOUN") {
    const hedge = lexicon.hedges.nouns.get(lemma);
    if (hedge !== undefined) weaken(standing, hedge, `“${head.text}” of “${word.text}”`);
  }
  if (lexicon.aspect.verbs.get(lemma) === "ongoing" && (group.tense !== "modal" || (type !== undefined && SPOKEN.has(type)))) {
    if (group.tense === "past" || group.perfect) return true;
    // "remains committed": the commitment is made, its state lasts.
    if (type !== undefined && SPOKEN.has(type) && (word.upos === "ADJ" || word.xpos === "VBN")) {
      settle(standing, "occurred", `“${head.text} ${word.text}”`);
      return false;
    }
    settle(standing, "ongoing", `“${head.text}” says that “${word.text}” goes on`);
    return false;
  }
  const entry = governor(head, lexicon) ?? overObject(reading, lexicon, word, head);
  if (entry === undefined) return false;
  if (entry.reality === "same" && r === "obl" && head.upos === "VERB" && !inItsPlace(reading, word, type)) return false;
  // "discussed the recent attack": what is spoken of as known has happened.
  if (entry.reality === "hypothetical" && /^(?:obj|obl)$/.test(r) && TOPIC.has(lemma) && isKnown(reading, word)) return false;
  if (entry.polarity === "negative" && isUndecided(reading, lexicon, head)) {
    weaken(standing, "unknown", `“${head.text}” is itself negated`);
    return false;
  }
  if (entry.polarity === "negative") negate(standing, `“${head.text}” says that “${word.text}” did not come about`);
  if (entry.lasting === true) standing.lasting = true;
  if (entry.reality === "same") return true;
  // "Said to have planned the attacks": who planned what is known did it.
  if (
    entry.reality === "planned" &&
    r === "obj" &&
    type === "ASSAULT" &&
    head.lemma === "plan" &&
    group.tense === "past" &&
    isThe(reading, word)
  )
    return false;
  if (finite && entry.reality === "demanded") return false;
  // "called for an inquiry into the attack": what is asked for stands after "for" or "to"; anything else lies behind it.
  if (entry.reality === "demanded" && (r === "obl" || r === "nmod") && !ASKED_AFTER.has(caseOf(reading, word))) return false;
  // "offered condolences", "promised support": the giving of words is done.
  if (entry.reality === "planned" && r === "obj" && type !== undefined && SPOKEN.has(type)) return true;
  settle(standing, entry.reality, `“${head.text}” governs “${word.text}”`);
  if (standing.reality === "hypothetical") weaken(standing, "possible", `“${head.text}” “${word.text}”`);
  return false;
}

/** Verbs of talk and inquiry, whose object may have happened or not. */
const TOPIC = new Set(["discuss", "debate", "investigate"]);
const KNOWN = /^(?:the|this|that|these|those|recent|latest|last|deadly)$/i;

function isThe(reading: Reading, word: Word): boolean {
  return reading.children[word.index]!.some((c) => /^(?:the|these|those)$/i.test(reading.words[c]!.text));
}

function isKnown(reading: Reading, word: Word): boolean {
  return reading.children[word.index]!.some((c) => KNOWN.test(reading.words[c]!.text));
}

/** "urged the militia to attack": parsers hang the infinitive on the object; what governs it is the verb. */
function overObject(reading: Reading, lexicon: FactualityLexicon, word: Word, head: Word): RealityEntry | undefined {
  const verb = reading.words[head.head];
  const r = relation(head);
  if (verb === undefined || (r !== "obj" && r !== "iobj") || relation(word) !== "acl" || !verbGroup(reading, word.index).infinitive)
    return undefined;
  const entry = governor(verb, lexicon);
  return entry?.reality === "same" ? undefined : entry;
}

/** "neither confirmed nor denied", "did not deny": the denial itself is denied, and nothing is said. */
export function isUndecided(reading: Reading, lexicon: FactualityLexicon, cue: Word): boolean {
  if (lexicon.governors.verbs.get(cue.lemma.toLowerCase())?.reality === "same") return false;
  const first = reading.words[cue.head];
  return (
    negated(reading, cue.index, lexicon) !== undefined ||
    (relation(cue) === "conj" && first !== undefined && negated(reading, first.index, lexicon) !== undefined)
  );
}

function caseOf(reading: Reading, word: Word): string {
  return (
    reading.children[word.index]!.map((c) => reading.words[c]!)
      .find((c) => c.relation === "case")
      ?.lemma.toLowerCase() ?? ""
  );
}
