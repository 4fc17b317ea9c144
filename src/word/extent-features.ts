import { hashFeature } from "../learn/index.ts";
import type { Word } from "../parse/layers.ts";
import { type Reading, relation, treePath } from "./reading.ts";

const FUNCTION = new Set(["ADP", "SCONJ", "CCONJ", "DET", "PUNCT", "PRON", "PART", "AUX"]);
const MARK = /^["“”„«»‘’']+$/;

/** One word as the tagger of extents sees it. */
export interface ExtentWord {
  readonly features: readonly number[];
  /** Features that count together with the pair of this word's label and the one before. */
  readonly transition: readonly number[];
}

/**
 * What tells whether a word of the cue's sentence belongs to the source, the cue or the content: the branch of the tree that it hangs on seen
 * from the cue and from the source, quotation marks, and its neighbours.
 */
export function extentFeatures(reading: Reading, cue: Word, source: Word | undefined): ExtentWord[] {
  const { words, entries, quotationOf } = reading;
  const sentence = reading.sentences[cue.sentence]!;
  const [first, end] = sentence.words;
  const lemma = cue.lemma.toLowerCase();
  const act = entries[cue.index]?.act ?? "-";
  const cuePos = cue.upos === "VERB" ? cue.xpos : cue.upos;
  const sideOfSource = source === undefined ? "none" : source.index < cue.index ? "before" : "after";
  let quotedOutside = false;
  for (let i = first; i < end; i++) if (quotationOf[i]! >= 0 && quotationOf[i] !== quotationOf[cue.index]) quotedOutside = true;

  const tag = reading.closingTags[cue.sentence];
  const cueInTag = tag !== undefined && cue.index >= tag[0];
  const lastWord = cue.index + 2 >= end;

  let commas = 0;
  for (let i = first; i < cue.index; i++) if (words[i]!.text === ",") commas++;
  let previousBranch = "";
  const list: ExtentWord[] = [];
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    const features: number[] = [];
    const add = (name: string): void => {
      features.push(hashFeature(name));
    };
    const path = treePath(reading, cue.index, i);
    const side = i === cue.index ? "at" : i < cue.index ? "before" : "after";
    // The branch: the steps from the cue up to where the paths part, and the first steps down towards the word.
    const top = path?.down.at(-1);
    const second = path?.down.at(-2);
    const up = path === undefined ? "far" : path.up.map((w) => words[w]!.relation).join("<");
    const topRelation = top === undefined ? "self" : words[top]!.relation;
    const branch = `${up}^${topRelation}`;
    const deeper = `${branch}>${second === undefined ? "" : words[second]!.relation}`;
    const fromSource = source === undefined ? undefined : treePath(reading, source.index, i, 8);
    const inSource = fromSource !== undefined && fromSource.up.length === 0;
    const sourceBranch =
      source === undefined
        ? "no source"
        : i === source.index
          ? "source"
          : inSource
            ? `in ${words[fromSource.down.at(-1)!]!.relation} ${Math.min(fromSource.down.length, 3)} ${i < source.index ? "<" : ">"}`
            : i < source.index
              ? "left"
              : "right";
    const quoted = quotationOf[i]! < 0 ? "-" : quotationOf[i] === quotationOf[cue.index] ? "same" : "other";
    const form = FUNCTION.has(word.upos) ? word.text.toLowerCase() : word.upos;
    const topLemma = top === undefined ? "-" : words[top]!.lemma.toLowerCase();
    const marker = top === undefined ? "-" : (words[reading.children[top]![0] ?? -1]?.lemma.toLowerCase() ?? "-");

    if (word.text === ",") commas += i < cue.index ? -1 : 1;
    const zone = `${Math.min(commas, 2)} ${side} ${lastWord}`;
    add(`zone ${zone}`);
    add(`zone ${zone} ${branch}`);
    if (tag !== undefined) {
      add(`tag ${i >= tag[0]} ${cueInTag} ${side}`);
      add(`tag ${i >= tag[0]} ${cueInTag} ${side} ${word.upos} ${inSource}`);
    }
    add(`side ${side} ${cuePos}`);
    add(`branch ${branch} ${side}`);
    add(`branch ${branch} ${cuePos} ${side}`);
    add(`branch ${branch} ${act} ${side}`);
    add(`branch ${branch} ${lemma}`);
    add(`branch ${branch} ${quoted} ${quotedOutside}`);
    add(`branch ${branch} ${quoted} ${quotedOutside} ${side}`);
    add(`deeper ${deeper} ${side}`);
    add(`deeper ${deeper} ${act}`);
    add(`branch ${branch} ${marker}`);
    add(`branch ${branch} ${marker} ${act} ${cuePos}`);
    if (topRelation !== "self" && path!.up.length === 0) add(`branch word ${lemma} ${topRelation} ${topLemma}`);
    if (top === i) add(`top ${branch} ${form} ${lemma}`);
    add(`source ${sourceBranch}`);
    add(`source ${sourceBranch} ${word.relation} ${form}`);
    add(`source ${sourceBranch} ${branch}`);
    add(`source ${sourceBranch} ${side} ${sideOfSource} ${relation(word)}`);
    add(`form ${form} ${side}`);
    add(`form ${form} ${branch}`);
    add(`form ${form} ${word.relation} ${topRelation}`);
    add(`quoted ${quoted} ${quotedOutside} ${side} ${act}`);
    add(`quoted ${quoted} ${quotedOutside} ${side} ${sourceBranch.slice(0, 6)}`);
    const distance = i - cue.index;
    if (Math.abs(distance) <= 3) {
      add(`distance ${distance} ${form}`);
      add(`distance ${distance} ${word.upos} ${lemma}`);
      add(`distance ${distance} ${word.upos} ${act} ${cuePos}`);
      add(`distance ${distance} ${word.relation} ${word.head === cue.index}`);
    }
    const before = words[i - 1];
    const after = words[i + 1];
    const textBefore = i === first ? "edge" : FUNCTION.has(before!.upos) ? before!.text.toLowerCase() : before!.upos;
    const textAfter = i + 1 >= end ? "edge" : FUNCTION.has(after!.upos) ? after!.text.toLowerCase() : after!.upos;
    if (word.upos === "PUNCT" || MARK.test(word.text)) {
      add(`punct ${word.text} ${textBefore} ${textAfter} ${quoted}`);
      add(`punct ${word.text} ${side} ${textAfter} ${branch}`);
      add(`punct ${word.text} ${i === first} ${i + 1 >= end} ${quoted} ${side}`);
      add(
        `punct ${word.text} ${i + 1 === cue.index} ${i + 1 === source?.index} ${i - 1 === cue.index} ${i - 1 === source?.index} ${quoted}`,
      );
    } else {
      add(`near ${textBefore} ${form} ${textAfter} ${side}`);
      add(`near after ${textAfter} ${word.relation} ${topRelation}`);
    }
    const changed = branch === previousBranch ? "stays" : "moves";
    previousBranch = branch;
    list.push({
      features,
      transition: [
        hashFeature(`step ${changed} ${side}`),
        hashFeature(`step ${changed} ${word.upos === "PUNCT" ? word.text : word.upos}`),
        hashFeature(`step ${changed} ${textBefore} ${quoted}`),
        hashFeature(`step ${topRelation} ${changed} ${quoted}`),
        hashFeature(`step ${form} ${i === first}`),
      ],
    });
  }
  return list;
}
