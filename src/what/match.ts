import type { Word } from "../parse/layers.ts";
import type { PartOfSpeech, Pattern } from "./sense.ts";
import type { Syntax } from "./syntax.ts";

/** Parts of speech that may stand between the parts of a phrase: "open [heavy] fire". */
const INSIDE = new Set(["DET", "ADJ", "ADV", "NUM", "PRON", "PART", "NOUN", "PROPN", "X", "SYM"]);
const PARTICLES = new Set(
  "up down out off back away in on over at to for with against upon into from of by under about around behind alongside toward towards together through aside apart".split(
    " ",
  ),
);
/** Past forms that lemmatizers trained on everyday English miss. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    retook: "retake",
    retaken: "retake",
    overthrew: "overthrow",
    overthrown: "overthrow",
    slew: "slay",
    slain: "slay",
    overran: "overrun",
    beaten: "beat",
    withdrew: "withdraw",
    withdrawn: "withdraw",
    bound: "bind",
    misled: "mislead",
    bit: "bite",
    bitten: "bite",
  }),
);
const TIGHT = 5;
const LOOSE = 9;

const formsIn = new WeakMap<readonly Word[], (readonly string[])[]>();

/** The forms under which the lexicon may know a word: lemma, characters, and what hyphens join it to ("counter-attack"). */
export function formsOf(words: readonly Word[], index: number): readonly string[] {
  const word = words[index];
  if (word === undefined) return [];
  let known = formsIn.get(words);
  if (known === undefined) {
    known = new Array(words.length);
    formsIn.set(words, known);
  }
  return (known[index] ??= findForms(words, index, word));
}

function findForms(words: readonly Word[], index: number, word: Word): readonly string[] {
  const lemma = word.lemma.toLowerCase();
  const text = word.text.toLowerCase();
  const forms = lemma === text ? [lemma] : [lemma, text];
  const before = words[index - 1];
  const first = words[index - 2];
  if (before !== undefined && first !== undefined && isHyphen(before, first, word)) {
    forms.push(`${first.text.toLowerCase()}-${lemma}`, `${first.text.toLowerCase()}${lemma}`);
  }
  // "Troops" is a word of its own to some lemmatizers.
  if (word.xpos === "NNS" && lemma === text && text.endsWith("s")) forms.push(text.slice(0, -1));
  if (word.upos === "VERB") for (const stem of stems(text)) if (!forms.includes(stem)) forms.push(stem);
  const irregular = IRREGULAR.get(text);
  if (irregular !== undefined && !forms.includes(irregular)) forms.push(irregular);
  return forms;
}

/** What an inflected form may come from, whatever the lemmatizer made of it: "expelled": "expell", "expelle", "expel". */
export function stems(text: string): readonly string[] {
  const cut = /^(.{3,}?)(?:ing|ed|es|s)$/.exec(text)?.[1];
  if (cut === undefined) return [];
  const undoubled = /(.)\1$/.test(cut) ? cut.slice(0, -1) : cut;
  return [cut, `${cut}e`, undoubled];
}

function isHyphen(hyphen: Word, before: Word, after: Word): boolean {
  return /^[-‐‑]$/.test(hyphen.text) && before.span[1] === hyphen.span[0] && hyphen.span[1] === after.span[0];
}

/** The words that a sense's pattern takes around a head, the head first; undefined when it does not match. */
export function matchSense(
  sense: { readonly pattern: Pattern; readonly partOfSpeech: PartOfSpeech },
  syntax: Syntax,
  head: number,
  end: number,
  start: number,
): number[] | undefined {
  const { parts, head: headPart } = sense.pattern;
  const matched = [head];
  let at = head;
  for (let part = headPart - 1; part >= 0; part--) {
    at = modifierBefore(syntax, at, start, parts[part] ?? []);
    if (at < 0) return undefined;
    matched.push(at);
  }
  at = head;
  for (let part = headPart + 1; part < parts.length; part++) {
    const wanted = parts[part] ?? [];
    const next = findAfter(syntax, head, at, end, wanted, sense.pattern.loose[part] ?? false, part === parts.length - 1);
    if (next < 0) {
      // "Troops were called in": only particles may stand between a verb and its turned object.
      const first = parts.slice(headPart + 1, part).every((p) => p.every((w) => PARTICLES.has(w)));
      const turned = first && sense.partOfSpeech === "verb" ? nounOfPassive(syntax, head, wanted) : -1;
      if (turned < 0) return undefined;
      matched.push(turned);
      continue;
    }
    matched.push(next);
    at = next;
  }
  return matched;
}

/** The word just before (a hyphen or one adjective apart): "air [and drone] strikes" is left to the plain noun. */
function modifierBefore(syntax: Syntax, at: number, start: number, wanted: readonly string[]): number {
  for (let i = at - 1; i >= Math.max(start, at - 3); i--) {
    const word = syntax.word(i);
    if (formsOf(syntax.words, i).some((f) => wanted.includes(f))) return i;
    if (!(word.upos === "ADJ" || word.upos === "NOUN" || word.upos === "PROPN" || /^[-‐‑]$/.test(word.text))) return -1;
  }
  return -1;
}

function findAfter(
  syntax: Syntax,
  head: number,
  at: number,
  end: number,
  wanted: readonly string[],
  loose: boolean,
  isLast: boolean,
): number {
  const { words } = syntax;
  const particle = wanted.every((w) => PARTICLES.has(w));
  const limit = Math.min(end, at + 1 + (loose ? LOOSE : particle ? 3 : TIGHT));
  for (let i = at + 1; i < limit; i++) {
    const word = words[i];
    if (word === undefined) return -1;
    if (
      formsOf(words, i).some((f) => wanted.includes(f)) &&
      !(loose && isLast && (describesMore(syntax, i) || isAside(syntax, i, wanted))) &&
      (!loose || word.upos === "ADP" || word.upos === "ADV" || belongsTo(syntax, i, head) || isMarkedBy(syntax, i, at))
    )
      return i;
    if (loose) {
      if (/^[.;:!?]$/.test(word.text) || (word.upos === "VERB" && word.relation !== "amod" && word.relation !== "acl")) return -1;
    } else if (particle ? word.upos !== "ADV" : !INSIDE.has(word.upos) && !/^[-‐‑'’"“”]$/.test(word.text) && word.relation !== "amod")
      return -1;
  }
  return -1;
}

/** "Called it a terrorist attack" calls nobody a terrorist: a word that only describes the noun behind it is no part of a phrase. */
function describesMore(syntax: Syntax, index: number): boolean {
  const { relation, head, upos } = syntax.word(index);
  return (
    (upos === "NOUN" || upos === "ADJ") && head === index + 1 && /^(?:amod|compound)$/.test(relation) && syntax.word(head).upos === "NOUN"
  );
}

/**
 * "Stage a coup during protests" stages no protests, "ordered the release of those arrested" orders no arrest: what only goes along with the
 * verb, and another verb's participle, are no part of a phrase.
 */
function isAside(syntax: Syntax, index: number, wanted: readonly string[]): boolean {
  const { relation, xpos, text } = syntax.word(index);
  if (relation.startsWith("obl")) return /^(?:during|after|before|amid|following|since|despite|until)$/.test(syntax.preposition(index));
  return (xpos === "VBN" || xpos === "VBD") && /^(?:acl|advcl|xcomp|ccomp)/.test(relation) && !wanted.includes(text.toLowerCase());
}

/** "Sanctions were imposed", "sanctions imposed by": the noun of a phrase that stands before its passive verb. */
function nounOfPassive(syntax: Syntax, verb: number, wanted: readonly string[]): number {
  if (!syntax.isPassive(verb)) return -1;
  let noun = syntax.object(verb);
  // "Dozens of police were brought in."
  if (noun >= 0 && QUANTITY.test(syntax.word(noun).lemma))
    noun = syntax.dependents(noun, "nmod").find((i) => syntax.preposition(i) === "of") ?? noun;
  return noun >= 0 && formsOf(syntax.words, noun).some((f) => wanted.includes(f)) ? noun : -1;
}

const QUANTITY = /^(?:score|dozen|hundred|thousand|million|number|group|handful|majority|lot|rest)$/i;

/** "Took her to the station": a preposition that the phrase names has the noun after it, whatever the parser hangs that noun on. */
const isMarkedBy = (syntax: Syntax, noun: number, preposition: number): boolean =>
  syntax.word(preposition).relation === "case" && syntax.word(preposition).head === noun;

/** Whether a word is part of what a verb says: its dependent, coordinated with one, or the noun after "a round of". */
function belongsTo(syntax: Syntax, index: number, head: number): boolean {
  let at = index;
  for (let step = 0; step < 4; step++) {
    const word = syntax.word(at);
    if (word.head < 0) return false;
    // "Left for Ankara with 35 of the wounded" leaves nobody wounded.
    if (/^(?:nmod|obl)/.test(word.relation) && !/^(?:of)?$/.test(syntax.preposition(at))) return step === 0 && word.head === head;
    if (word.head === head) return true;
    if (/^(acl|advcl|ccomp|appos|parataxis)/.test(word.relation)) return false;
    at = word.head;
  }
  return false;
}
