import type { Span } from "../../document/index.ts";
import type { EntityType, Mention, Word } from "../layers.ts";
import type { HeadNouns } from "./head-nouns.ts";
import { nounPhrase } from "./noun-phrase.ts";

/** A noun phrase that may be a mention, before its type is known. */
export interface Candidate {
  readonly head: Word;
  /** `[first, end)` of its words. */
  readonly words: Span;
  readonly form: Mention["form"];
  /** `[first, end)` of the proper-name core, when it has one. */
  readonly name?: Span;
}

const PRONOUNS = new Set(
  "he she they it him her them his hers its their theirs we our ours us who whose whom himself herself themselves itself ourselves i me my you your this these those".split(
    " ",
  ),
);
const INSIDE_NAME = new Set(["compound", "flat", "goeswith", "fixed"]);

/** Dependents of every word, in the order of the text. */
export function dependentsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const below: Word[][] = words.map(() => []);
  for (const word of words) if (word.head >= 0) below[word.head]!.push(word);
  return below;
}

/** Every phrase that could be a mention, by its head: names, nominals, pronouns, numbers that stand for people, adjectives of nationality. */
export function candidates(words: readonly Word[], below: readonly (readonly Word[])[], headNouns: HeadNouns): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const head of words) {
    const form = formOf(head);
    if (form === undefined || isInsideName(head, words, headNouns)) continue;
    const span: Span =
      form === "pronoun" || head.upos === "ADJ" || (head.relation === "compound" && head.upos === "NOUN")
        ? [head.index, head.index + 1]
        : nounPhrase(head, below, words);
    const name = nameCore(head, below);
    found.push({ head, words: span, form, ...(name && { name }) });
  }
  return found;
}

function formOf(word: Word): Mention["form"] | undefined {
  switch (word.upos) {
    case "PROPN":
      return "name";
    case "NOUN":
      return "nominal";
    case "PRON":
      return PRONOUNS.has(word.text.toLowerCase()) ? "pronoun" : undefined;
    case "NUM":
      return "nominal";
    case "ADJ":
      return /^\p{Lu}/u.test(word.text) || word.xpos.startsWith("NNP") ? "name" : undefined;
    default:
      return undefined;
  }
}

/** Common nouns that are mentions even where they only modify another: "drone attack", "coalition aircraft", "police station". */
const MODIFIERS: ReadonlySet<EntityType> = new Set(["weapon", "armed group", "military", "police", "government", "media", "platform"]);

/** A part of a longer name is no mention of its own; a name that modifies a common noun ("Mosul hospital") is. */
function isInsideName(word: Word, words: readonly Word[], headNouns: HeadNouns): boolean {
  if (word.head < 0 || !INSIDE_NAME.has(word.relation.split(":")[0]!)) return false;
  const head = words[word.head]!;
  if (head.upos === "PROPN") return word.relation.startsWith("flat") || Math.abs(head.index - word.index) <= 4;
  return word.upos !== "PROPN" && !(word.upos === "NOUN" && headNouns.get(word.lemma.toLowerCase())?.some((t) => MODIFIERS.has(t)));
}

function nameCore(head: Word, below: readonly (readonly Word[])[]): Span | undefined {
  if (head.upos !== "PROPN") return undefined;
  let first = head.index;
  let last = head.index;
  for (const part of below[head.index]!) {
    if (part.upos !== "PROPN" || !INSIDE_NAME.has(part.relation.split(":")[0]!)) continue;
    if (part.index < first) first = part.index;
    if (part.index > last) last = part.index;
  }
  return [first, last + 1];
}
