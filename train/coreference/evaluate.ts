import type { Classifier } from "../../src/learn/index.ts";
import { findChains } from "../../src/parse/coreference/chains.ts";
import { loadParser } from "../../src/parse/index.ts";
import type { Word } from "../../src/parse/layers.ts";
import { findMentions, type MentionModel } from "../../src/parse/mentions/mentions.ts";
import { type GumDocument, headOf } from "../mentions/gum.ts";
import { conllF1, type Scored } from "./conll-score.ts";

/** CoNLL F1 of the chains found on GUM's documents, with predicted mentions, matched with the gold ones by head, on the words given. */
export function coreferenceFigures(
  documents: readonly GumDocument[],
  mentionModel: MentionModel,
  model: Classifier,
  wordsOf: (document: GumDocument) => readonly Word[] = (document) => document.words,
): string {
  return conllF1(
    documents.map((d): Scored => {
      const words = wordsOf(d);
      const mentions = findMentions(words, mentionModel);
      const found = findChains(mentions, words, model).map((c) => c.mentions.map((m) => String(mentions[m]!.head)));
      const gold = [...Map.groupBy(d.entities, (e) => e.group).values()].map((es) =>
        es.map((e) => String(headOf(d.words, e.first, e.end))),
      );
      return { gold, found };
    }),
  );
}

/** A document's words with the tags, lemmas and trees that the parser gives them. */
export function parsedWords(document: GumDocument): readonly Word[] {
  const sentences = document.sentences.map(({ first, end }) => document.words.slice(first, end));
  return loadParser()
    .parseSentences(sentences.map((words) => words.map((w) => w.text)))
    .flatMap((parsed, s) =>
      parsed.map((p, i) => {
        const gold = sentences[s]![i]!;
        return { ...gold, ...p, head: p.head < 0 ? -1 : sentences[s]![0]!.index + p.head };
      }),
    );
}
