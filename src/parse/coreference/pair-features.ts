import { begin, FeatureSet, type Spelling, spell, spellNumber } from "../../learn/index.ts";
import type { Mention, Word } from "../layers.ts";

/** What the antecedent classifier sees of a mention, prepared once. */
export interface Candidate {
  readonly mention: Mention;
  readonly head: Word;
  readonly lemma: string;
  /** Lower-cased words without determiners and possessive marks. */
  readonly key: string;
  /** Lower-cased name words; empty for what is no name. */
  readonly name: readonly string[];
  readonly determiner: string;
  readonly modifiers: ReadonlySet<string>;
  readonly sentence: number;
  readonly plural: boolean;
  /** For pronouns their lower-cased lemma class: he, she, it, they, we, i, you, who. */
  readonly pronoun: string;
  /** The first letters of the name's capitalised words: "HRW". */
  readonly initials: string;
  /** The head as an acronym, without its stops; empty when it is none. */
  readonly acronym: string;
  readonly spelt: SpeltCandidate;
  readonly numbered: NumberedCandidate;
}

/** What the names of features hold of a mention. */
interface SpeltCandidate {
  readonly form: Spelling;
  readonly type: Spelling;
  readonly relation: Spelling;
  readonly lemma: Spelling;
  readonly determiner: Spelling;
  /** Absent for what is no pronoun. */
  readonly pronoun?: Spelling;
  /** How the names of features begin that count for this kind of mention alone. */
  readonly who: number;
}

/** The same, numbered where it is of a closed inventory. */
interface NumberedCandidate {
  readonly form: number;
  readonly type: number;
  readonly relation: number;
  /** The pronoun, or else the form. */
  readonly who: number;
}

const PRONOUN_CLASS: Readonly<Record<string, string>> = {
  he: "he",
  him: "he",
  his: "he",
  himself: "he",
  she: "she",
  her: "she",
  hers: "she",
  herself: "she",
  it: "it",
  its: "it",
  itself: "it",
  they: "they",
  them: "they",
  their: "they",
  theirs: "they",
  themselves: "they",
  we: "we",
  us: "we",
  our: "we",
  ours: "we",
  ourselves: "we",
  i: "i",
  me: "i",
  my: "i",
  mine: "i",
  you: "you",
  your: "you",
  who: "who",
  whose: "who",
  whom: "who",
  which: "which",
  that: "that",
  this: "this",
  these: "these",
  those: "those",
};

/** Prepares a mention for comparison. */
export function prepare(mention: Mention, words: readonly Word[], below: readonly (readonly Word[])[]): Candidate {
  const head = words[mention.head]!;
  const inside = words.slice(mention.words[0], mention.words[1]);
  const content = inside.filter((w) => w.upos !== "DET" && w.upos !== "PUNCT" && w.xpos !== "POS");
  const name = mention.form === "name" ? inside.filter((w) => w.upos === "PROPN").map((w) => plain(w.text)) : [];
  const determinerWord = below[head.index]!.find((w) => w.relation === "det" || w.relation === "nmod:poss");
  const determiner = determinerWord ? (determinerWord.relation === "det" ? determinerWord.lemma.toLowerCase() : "poss") : "none";
  const lemma = head.lemma.toLowerCase();
  const pronoun = mention.form === "pronoun" ? (PRONOUN_CLASS[head.text.toLowerCase()] ?? "other") : "";
  const relation = head.relation.split(":")[0]!;
  const who = pronoun || mention.form;
  const letters = head.text.replace(/\./g, "");
  return {
    mention,
    head,
    lemma,
    key: content.map((w) => plain(w.text)).join(" "),
    name,
    determiner,
    modifiers: new Set(
      below[head.index]!.filter((w) => w.relation === "amod" || w.relation === "compound" || w.relation === "nummod").map((w) =>
        w.lemma.toLowerCase(),
      ),
    ),
    sentence: head.sentence,
    plural: head.morphology.Number === "Plur" || below[head.index]!.some((w) => w.relation === "conj"),
    pronoun,
    initials: inside
      .filter((w) => /^\p{Lu}/u.test(w.text))
      .map((w) => w.text[0]!)
      .join(""),
    acronym: /^\p{Lu}{2,7}$/u.test(letters) ? letters : "",
    spelt: {
      form: spell(mention.form),
      type: spell(mention.type),
      relation: spell(relation),
      lemma: spell(lemma),
      determiner: spell(determiner),
      ...(pronoun && { pronoun: spell(pronoun) }),
      who: begin`${spell(who)}|`,
    },
    numbered: {
      form: numberOf(mention.form, kinds),
      type: numberOf(mention.type, kinds),
      relation: numberOf(relation, relations),
      who: numberOf(who, kinds),
    },
  };
}

/** Forms, classes of pronouns and types of entity: fewer than KIND_ROOM. A parser has at most RELATION_ROOM relations. */
const kinds = new Map<string, number>();
const relations = new Map<string, number>();
const KIND_ROOM = 64;
const RELATION_ROOM = 256;

function numberOf(text: string, inventory: Map<string, number>): number {
  const known = inventory.get(text);
  if (known !== undefined) return known;
  inventory.set(text, inventory.size);
  return inventory.size - 1;
}

const ASCII_WORD = /^[A-Za-z0-9.]*$/;

function plain(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII_WORD.test(lower)) return lower;
  return lower.normalize("NFKD").replace(/[\p{M}'’ʿʾ`-]/gu, "");
}

/** Names of the ranges that numbers fall into, each up to a bound. */
type Ranges = readonly (readonly [below: number, name: Spelling])[];

/** Sentences apart. */
const SENTENCES: Ranges = [
  ...[0, 1, 2, 3].map((n) => [n + 1, spellNumber(n)] as const),
  [8, spell("4-7")],
  [Number.POSITIVE_INFINITY, spell("8+")],
];

/** Mentions between. */
const BETWEEN: Ranges = [
  ...[0, 1, 2].map((n) => [n + 1, spellNumber(n)] as const),
  [6, spell("3-5")],
  [12, spell("6-11")],
  [25, spell("12-24")],
  [Number.POSITIVE_INFINITY, spell("25+")],
];

function rangeOf(value: number, ranges: Ranges): number {
  let range = 0;
  while (value >= ranges[range]![0]) range++;
  return range;
}

type Say = (template: TemplateStringsArray, a?: Spelling, b?: Spelling) => void;

/** Features of a pair, added to a set. */
interface PairFeatures {
  add(set: FeatureSet, say: Say, first: Candidate, second: Candidate, between: number): void;
  /** Pairs with the same number have the same features here; absent where they depend on too much. */
  number?(first: Candidate, second: Candidate, between: number): number;
}

const KINDS: PairFeatures = {
  number: ({ numbered: one }, { numbered: two }) => ((two.who * KIND_ROOM + two.type) * KIND_ROOM + one.form) * KIND_ROOM + one.type,
  add(set, say, first, second) {
    const [one, two] = [first.spelt, second.spelt];
    set.add`bias`;
    set.add`${one.form}>${two.form}`;
    set.add`${two.pronoun ?? two.form}|${one.form}`;
    say`types:${one.type}>${two.type}`;
    if (first.mention.type === second.mention.type) say`same type`;
    else say`other type`;
  },
};

const DISTANCE: PairFeatures = {
  number: (first, second, between) =>
    (second.numbered.who * BETWEEN.length + rangeOf(between, BETWEEN)) * SENTENCES.length +
    rangeOf(second.sentence - first.sentence, SENTENCES),
  add(_, say, first, second, between) {
    say`sentences:${SENTENCES[rangeOf(second.sentence - first.sentence, SENTENCES)]![1]}`;
    say`between:${BETWEEN[rangeOf(between, BETWEEN)]![1]}`;
  },
};

const GRAMMAR: PairFeatures = {
  number: ({ numbered: one, plural }, { numbered: two, plural: otherPlural }) =>
    ((two.who * RELATION_ROOM + two.relation) * RELATION_ROOM + one.relation) * 2 + (plural === otherPlural ? 1 : 0),
  add(_, say, first, second) {
    say`relation:${first.spelt.relation}>${second.spelt.relation}`;
    if (first.plural === second.plural) say`same number`;
    else say`other number`;
  },
};

const PRONOUNS: PairFeatures = {
  number: ({ numbered: one }, { numbered: two }) => two.who * KIND_ROOM + one.who,
  add(_, say, { spelt: one }, { spelt: two }) {
    if (one.pronoun && two.pronoun) say`pronouns:${one.pronoun}>${two.pronoun}`;
    if (one.pronoun) say`from pronoun:${one.pronoun}`;
  },
};

const CONTENT: PairFeatures = {
  add(set, say, first, second) {
    const [one, two] = [first.spelt, second.spelt];
    if (!two.pronoun && !one.pronoun) {
      if (first.key === second.key) say`same words:${two.determiner}`;
      else if (first.lemma === second.lemma) {
        say`same head:${two.determiner}`;
        let differing = false;
        for (const m of second.modifiers) if (!first.modifiers.has(m)) differing = true;
        if (differing) say`new modifier`;
        else say`no new modifier`;
      } else {
        say`other head`;
        if (second.mention.form === "nominal") say`heads:${first.mention.form === "name" ? one.type : one.lemma}>${two.lemma}`;
      }
      if (first.name.length > 0 && second.name.length > 0) {
        const shared = second.name.filter((w) => first.name.includes(w)).length;
        if (shared === second.name.length) say`name shared:all`;
        else if (shared === 0) say`name shared:none`;
        else say`name shared:some`;
        if (shared > 0 && first.name.at(-1) === second.name.at(-1)) say`same last name`;
        if (isAcronym(first, second) || isAcronym(second, first)) say`acronym`;
      }
      say`determiner:${two.determiner}`;
      if (second.determiner === "the" || second.determiner === "this" || second.determiner === "these")
        say`definite ${two.lemma} of ${one.type}`;
    } else if (two.pronoun) {
      set.add`${two.pronoun}|determiner of first:${one.determiner}`;
      set.add`${two.pronoun}|head:${one.lemma}`;
      if (first.head.sentence === second.head.sentence && first.head.head === second.head.head) say`same governor`;
    }
  },
};

const PLACE: PairFeatures = {
  number: (first, second) =>
    (((second.numbered.who * 2 + Number(isApposition(first, second))) * 2 + Number(isPredicate(first, second))) * 2 +
      Number(covers(first.mention, second.mention))) *
      2 +
    Number(covers(second.mention, first.mention)),
  add(_, say, first, second) {
    if (isApposition(first, second)) say`apposition`;
    if (isPredicate(first, second)) say`predicate`;
    if (covers(first.mention, second.mention)) say`inside the first`;
    if (covers(second.mention, first.mention)) say`holds the first`;
  },
};

/** All features of a pair, in parts. */
export const PARTS: readonly PairFeatures[] = [KINDS, DISTANCE, GRAMMAR, PRONOUNS, CONTENT, PLACE];

/** The features of some parts. */
export function collect(parts: readonly PairFeatures[], first: Candidate, second: Candidate, between: number): readonly number[] {
  const set = new FeatureSet();
  const { who } = second.spelt;
  const say: Say = (template, a, b) => {
    set.add(template, a, b);
    set.addAfter(who, template, a, b);
  };
  for (const part of parts) part.add(set, say, first, second, between);
  return set.hashes;
}

/** Why `second` may go back to `first`, which stands before it `between` mentions earlier: hashed features. */
export function pairFeatures(first: Candidate, second: Candidate, between: number): readonly number[] {
  return collect(PARTS, first, second, between);
}

/** Whether a mention is written as the initials of a name: HRW for Human Rights Watch. */
export function isAcronym(short: Candidate, long: Candidate): boolean {
  return short.acronym !== "" && long.name.length > 1 && long.initials.startsWith(short.acronym);
}

function covers(outer: Mention, inner: Mention): boolean {
  return outer.words[0] <= inner.words[0] && inner.words[1] <= outer.words[1];
}

function isApposition(first: Candidate, second: Candidate): boolean {
  return second.head.head === first.head.index && second.head.relation === "appos";
}

function isPredicate(first: Candidate, second: Candidate): boolean {
  return first.head.head === second.head.index && first.head.relation.startsWith("nsubj");
}
