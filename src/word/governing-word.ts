import type { Word } from "../parse/layers.ts";
import type { FactualityLexicon, RealityEntry } from "./factuality-lexicon.ts";
import { type Reading, relation } from "./reading.ts";

/** How a word hangs on its governor, as far as the event's standing goes. */
export type Link =
  | "complement"
  | "purpose"
  | "condition"
  | "adverbial"
  | "relative"
  | "modifier"
  | "conjunct"
  | "subject"
  | "root"
  | "aside";

/** How `word` hangs on its head. */
export function link(reading: Reading, word: Word, lexicon: FactualityLexicon): Link {
  if (word.head < 0) return "root";
  const marks = reading.children[word.index]!.map((c) => reading.words[c]!).filter((c) => c.relation === "mark");
  switch (relation(word)) {
    case "conj":
      return "conjunct";
    case "nsubj":
    case "csubj":
      return "subject";
    case "ccomp":
    case "xcomp":
    case "obj":
    case "iobj":
    case "obl":
    case "nmod":
    case "compound":
      return "complement";
    case "acl":
      return word.relation === "acl:relcl" ? "relative" : word.xpos === "VBN" || word.xpos === "VBG" ? "modifier" : "complement";
    case "advcl":
      if (marks.some((m) => lexicon.aspect.conjunctions.has(m.lemma.toLowerCase()))) return "condition";
      return marks.some((m) => m.lemma.toLowerCase() === "to") ? "purpose" : "adverbial";
    case "amod":
      return "modifier";
    case "parataxis":
    case "appos":
    case "list":
      return "aside";
    default:
      return "aside";
  }
}

/** What the lexicon says of a governing word for the event under it. */
export function governor(word: Word, lexicon: FactualityLexicon): RealityEntry | undefined {
  const lemma = word.lemma.toLowerCase();
  const { verbs, nouns, adjectives } = lexicon.governors;
  if (word.upos === "VERB") return verbs.get(lemma);
  if (word.upos === "NOUN") return nouns.get(lemma);
  if (word.upos === "ADJ") return adjectives.get(lemma) ?? (word.xpos === "VBN" ? verbs.get(lemma) : undefined);
  return undefined;
}

/** Whether a negator stands on the word itself: "did not fire", "no shots", "without firing". */
export function negated(reading: Reading, index: number, lexicon: FactualityLexicon): Word | undefined {
  for (const child of reading.children[index]!) {
    const word = reading.words[child]!;
    const r = relation(word);
    const negator = lexicon.negators.has(word.text.toLowerCase()) || lexicon.negators.has(word.lemma.toLowerCase());
    if (negator && (r === "advmod" || r === "det" || r === "case" || r === "mark" || r === "cc" || r === "nsubj")) {
      const next = reading.words[child + 1]?.lemma.toLowerCase();
      // "not only", "no doubt", "not just": the event itself is not denied.
      if (next === "only" || next === "just" || next === "doubt") continue;
      return word;
    }
  }
  return undefined;
}
