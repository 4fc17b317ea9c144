import { FeatureSet, hashOf, type Spelling, spell, spellBoolean, spellNumber } from "../learn/index.ts";
import type { Word } from "../parse/layers.ts";
import { branchesFrom } from "./branches.ts";
import { type Reading, spellAct } from "./reading.ts";

const FUNCTION = new Set(["ADP", "SCONJ", "CCONJ", "DET", "PUNCT", "PRON", "PART", "AUX"]);
const MARK = /^["“”„«»‘’']+$/;

const NONE = spell("none");
const BEFORE = spell("before");
const AFTER = spell("after");
const AT = spell("at");
const SELF = spell("self");
const NO_SOURCE = spell("no source");
const IS_SOURCE = spell("source");
const LEFT = spell("left");
const RIGHT = spell("right");
const NOTHING = spell("-");
const UNQUOTED = NOTHING;
const SAME = spell("same");
const OTHER = spell("other");
const EDGE = spell("edge");
const STAYS = spell("stays");
const MOVES = spell("moves");
const DISTANCES = [-3, -2, -1, 0, 1, 2, 3].map((n) => spell(String(n)));

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
  const { words, entries, quotationOf, spellings } = reading;
  const [first, end] = reading.sentences[cue.sentence]!.words;
  const { lemma } = spellings[cue.index]!;
  const act = spellAct(entries[cue.index]);
  const cuePos = cue.upos === "VERB" ? spellings[cue.index]!.xpos : spellings[cue.index]!.upos;
  const sideOfSource = source === undefined ? NONE : source.index < cue.index ? BEFORE : AFTER;
  let outside = false;
  for (let i = first; i < end; i++) if (quotationOf[i]! >= 0 && quotationOf[i] !== quotationOf[cue.index]) outside = true;
  const quotedOutside = spellBoolean(outside);

  const tag = reading.closingTags[cue.sentence];
  const cueInTag = spellBoolean(tag !== undefined && cue.index >= tag[0]);
  const lastWord = spellBoolean(cue.index + 2 >= end);
  const formOf = (i: number): Spelling => (FUNCTION.has(words[i]!.upos) ? spellings[i]!.text : spellings[i]!.upos);
  const branches = branchesFrom(reading, cue.index);
  const sourceBranches = source === undefined ? undefined : branchesFrom(reading, source.index, 8);

  const beforeSource = source === undefined ? undefined : source.index - 1;
  const afterSource = source === undefined ? undefined : source.index + 1;

  let commas = 0;
  for (let i = first; i < cue.index; i++) if (words[i]!.text === ",") commas++;
  let previousBranch: string | undefined;
  const list: ExtentWord[] = [];
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    const own = spellings[i]!;
    const set = new FeatureSet();
    const side = i === cue.index ? AT : i < cue.index ? BEFORE : AFTER;
    // The branch: the steps from the cue up to where the paths part, and the first steps down towards the word.
    const { name: branch, deeper, top, height } = branches(i);
    const topRelation = top < 0 ? SELF : spellings[top]!.relation;
    const below = sourceBranches?.(i);
    const inSource = below !== undefined && below.height === 0;
    const sourceBranch =
      below === undefined
        ? NO_SOURCE
        : i === source!.index
          ? IS_SOURCE
          : inSource
            ? spell(`in ${words[below.top]!.relation} ${Math.min(below.depth, 3)} ${i < source!.index ? "<" : ">"}`)
            : i < source!.index
              ? LEFT
              : RIGHT;
    const quoted = quotationOf[i]! < 0 ? UNQUOTED : quotationOf[i] === quotationOf[cue.index] ? SAME : OTHER;
    const form = formOf(i);
    const topLemma = top < 0 ? NOTHING : spellings[top]!.lemma;
    const marker = top < 0 ? NOTHING : (spellings[reading.children[top]![0] ?? -1]?.lemma ?? NOTHING);

    if (word.text === ",") commas += i < cue.index ? -1 : 1;
    const commaCount = spellNumber(Math.min(commas, 2));
    set.add`zone ${commaCount} ${side} ${lastWord}`;
    set.add`zone ${commaCount} ${side} ${lastWord} ${branch}`;
    if (tag !== undefined) {
      const inTag = spellBoolean(i >= tag[0]);
      set.add`tag ${inTag} ${cueInTag} ${side}`;
      set.add`tag ${inTag} ${cueInTag} ${side} ${own.upos} ${spellBoolean(inSource)}`;
    }
    set.add`side ${side} ${cuePos}`;
    set.add`branch ${branch} ${side}`;
    set.add`branch ${branch} ${cuePos} ${side}`;
    set.add`branch ${branch} ${act} ${side}`;
    set.add`branch ${branch} ${lemma}`;
    set.add`branch ${branch} ${quoted} ${quotedOutside}`;
    set.add`branch ${branch} ${quoted} ${quotedOutside} ${side}`;
    set.add`deeper ${deeper} ${side}`;
    set.add`deeper ${deeper} ${act}`;
    set.add`branch ${branch} ${marker}`;
    set.add`branch ${branch} ${marker} ${act} ${cuePos}`;
    if (top >= 0 && height === 0) set.add`branch word ${lemma} ${topRelation} ${topLemma}`;
    if (top === i) set.add`top ${branch} ${form} ${lemma}`;
    set.add`source ${sourceBranch}`;
    set.add`source ${sourceBranch} ${own.relation} ${form}`;
    set.add`source ${sourceBranch} ${branch}`;
    set.add`source ${sourceBranch} ${side} ${sideOfSource} ${own.basic}`;
    set.add`form ${form} ${side}`;
    set.add`form ${form} ${branch}`;
    set.add`form ${form} ${own.relation} ${topRelation}`;
    set.add`quoted ${quoted} ${quotedOutside} ${side} ${act}`;
    set.add`quoted ${quoted} ${quotedOutside} ${side} ${spell(sourceBranch.text.slice(0, 6))}`;
    const distance = i - cue.index;
    if (Math.abs(distance) <= 3) {
      const steps = DISTANCES[distance + 3]!;
      set.add`distance ${steps} ${form}`;
      set.add`distance ${steps} ${own.upos} ${lemma}`;
      set.add`distance ${steps} ${own.upos} ${act} ${cuePos}`;
      set.add`distance ${steps} ${own.relation} ${spellBoolean(word.head === cue.index)}`;
    }
    const textBefore = i === first ? EDGE : formOf(i - 1);
    const textAfter = i + 1 >= end ? EDGE : formOf(i + 1);
    const isFirst = spellBoolean(i === first);
    if (word.upos === "PUNCT" || MARK.test(word.text)) {
      const mark = spell(word.text);
      set.add`punct ${mark} ${textBefore} ${textAfter} ${quoted}`;
      set.add`punct ${mark} ${side} ${textAfter} ${branch}`;
      set.add`punct ${mark} ${isFirst} ${spellBoolean(i + 1 >= end)} ${quoted} ${side}`;
      const beside = (k: number | undefined): Spelling => spellBoolean(k === i);
      set.add`punct ${mark} ${beside(cue.index - 1)} ${beside(beforeSource)} ${beside(cue.index + 1)} ${beside(afterSource)} ${quoted}`;
    } else {
      set.add`near ${textBefore} ${form} ${textAfter} ${side}`;
      set.add`near after ${textAfter} ${own.relation} ${topRelation}`;
    }
    const changed = branch.text === previousBranch ? STAYS : MOVES;
    previousBranch = branch.text;
    const transition = [
      hashOf`step ${changed} ${side}`,
      hashOf`step ${changed} ${word.upos === "PUNCT" ? spell(word.text) : own.upos}`,
      hashOf`step ${changed} ${textBefore} ${quoted}`,
      hashOf`step ${topRelation} ${changed} ${quoted}`,
      hashOf`step ${form} ${isFirst}`,
    ];
    list.push({ features: set.hashes, transition });
  }
  return list;
}
