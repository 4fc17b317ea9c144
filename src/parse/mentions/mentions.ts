import type { Document, Stage } from "../../document/index.ts";
import { type EntityType, MENTIONS, type Mention, SENTENCES, type Word, WORDS } from "../layers.ts";
import { type HeadNouns, loadHeadNouns } from "./head-nouns.ts";
import { nounPhrase } from "./noun-phrase.ts";

export interface MentionModel {
  readonly headNouns: HeadNouns;
}

/** Loads what the mention recogniser knows. */
export function loadMentionModel(): MentionModel {
  return { headNouns: loadHeadNouns() };
}

/** Recognises who and what is named, described or referred to by a pronoun. */
export function mentionStage(model: MentionModel): Stage {
  return { name: "mentions", needs: [WORDS, SENTENCES], gives: [MENTIONS], run: (document) => document.with(MENTIONS, findMentions(document, model)) };
}

const PERSONAL = new Set(["he", "she", "they", "it", "him", "her", "them", "his", "its", "their", "we", "our", "us", "who", "himself", "themselves", "itself", "i", "my", "me"]);
const INSIDE_NAME = new Set(["compound", "flat", "goeswith", "fixed"]);

function findMentions(document: Document, model: MentionModel): readonly Mention[] {
  const words = document.get(WORDS);
  const childrenOf: Word[][] = words.map(() => []);
  for (const word of words) if (word.head >= 0) childrenOf[word.head]!.push(word);
  const mentions: Omit<Mention, "index">[] = [];
  for (const head of words) {
    const form = formOf(head);
    if (!form) continue;
    const relation = head.relation.split(":")[0]!;
    if (INSIDE_NAME.has(relation) && head.head >= 0 && words[head.head]!.upos !== "VERB" && !(head.upos === "PROPN" && words[head.head]!.upos === "NOUN")) continue;
    const [first, end] = form === "pronoun" ? [head.index, head.index + 1] : nounPhrase(head, childrenOf, words);
    const { type, confidence } = typeOf(head, childrenOf, model);
    const core = nameCore(head, childrenOf, words);
    mentions.push({
      span: [words[first]!.span[0], words[end - 1]!.span[1]],
      words: [first, end],
      head: head.index,
      ...(core && { name: core }),
      type,
      form,
      confidence,
    });
  }
  return mentions.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1] || a.head - b.head).map((m, index) => ({ index, ...m }));
}

function formOf(word: Word): Mention["form"] | undefined {
  if (word.upos === "PROPN") return "name";
  if (word.upos === "NOUN") return "nominal";
  if (word.upos === "PRON" && PERSONAL.has(word.text.toLowerCase())) return "pronoun";
  if (word.upos === "NUM" && (word.relation.startsWith("nsubj") || word.relation === "obj") && word.head >= 0) return "nominal";
  if (word.upos === "ADJ" && /^\p{Lu}/u.test(word.text) && word.relation === "amod") return "name";
  return undefined;
}

function nameCore(head: Word, childrenOf: readonly (readonly Word[])[], words: readonly Word[]): Mention["span"] | undefined {
  if (head.upos !== "PROPN") return undefined;
  const parts = [head, ...childrenOf[head.index]!.filter((w) => w.upos === "PROPN" && INSIDE_NAME.has(w.relation.split(":")[0]!))].sort((a, b) => a.index - b.index);
  return [words[parts[0]!.index]!.span[0], words[parts.at(-1)!.index]!.span[1]];
}

function typeOf(head: Word, childrenOf: readonly (readonly Word[])[], model: MentionModel): { readonly type: EntityType; readonly confidence: number } {
  if (head.upos === "NUM") return { type: "quantity", confidence: 0.6 };
  if (head.upos === "PRON") return { type: /^(?:it|its|itself)$/i.test(head.text) ? "organization" : "person", confidence: 0.5 };
  if (head.upos === "ADJ") return { type: "nationality", confidence: 0.6 };
  const known = model.headNouns.get(head.lemma.toLowerCase()) ?? model.headNouns.get(head.text.toLowerCase());
  if (known) return { type: known[0]!, confidence: 0.8 };
  if (head.upos === "NOUN") return { type: "abstract", confidence: 0.5 };
  const title = childrenOf[head.index]!.some((w) => model.headNouns.get(w.lemma.toLowerCase())?.[0] === "person");
  return title ? { type: "person", confidence: 0.8 } : { type: "organization", confidence: 0.4 };
}
