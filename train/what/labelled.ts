import { Document } from "../../src/document/index.ts";
import { loadParser, SENTENCES, WORDS, wordsStage } from "../../src/parse/index.ts";
import { type Analysis, analyse, type Reading } from "../../src/what/analysis.ts";
import type { EventLexicon } from "../../src/what/index.ts";

/** One candidate with what a person said of it. */
export interface Labelled {
  readonly reading: Reading;
  /** Characters of the head word. */
  readonly span: readonly [number, number];
  /** Index of the sentence in its text. */
  readonly sentence: number;
  readonly event: boolean;
  readonly weight: number;
}

/** The labelled candidates of one text, and where it comes from: folds of cross-validation hold out whole texts. */
export interface LabelledText {
  readonly id: string;
  readonly source: "cases" | "coded" | "quiet" | "everyday" | "relations" | "examples" | "judged" | "other";
  readonly candidates: readonly Labelled[];
}

/** How a reading at a place of the text is to be labelled; undefined leaves it out. */
export type Judge = (
  span: readonly [number, number],
  reading: Reading,
  text: string,
  others: readonly Reading[],
) => { event: boolean; weight: number } | undefined;

/** Analyses texts one after the other with one lexicon and parser. */
export function analyser(lexicon: EventLexicon): (id: string, text: string) => Analysis {
  const words = wordsStage(loadParser());
  return (id, text) => {
    const document = words.run(Document.from({ id, text, language: "en" }));
    return analyse(lexicon, document.get(WORDS), document.get(SENTENCES));
  };
}

/** Labels every reading of a text by a judge. */
export function label(analysis: Analysis, text: string, judge: Judge): Labelled[] {
  return analysis.places.flatMap((place) =>
    place.readings.flatMap((reading) => {
      const span = analysis.syntax.word(place.head).span;
      const verdict = judge(span, reading, text, place.readings);
      return verdict === undefined ? [] : [{ reading, span, sentence: place.sentence, ...verdict }];
    }),
  );
}
