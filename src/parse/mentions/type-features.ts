import { begin, FeatureSet, type Spelling, spell, spellNumber } from "../../learn/index.ts";
import type { Word } from "../layers.ts";
import type { Candidate } from "./candidates.ts";
import type { HeadNouns } from "./head-nouns.ts";
import { nameClues } from "./name-clues.ts";

/** What some features count for: reporting on conflict alone, beside what they count for everywhere. */
const CONFLICT = begin`conflict|`;
const NONE = spell("-");

type Say = (template: TemplateStringsArray, a?: Spelling, b?: Spelling) => void;

function sayInto(set: FeatureSet, conflict: boolean): Say {
  return (template, a, b) => {
    set.add(template, a, b);
    if (conflict) set.addAfter(CONFLICT, template, a, b);
  };
}

/**
 * What the type classifier looks at: the head, what belongs to it, what governs it and what stands beside it, as hashed features. With
 * `conflict`, each has a copy that only reporting on conflict trains: what a word is there may differ from what it is in travel guides
 * and essays (Daumé 2007, "Frustratingly Easy Domain Adaptation").
 */
export function typeFeatures(
  candidate: Candidate,
  words: readonly Word[],
  below: readonly (readonly Word[])[],
  headNouns: HeadNouns,
  conflict: boolean,
): readonly number[] {
  return [...headFeatures(candidate.head, candidate.form, conflict), ...contextFeatures(candidate, words, below, headNouns, conflict)];
}

/** The features of the head's characters, lemma and tag, and of the candidate's form. */
export function headFeatures({ lemma, text, xpos }: Word, candidateForm: Candidate["form"], conflict: boolean): readonly number[] {
  const set = new FeatureSet();
  const say = sayInto(set, conflict);
  const lowerLemma = lemma.toLowerCase();
  const form = spell(candidateForm);
  const shape = spell(shapeOf(text));
  say`bias`;
  say`form:${form}`;
  say`lemma:${spell(lowerLemma)}`;
  say`lower:${spell(text.toLowerCase())}`;
  say`tag:${spell(xpos)}`;
  say`suffix3:${spell(lowerLemma.slice(-3))}`;
  say`suffix2:${spell(lowerLemma.slice(-2))}`;
  say`shape:${shape}`;
  say`${form}+shape:${shape}`;
  return set.hashes;
}

/** All other features. */
export function contextFeatures(
  candidate: Candidate,
  words: readonly Word[],
  below: readonly (readonly Word[])[],
  headNouns: HeadNouns,
  conflict: boolean,
): readonly number[] {
  const { head } = candidate;
  const [first, end] = candidate.words;
  const set = new FeatureSet();
  const say = sayInto(set, conflict);
  const lowerLemma = head.lemma.toLowerCase();
  const form = spell(candidate.form);
  const relation = spell(head.relation);
  say`relation:${relation}`;
  say`length:${spellNumber(Math.min(5, end - first))}`;
  const types = headNouns.get(lowerLemma) ?? [];
  if (head.upos !== "PROPN") types.forEach((t, i) => say`listed${spellNumber(i)}:${spell(t)}`);
  else for (const t of types) say`listed name:${spell(t)}`;
  if (types.length === 0) say`unlisted:${form}`;

  const governor = head.head >= 0 ? words[head.head] : undefined;
  const governorLemma = governor === undefined ? NONE : spell(governor.lemma);
  const marker = spell(below[head.index]!.find((w) => w.relation === "case" && w.index < head.index)?.lemma ?? "");
  say`governor:${governorLemma}`;
  say`governor+relation:${governorLemma}+${relation}`;
  say`case:${marker}`;
  say`case+form:${marker}+${form}`;
  if (governor) say`governor tag:${spell(governor.upos)}+${relation}`;
  if (marker.text) say`case+governor:${marker}+${governor === undefined ? UNDEFINED : governorLemma}`;

  for (const child of below[head.index]!) {
    const basic = child.relation.split(":")[0]!;
    if (basic === "punct" || basic === "case") continue;
    const relation = spell(basic);
    const childLemma = child.lemma.toLowerCase();
    const childTypes = headNouns.get(childLemma) ?? [];
    say`child:${relation}`;
    if (basic !== "acl" && basic !== "conj" && basic !== "nmod") say`child:${relation}+${spell(childLemma)}`;
    for (const t of childTypes) say`child listed:${relation}+${spell(t)}`;
    if (basic === "appos" || basic === "conj") say`beside:${relation}+${spell(`${child.upos}+${childTypes[0] ?? "-"}`)}`;
  }
  if (governor && head.relation === "appos") say`apposition of:${spell(headNouns.get(governor.lemma.toLowerCase())?.[0] ?? governor.upos)}`;
  if (governor && head.relation.startsWith("conj"))
    say`conjunct of:${spell(headNouns.get(governor.lemma.toLowerCase())?.[0] ?? governor.upos)}`;

  if (candidate.name) {
    const [from, to] = candidate.name;
    say`name length:${spellNumber(Math.min(4, to - from))}`;
    for (let i = from; i < to; i++) say`name part:${spell(words[i]!.text.toLowerCase())}`;
    const start = words[from]!.text;
    say`name first:${spell(start.toLowerCase())}`;
    say`name prefix3:${spell(start.slice(0, 3).toLowerCase())}`;
  }
  for (const clue of nameClues(words.slice(first, end).map((w) => w.text))) say`clue:${spell(clue)}`;
  const after = words[end];
  say`before:${first > 0 ? spell(words[first - 1]!.lemma.toLowerCase()) : NONE}`;
  say`after:${after === undefined ? NONE : spell(after.lemma.toLowerCase())}`;
  say`after tag:${after === undefined ? NONE : spell(after.upos)}`;
  if (first > 1) say`before2:${spell(words[first - 2]!.lemma.toLowerCase())}`;
  return set.hashes;
}

/** How the models' names of features say that there is no governor. */
const UNDEFINED = spell("undefined");

/** Shapes that are kept; what is rare is drawn again. */
const MOST_SHAPES = 8192;

const shapes = new Map<string, string>();

/** Letters as A, a; digits as 9; runs shortened: "F-16" → "A-9", "McGurk" → "AaAa". */
function shapeOf(text: string): string {
  const known = shapes.get(text);
  if (known !== undefined) return known;
  const shape = text
    .slice(0, 40)
    .replace(/\p{Lu}/gu, "A")
    .replace(/\p{Ll}/gu, "a")
    .replace(/\d/g, "9")
    .replace(/(.)\1+/g, "$1");
  if (shapes.size >= MOST_SHAPES) shapes.clear();
  shapes.set(text, shape);
  return shape;
}
