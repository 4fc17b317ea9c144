import type { Document, Span, Stage } from "../document/index.ts";
import { DATELINE_WITHIN, datelineEnd } from "./dateline.ts";
import { SENTENCES, type Sentence, WORDS, type Word } from "./layers.ts";
import { findParagraphs } from "./paragraphs.ts";
import type { Parser } from "./parser.ts";
import { isHeading, isListItem, splitSentences } from "./split-sentences.ts";
import { tokenize } from "./tokenize.ts";

/** Sentences analysed at a time; what is found does not depend on it. */
const BATCH = 256;

interface Found {
  readonly sentences: readonly Sentence[];
  readonly words: readonly Word[];
}

/** Sentences and words of a text, by a loaded parser. Any string is taken; an empty one gives empty layers. */
export function analyse(text: string, parser: Parser): Found {
  const sentences: Sentence[] = [];
  const spans: Span[] = [];
  const paragraphs = findParagraphs(text);
  const add = (words: readonly Span[], paragraph: number, kind: Sentence["kind"]): void => {
    sentences.push({ span: [words[0]![0], words.at(-1)![1]], words: [spans.length, spans.length + words.length], paragraph, kind });
    spans.push(...words);
  };
  paragraphs.forEach(([start, end], paragraph) => {
    const body = paragraph < DATELINE_WITHIN ? datelineEnd(text, start, end) : start;
    if (body > start) add(tokenize(text, start, body, parser.tokens), paragraph, "dateline");
    const words = tokenize(text, body, end, parser.tokens);
    const ends = splitSentences(text, words, parser.sentences);
    const kind = isListItem(text, start, end)
      ? "list"
      : ends.length === 1 && body === start && paragraphs.length > 1 && isHeading(text, words)
        ? "heading"
        : "prose";
    let from = 0;
    for (const to of ends) {
      add(words.slice(from, to), paragraph, kind);
      from = to;
    }
  });
  const words: Word[] = [];
  for (let at = 0; at < sentences.length; at += BATCH) {
    const batch = sentences.slice(at, at + BATCH);
    const forms = batch.map((s) => spans.slice(s.words[0], s.words[1]).map(([a, b]) => text.slice(a, b)));
    parser.parseSentences(forms).forEach((parsed, k) => {
      const first = batch[k]!.words[0];
      parsed.forEach((word, i) => {
        words.push({
          index: first + i,
          span: spans[first + i]!,
          text: word.form,
          lemma: word.lemma,
          upos: word.upos,
          xpos: word.xpos,
          morphology: word.morphology,
          head: word.head < 0 ? -1 : first + word.head,
          relation: word.relation,
          sentence: at + k,
        });
      });
    });
  }
  return { sentences, words };
}

/** The stage that gives SENTENCES and WORDS. */
export function wordsStage(parser: Parser): Stage {
  return {
    name: "words",
    needs: [],
    gives: [SENTENCES, WORDS],
    run(document: Document): Document {
      const { sentences, words } = analyse(document.text, parser);
      return document.with(SENTENCES, sentences).with(WORDS, words);
    },
  };
}
