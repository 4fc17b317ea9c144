import type { Document, Span, Stage } from "../document/index.ts";
import { isDateline } from "./dateline.ts";
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
  paragraphs.forEach(([start, end], paragraph) => {
    const words = tokenize(text, start, end, parser.tokens);
    const list = isListItem(text, start, end);
    let from = 0;
    const ends = splitSentences(text, words, parser.sentences);
    for (const to of ends) {
      const own = words.slice(from, to);
      const kind = isDateline(text, own, from === 0)
        ? "dateline"
        : ends.length === 1 && !list && paragraphs.length > 1 && isHeading(text, own)
          ? "heading"
          : list
            ? "list"
            : "prose";
      const span: Span = [own[0]![0], own.at(-1)![1]];
      sentences.push({ span, words: [spans.length, spans.length + own.length], paragraph, kind });
      spans.push(...own);
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
          text: forms[k]![i]!,
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
