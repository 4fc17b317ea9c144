import { hashFeature } from "../learn/index.ts";
import type { Word } from "../parse/layers.ts";
import { type Reading, treePath } from "./reading.ts";

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

/** What the source chooser looks at: the path from the cue to the candidate, its case marker, its kind of word, what lies between. */
export function sourceFeatures(reading: Reading, cue: Word, candidate: Word): number[] {
  const { words, children, entries, quotationOf } = reading;
  const out: number[] = [];
  const add = (name: string): void => {
    out.push(hashFeature(name));
  };
  const lemma = cue.lemma.toLowerCase();
  const act = entries[cue.index]?.act ?? "-";
  const path = treePath(reading, cue.index, candidate.index, 6);
  const steps =
    path === undefined
      ? "far"
      : `${path.up.map((w) => words[w]!.relation).join("<")}^${path.down.map((w) => words[w]!.relation).join(">")}`;
  const marker = children[candidate.index]!.map((c) => words[c]!).find((c) => c.relation === "case");
  const distance = candidate.index - cue.index;
  const side = distance < 0 ? "before" : "after";
  const near = Math.abs(distance) > 12 ? "13+" : Math.abs(distance) > 6 ? "7-12" : String(Math.abs(distance));
  const kind = candidate.upos === "PRON" ? `PRON ${candidate.lemma.toLowerCase()}` : candidate.upos;
  const clauseCase = marker?.lemma.toLowerCase() ?? "-";
  add(`path ${steps}`);
  add(`path ${steps} ${cue.upos}`);
  add(`path ${steps} ${act} ${cue.upos}`);
  add(`path ${steps} ${lemma}`);
  add(`path ${steps} ${clauseCase}`);
  add(`path ${steps} ${clauseCase} ${cue.xpos}`);
  add(`path ${steps} ${side}`);
  add(`path ${steps} ${kind}`);
  add(`length ${path === undefined ? "far" : `${path.up.length} ${path.down.length}`} ${candidate.relation} ${side}`);
  add(`relation ${candidate.relation} ${cue.relation}`);
  add(`relation ${candidate.relation} ${cue.upos} ${side}`);
  add(`kind ${kind}`);
  add(`kind ${kind} ${candidate.relation}`);
  add(`lemma ${candidate.lemma.toLowerCase()}`);
  add(`lemma ${candidate.lemma.toLowerCase()} ${act}`);
  add(`case ${clauseCase} ${side} ${cue.upos}`);
  add(`case ${clauseCase} ${side} ${lemma}`);
  add(`distance ${side} ${near}`);
  add(`distance ${side} ${near} ${cue.upos} ${lemma === ":"}`);
  const quoted = quotationOf[candidate.index]! >= 0;
  add(`quoted ${quoted} ${quotationOf[cue.index]! >= 0}`);
  let commas = 0;
  let verbs = 0;
  let marks = 0;
  let rivals = 0;
  for (let i = Math.min(cue.index, candidate.index) + 1; i < Math.max(cue.index, candidate.index); i++) {
    const word = words[i]!;
    if (word.text === ",") commas++;
    if (/^["“”]$/.test(word.text)) marks++;
    if (word.upos === "VERB") verbs++;
    if (word.relation.startsWith("nsubj")) rivals++;
  }
  add(`between ${side} ${Math.min(commas, 2)} ${Math.min(verbs, 2)} ${Math.min(marks, 1)} ${Math.min(rivals, 2)}`);
  add(`between ${side} ${Math.min(commas, 2)} ${candidate.relation} ${cue.relation}`);
  if (candidate.index === reading.sentences[cue.sentence]!.words[0]) add(`first ${cue.upos}`);
  const tag = reading.closingTags[cue.sentence];
  if (tag !== undefined) add(`tag ${cue.index >= tag[0]} ${candidate.index >= tag[0]} ${side} ${cue.upos}`);
  add(`last ${cue.index + 2 >= reading.sentences[cue.sentence]!.words[1]} ${side} ${Math.min(commas, 2)} ${Math.min(verbs, 2)}`);
  const before = words[candidate.index - 1];
  const after = words[candidate.index + 1];
  add(`next ${side} ${after === cue ? "cue" : (after?.upos ?? "edge")} ${before === cue ? "cue" : (before?.upos ?? "edge")}`);
  return out;
}
