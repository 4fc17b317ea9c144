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
  const determiner = below[head.index]!.find((w) => w.relation === "det" || w.relation === "nmod:poss");
  return {
    mention,
    head,
    lemma: head.lemma.toLowerCase(),
    key: content.map((w) => plain(w.text)).join(" "),
    name,
    determiner: determiner ? (determiner.relation === "det" ? determiner.lemma.toLowerCase() : "poss") : "none",
    modifiers: new Set(
      below[head.index]!.filter((w) => w.relation === "amod" || w.relation === "compound" || w.relation === "nummod").map((w) =>
        w.lemma.toLowerCase(),
      ),
    ),
    sentence: head.sentence,
    plural: head.morphology.Number === "Plur" || below[head.index]!.some((w) => w.relation === "conj"),
    pronoun: mention.form === "pronoun" ? (PRONOUN_CLASS[head.text.toLowerCase()] ?? "other") : "",
    initials: inside
      .filter((w) => /^\p{Lu}/u.test(w.text))
      .map((w) => w.text[0]!)
      .join(""),
  };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}'’ʿʾ`-]/gu, "");

/** Why `second` may go back to `first`, which stands before it `between` mentions earlier. */
export function pairFeatures(first: Candidate, second: Candidate, between: number): readonly string[] {
  const forms = `${first.mention.form}>${second.mention.form}`;
  const who = second.pronoun || second.mention.form;
  const features = ["bias", forms, `${who}|${first.mention.form}`];
  const say = (fact: string): void => {
    features.push(fact, `${who}|${fact}`);
  };
  say(`types:${first.mention.type}>${second.mention.type}`);
  say(first.mention.type === second.mention.type ? "same type" : "other type");
  const apart = second.sentence - first.sentence;
  say(`sentences:${apart < 4 ? apart : apart < 8 ? "4-7" : "8+"}`);
  say(`between:${between < 3 ? between : between < 6 ? "3-5" : between < 12 ? "6-11" : between < 25 ? "12-24" : "25+"}`);
  say(`relation:${first.head.relation.split(":")[0]}>${second.head.relation.split(":")[0]}`);
  say(first.plural === second.plural ? "same number" : "other number");
  if (first.pronoun && second.pronoun) say(`pronouns:${first.pronoun}>${second.pronoun}`);
  if (first.pronoun) say(`from pronoun:${first.pronoun}`);

  if (!second.pronoun && !first.pronoun) {
    if (first.key === second.key) say(`same words:${second.determiner}`);
    else if (first.lemma === second.lemma) {
      say(`same head:${second.determiner}`);
      let differing = false;
      for (const m of second.modifiers) if (!first.modifiers.has(m)) differing = true;
      say(differing ? "new modifier" : "no new modifier");
    } else {
      say("other head");
      if (second.mention.form === "nominal")
        say(`heads:${first.mention.form === "name" ? first.mention.type : first.lemma}>${second.lemma}`);
    }
    if (first.name.length > 0 && second.name.length > 0) {
      const shared = second.name.filter((w) => first.name.includes(w)).length;
      say(`name shared:${shared === second.name.length ? "all" : shared === 0 ? "none" : "some"}`);
      if (shared > 0 && first.name.at(-1) === second.name.at(-1)) say("same last name");
      if (isAcronym(first, second) || isAcronym(second, first)) say("acronym");
    }
    say(`determiner:${second.determiner}`);
    if (second.determiner === "the" || second.determiner === "this" || second.determiner === "these")
      say(`definite ${second.lemma} of ${first.mention.type}`);
  } else if (second.pronoun) {
    features.push(`${second.pronoun}|determiner of first:${first.determiner}`, `${second.pronoun}|head:${first.lemma}`);
    if (first.head.sentence === second.head.sentence && first.head.head === second.head.head) say("same governor");
  }
  if (second.head.head === first.head.index && second.head.relation === "appos") say("apposition");
  if (first.head.head === second.head.index && first.head.relation.startsWith("nsubj")) say("predicate");
  if (covers(first.mention, second.mention)) say("inside the first");
  if (covers(second.mention, first.mention)) say("holds the first");
  return features;
}

/** Whether a mention is written as the initials of a name: HRW for Human Rights Watch. */
export function isAcronym(short: Candidate, long: Candidate): boolean {
  const letters = short.head.text.replace(/\./g, "");
  return /^\p{Lu}{2,7}$/u.test(letters) && long.name.length > 1 && long.initials.startsWith(letters);
}

function covers(outer: Mention, inner: Mention): boolean {
  return outer.words[0] <= inner.words[0] && inner.words[1] <= outer.words[1];
}
