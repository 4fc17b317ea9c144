import { FeatureSet, type Spelling, spell, spellBoolean, spellNumber } from "../learn/index.ts";
import type { Word } from "../parse/layers.ts";
import { childRelated, type Reading, spellAct, treePath } from "./reading.ts";

const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"]);

/** The words of the cue's sentence that may be the head of the source's phrase. */
export function sourceCandidates(reading: Reading, cue: Word): Word[] {
  const sentence = reading.sentences[cue.sentence]!;
  const list: Word[] = [];
  for (let i = sentence.words[0]; i < sentence.words[1]; i++) {
    const word = reading.words[i]!;
    if (i === cue.index || !NOMINAL.has(word.upos)) continue;
    if ((word.upos === "DET" || word.upos === "ADJ" || word.upos === "NUM") && !/^(nsubj|obl|conj|root|nmod)/.test(word.relation)) continue;
    if (/^(compound|flat|fixed|goeswith)/.test(word.relation)) continue;
    list.push(word);
  }
  return list;
}

const FAR = spell("far");
const BEFORE = spell("before");
const AFTER = spell("after");
const NOTHING = spell("-");
const EDGE = spell("edge");
const CUE = spell("cue");
const NEAR = Array.from({ length: 14 }, (_, n) => spell(n > 12 ? "13+" : n > 6 ? "7-12" : String(n)));

/** What the source chooser looks at: the path from the cue to the candidate, its case marker, its kind of word, what lies between. */
export function sourceFeatures(reading: Reading, cue: Word, candidate: Word): number[] {
  const { words, entries, quotationOf, spellings } = reading;
  const set = new FeatureSet();
  const { lemma, relation: cueRelation, upos: cuePos, xpos: cueTag } = spellings[cue.index]!;
  const { lemma: ownLemma, relation: ownRelation, upos: ownPos } = spellings[candidate.index]!;
  const act = spellAct(entries[cue.index]);
  const path = treePath(reading, cue.index, candidate.index, 6);
  const steps = path === undefined ? FAR : spell(`${relations(words, path.up, "<")}^${relations(words, path.down, ">")}`);
  const marker = childRelated(reading, candidate.index, "case");
  const distance = candidate.index - cue.index;
  const side = distance < 0 ? BEFORE : AFTER;
  const near = NEAR[Math.min(13, Math.abs(distance))]!;
  const kind = candidate.upos === "PRON" ? spell(`PRON ${ownLemma.text}`) : ownPos;
  const clauseCase = marker === undefined ? NOTHING : spellings[marker.index]!.lemma;
  set.add`path ${steps}`;
  set.add`path ${steps} ${cuePos}`;
  set.add`path ${steps} ${act} ${cuePos}`;
  set.add`path ${steps} ${lemma}`;
  set.add`path ${steps} ${clauseCase}`;
  set.add`path ${steps} ${clauseCase} ${cueTag}`;
  set.add`path ${steps} ${side}`;
  set.add`path ${steps} ${kind}`;
  set.add`length ${path === undefined ? FAR : spell(`${path.up.length} ${path.down.length}`)} ${ownRelation} ${side}`;
  set.add`relation ${ownRelation} ${cueRelation}`;
  set.add`relation ${ownRelation} ${cuePos} ${side}`;
  set.add`kind ${kind}`;
  set.add`kind ${kind} ${ownRelation}`;
  set.add`lemma ${ownLemma}`;
  set.add`lemma ${ownLemma} ${act}`;
  set.add`case ${clauseCase} ${side} ${cuePos}`;
  set.add`case ${clauseCase} ${side} ${lemma}`;
  set.add`distance ${side} ${near}`;
  set.add`distance ${side} ${near} ${cuePos} ${spellBoolean(lemma.text === ":")}`;
  set.add`quoted ${spellBoolean(quotationOf[candidate.index]! >= 0)} ${spellBoolean(quotationOf[cue.index]! >= 0)}`;
  let commas = 0;
  let verbs = 0;
  let marks = 0;
  let rivals = 0;
  for (let i = Math.min(cue.index, candidate.index) + 1; i < Math.max(cue.index, candidate.index); i++) {
    const word = words[i]!;
    if (word.text === ",") commas++;
    else if (word.text === '"' || word.text === "“" || word.text === "”") marks++;
    if (word.upos === "VERB") verbs++;
    if (word.relation.startsWith("nsubj")) rivals++;
  }
  const commaCount = spellNumber(Math.min(commas, 2));
  const verbCount = spellNumber(Math.min(verbs, 2));
  set.add`between ${side} ${commaCount} ${verbCount} ${spellNumber(Math.min(marks, 1))} ${spellNumber(Math.min(rivals, 2))}`;
  set.add`between ${side} ${commaCount} ${ownRelation} ${cueRelation}`;
  if (candidate.index === reading.sentences[cue.sentence]!.words[0]) set.add`first ${cuePos}`;
  const tag = reading.closingTags[cue.sentence];
  if (tag !== undefined) set.add`tag ${spellBoolean(cue.index >= tag[0])} ${spellBoolean(candidate.index >= tag[0])} ${side} ${cuePos}`;
  const last = spellBoolean(cue.index + 2 >= reading.sentences[cue.sentence]!.words[1]);
  set.add`last ${last} ${side} ${commaCount} ${verbCount}`;
  const neighbour = (index: number): Spelling => (index === cue.index ? CUE : (spellings[index]?.upos ?? EDGE));
  set.add`next ${side} ${neighbour(candidate.index + 1)} ${neighbour(candidate.index - 1)}`;
  return set.hashes;
}

function relations(words: readonly Word[], path: readonly number[], joint: string): string {
  let text = "";
  for (let i = 0; i < path.length; i++) text += i === 0 ? words[path[i]!]!.relation : joint + words[path[i]!]!.relation;
  return text;
}
