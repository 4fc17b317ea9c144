import type { Sentence, Word } from "../parse/layers.ts";
import type { EventLexicon } from "./lexicon.ts";
import { formsOf, matchSense, stems } from "./match.ts";
import { verbDemanded } from "./modal-request.ts";
import { fitsNaming } from "./naming.ts";
import type { EventSense, PartOfSpeech } from "./sense.ts";
import type { Syntax } from "./syntax.ts";

/** A word or phrase that may tell of an event, with one sense that the lexicon gives it. */
export interface Candidate {
  readonly sense: EventSense;
  /** Syntactic head first. */
  readonly words: readonly [head: number, ...rest: number[]];
  /** The verb that carries the noun: "carried out" of "carried out an attack". */
  readonly light?: { readonly verb: number; readonly form: string };
}

/** Every sense that fits the words of a sentence. Of one word's senses only the longest patterns stay. */
export function findCandidates(lexicon: EventLexicon, syntax: Syntax, sentence: Sentence): readonly Candidate[] {
  const found: Candidate[] = [];
  const [start, end] = sentence.words;
  for (let index = start; index < end; index++) {
    const word = syntax.word(index);
    const kinds = partsOfSpeech(word, sentence);
    if (kinds.length === 0) continue;
    let longest = 0;
    let here: Candidate[] = [];
    const plain: Candidate[] = [];
    for (const form of headForms(syntax.words, index, kinds, sentence)) {
      for (const sense of lexicon.withHead(form)) {
        const length = sense.pattern.parts.length;
        if ((length < longest && length > 1) || !kinds.includes(sense.partOfSpeech)) continue;
        if (length > 1 && sense.partOfSpeech === "verb" && word.upos === "NOUN" && sentence.kind !== "heading") continue;
        const matched = matchSense(sense, syntax, index, end, start);
        if (matched === undefined || !fits(sense, syntax, index)) continue;
        const candidate = withModal(syntax, sense, withLightVerb(lexicon, syntax, sense, [index, ...matched.slice(1)]));
        if (length === 1 && sense.doubt === 0) plain.push(candidate);
        if (length < longest) continue;
        if (length > longest) here = [];
        longest = length;
        if (here.every((c) => c.sense.id !== sense.id)) here.push(candidate);
      }
    }
    if (isNominal(syntax, index) && here.some((c) => c.sense.partOfSpeech === "noun")) {
      here = here.filter((c) => c.sense.partOfSpeech === "noun");
      plain.length = 0;
    }
    // "Blockaded the port" may be what protesters do; the plain verb's own sure meaning stays in question.
    found.push(...here, ...plain.filter((p) => here.every((c) => c.sense.type !== p.sense.type)));
  }
  return withoutInner(found, syntax);
}

/** Whether the clause allows the sense, whatever its words are. */
function fits(sense: EventSense, syntax: Syntax, index: number): boolean {
  if (BACKING.has(sense.type) && tellsWhose(syntax, index)) return false;
  if (isModal(syntax, index) && sense.type === "REQUEST" && verbDemanded(syntax, index) < 0) return false;
  // "The cowardly attack" tells of an attack; that it was cowardly is told in passing.
  if (sense.type === "ACCUSE" && sense.partOfSpeech === "adjective" && syntax.word(index).relation === "amod") return false;
  return fitsNaming(sense, syntax, index);
}

const isModal = (syntax: Syntax, index: number): boolean => syntax.word(index).xpos === "MD" && syntax.word(index).relation === "aux";

/** "Must" is an event by the verb that it makes a demand of. */
function withModal(syntax: Syntax, sense: EventSense, candidate: Candidate): Candidate {
  const head = candidate.words[0];
  if (sense.type !== "REQUEST" || !isModal(syntax, head)) return candidate;
  return { ...candidate, words: [head, verbDemanded(syntax, head), ...candidate.words.slice(1)] };
}

const BACKING: ReadonlySet<string> = new Set(["SUPPORT", "AID", "COOPERATE"]);
/** What is backed by an act of its own: a vote, a signature. */
const PROPOSALS =
  /^(?:plan|proposal|resolution|bill|motion|measure|deal|agreement|law|idea|call|demand|statement|candidate|bid|initiative|petition|amendment)$/i;

/** "Militias backed by Iran", "Iran-backed militias": whose they are is who they are, not something that was done. */
function tellsWhose(syntax: Syntax, index: number): boolean {
  const { relation, head, xpos } = syntax.word(index);
  if (head < 0 || xpos !== "VBN" || PROPOSALS.test(syntax.word(head).lemma)) return false;
  if (relation === "amod") return /^[-‐‑]$/.test(syntax.words[index - 1]?.text ?? "");
  return relation === "acl" && syntax.agent(index) >= 0;
}

/** "The bombing", "Mogadishu bombing toll": a form in -ing with no subject, object or auxiliary is the noun, whatever the tagger took it for. */
function isNominal(syntax: Syntax, index: number): boolean {
  return (
    /ings?$/i.test(syntax.word(index).text) &&
    syntax.dependents(index, "obj", "nsubj", "nsubj:pass", "aux", "aux:pass", "mark").length === 0
  );
}

function partsOfSpeech(word: Word, sentence: Sentence): readonly PartOfSpeech[] {
  switch (word.upos) {
    case "VERB":
      return /ings?$/i.test(word.text) ? ["verb", "noun"] : /ed$|en$/i.test(word.text) ? ["verb", "adjective"] : ["verb"];
    case "NOUN":
      return sentence.kind === "heading" || /(ing|ed)$/i.test(word.text) ? ["noun", "verb"] : ["noun"];
    case "PROPN":
      return sentence.kind === "heading" ? ["noun", "verb"] : ["noun"];
    case "ADJ":
      return /ed$|en$/i.test(word.text) ? ["adjective", "verb"] : ["adjective", "noun"];
    case "AUX":
      if (word.xpos === "MD") return ["verb"];
      return word.relation === "cop" || word.relation.startsWith("aux") ? (word.lemma === "be" ? ["verb"] : []) : ["verb"];
    case "NUM":
      // "9/11", the "II" of a world war.
      return ["noun"];
    default:
      return [];
  }
}

/** Forms to look a head up by; in headlines and for gerunds also the verb that a noun-like form comes from. */
function headForms(words: readonly Word[], index: number, kinds: readonly PartOfSpeech[], sentence: Sentence): readonly string[] {
  const forms = formsOf(words, index);
  const word = words[index];
  if (word === undefined || word.upos === "VERB" || !kinds.includes("verb")) return forms;
  if (sentence.kind !== "heading" && !/(ing|ed)$/i.test(word.text)) return forms;
  return [...forms, ...stems(word.text.toLowerCase())];
}

function withLightVerb(lexicon: EventLexicon, syntax: Syntax, sense: EventSense, words: [number, ...number[]]): Candidate {
  const noun = words[0];
  const word = syntax.word(noun);
  if (sense.partOfSpeech !== "noun" || word.head < 0) return { sense, words };
  let carrier = -1;
  if (word.relation === "obj" || word.relation === "nsubj:pass" || word.relation.startsWith("obl")) carrier = word.head;
  else if (
    (word.relation === "conj" || word.relation === "nmod") &&
    syntax.head(word.head)?.upos === "VERB" &&
    syntax.word(word.head).relation === "obj"
  ) {
    carrier = syntax.word(word.head).head;
  } else if (syntax.children(noun).some((i) => syntax.word(i).relation === "acl" && syntax.isPassive(i))) {
    carrier = syntax.children(noun).find((i) => syntax.word(i).relation === "acl" && syntax.isPassive(i)) ?? -1;
  }
  if (carrier < 0 || syntax.word(carrier).upos !== "VERB") return { sense, words };
  const verb = syntax.word(carrier);
  const particle = syntax.dependents(carrier, "compound:prt")[0];
  const preposition = word.relation.startsWith("obl") ? syntax.preposition(noun) : "";
  const tail = particle === undefined ? preposition : syntax.word(particle).text.toLowerCase();
  const form = tail === "" ? verb.lemma.toLowerCase() : `${verb.lemma.toLowerCase()} ${tail}`;
  if (!lexicon.lightVerbs.has(form)) return { sense, words };
  return { sense, words: [...words, carrier, ...(particle === undefined ? [] : [particle])], light: { verb: carrier, form } };
}

/** Longer patterns take their inner words from shorter ones: "fire" in "opened fire", "carried" of "carried out an attack". */
function withoutInner(found: readonly Candidate[], syntax: Syntax): readonly Candidate[] {
  const rank = (c: Candidate): number =>
    (c.sense.partOfSpeech === "verb" ? 10 : 0) * (c.sense.pattern.parts.length > 1 ? 1 : 0) + c.sense.pattern.parts.length;
  // "Killed in a mass shooting" tells of it twice.
  const isOwnDeed = (c: Candidate): boolean =>
    c.sense.partOfSpeech === "noun" && c.sense.pattern.parts.length > 1 && syntax.word(c.words[0]).relation.startsWith("obl");
  const taken = new Set<number>();
  const kept = new Set<Candidate>();
  for (const c of [...found].sort((a, b) => rank(b) - rank(a) || a.words[0] - b.words[0])) {
    if (taken.has(c.words[0]) && !isOwnDeed(c)) continue;
    kept.add(c);
    if (c.sense.pattern.parts.length > 1) for (const w of c.words.slice(1, c.sense.pattern.parts.length)) taken.add(w);
    if (c.light !== undefined) taken.add(c.light.verb);
  }
  return found.filter((c) => kept.has(c));
}
