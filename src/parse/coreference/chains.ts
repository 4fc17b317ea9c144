import type { Document, Stage } from "../../document/index.ts";
import { CHAINS, type Chain, MENTIONS, type Mention, SENTENCES, WORDS } from "../layers.ts";
import type { MentionModel } from "../mentions/mentions.ts";

/** Joins mentions of one identity: names that are alike, pronouns to the nearest subject that fits. */
export function chainStage(_model: MentionModel): Stage {
  return { name: "chains", needs: [WORDS, SENTENCES, MENTIONS], gives: [CHAINS], run: (document) => document.with(CHAINS, findChains(document)) };
}

function findChains(document: Document): readonly Chain[] {
  const words = document.get(WORDS);
  const mentions = document.get(MENTIONS);
  const chains: number[][] = [];
  const chainOf = new Map<string, number[]>();
  for (const mention of mentions) {
    const known = mention.form === "pronoun" ? antecedent(mention, chains, mentions, (m) => words[m.head]!.sentence) : chainOf.get(keyOf(mention, document));
    if (known) {
      known.push(mention.index);
      continue;
    }
    const chain = [mention.index];
    chains.push(chain);
    if (mention.form !== "pronoun") chainOf.set(keyOf(mention, document), chain);
  }
  return chains.map((members, index) => ({ index, mentions: members }));
}

function keyOf(mention: Mention, document: Document): string {
  return document.slice(mention.name ?? mention.span).toLowerCase().replace(/^(?:the|a|an)\s+/, "");
}

function antecedent(
  pronoun: Mention,
  chains: readonly number[][],
  mentions: readonly Mention[],
  sentenceOf: (m: Mention) => number,
): number[] | undefined {
  const fits = (m: Mention): boolean => m.form !== "pronoun" && m.type === pronoun.type && sentenceOf(pronoun) - sentenceOf(m) <= 2;
  return chains.filter((chain) => fits(mentions[chain.at(-1)!]!)).at(-1);
}
