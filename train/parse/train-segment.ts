import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type GoldParagraph, paragraphs, readConllu } from "./conllu.ts";
import { sentenceQuestions, tokenQuestions, trainClassifier, withoutCase } from "./segment.ts";

/** Trains the tokenizer and the sentence splitter on CoNLL-U files; writes `tokens.bin` and `sentences.bin`. */
export function trainSegmentation(files: readonly string[], folder: string): void {
  const gold = files.flatMap((f) => paragraphs(readConllu(f)));
  const lower = gold.filter((_, i) => i % 4 === 0).map((p) => withoutCase(p, "lower"));
  const upper = gold.filter((_, i) => i % 8 === 1).map((p) => withoutCase(p, "upper"));
  const all = [...gold, ...lower, ...upper].filter((p): p is GoldParagraph => p !== undefined);
  const tokens = trainClassifier(all.flatMap(tokenQuestions), 15, 12);
  writeFileSync(join(folder, "tokens.bin"), tokens.weights);
  const sentences = trainClassifier(all.flatMap(sentenceQuestions), 18, 8);
  writeFileSync(join(folder, "sentences.bin"), sentences.weights);
}
