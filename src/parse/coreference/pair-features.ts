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
      relation: spell(head.relation.split(":")[0]!),
      lemma: spell(lemma),
      determiner: spell(determiner),
      ...(pronoun && { pronoun: spell(pronoun) }),
      who: begin`${spell(pronoun || mention.form)}|`,
    },
  };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}'’ʿʾ`-]/gu, "");

/** Why `second` may go back to `first`, which stands before it `between` mentions earlier: hashed features. */
export function pairFeatures(first: Candidate, second: Candidate, between: number): readonly number[] {
  const [one, two] = [first.spelt, second.spelt];
  const set = new FeatureSet();
  const say = (template: TemplateStringsArray, a?: Spelling, b?: Spelling): void => {
    set.add(template, a, b);
    set.addAfter(two.who, template, a, b);
  };
  set.add`bias`;
  set.add`${one.form}>${two.form}`;
  set.add`${two.pronoun ?? two.form}|${one.form}`;
  say`types:${one.type}>${two.type}`;
  if (first.mention.type === second.mention.type) say`same type`;
  else say`other type`;
  const apart = second.sentence - first.sentence;
  say`sentences:${apart < 4 ? spellNumber(apart) : apart < 8 ? FOUR_TO_SEVEN : MANY}`;
  say`between:${between < 3 ? spellNumber(between) : BETWEEN.find(([below]) => between < below)![1]}`;
  say`relation:${one.relation}>${two.relation}`;
  if (first.plural === second.plural) say`same number`;
  else say`other number`;
  if (one.pronoun && two.pronoun) say`pronouns:${one.pronoun}>${two.pronoun}`;
  if (one.pronoun) say`from pronoun:${one.pronoun}`;

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
  if (second.head.head === first.head.index && second.head.relation === "appos") say`apposition`;
  if (first.head.head === second.head.index && first.head.relation.startsWith("nsubj")) say`predicate`;
  if (covers(first.mention, second.mention)) say`inside the first`;
  if (covers(second.mention, first.mention)) say`holds the first`;
  return set.hashes;
}

const FOUR_TO_SEVEN = spell("4-7");
const MANY = spell("8+");
/** Mentions between, below a bound. */
const BETWEEN = [
  [6, spell("3-5")],
  [12, spell("6-11")],
  [25, spell("12-24")],
  [Number.POSITIVE_INFINITY, spell("25+")],
] as const;

/** Whether a mention is written as the initials of a name: HRW for Human Rights Watch. */
export function isAcronym(short: Candidate, long: Candidate): boolean {
  return short.acronym !== "" && long.name.length > 1 && long.initials.startsWith(short.acronym);
}

function covers(outer: Mention, inner: Mention): boolean {
  return outer.words[0] <= inner.words[0] && inner.words[1] <= outer.words[1];
}
