import { parse } from "../../src/parse/index.ts";
import { classifyRelation, loadEventLexicon, loadRelationModel } from "../../src/what/index.ts";
import type { BenchTask, Row } from "../task.ts";

/**
 * The PLOVER root type of what a marked source does to a marked target. The public rows are those that the model was trained on: the
 * figure to quote is that of cross-validation, `node train/main.ts what-relations --folds 10`.
 */
export const task: BenchTask = {
  name: "relations",
  dev: ["relations/train.jsonl"],
  scorer: "relations.mjs",
  predict(rows) {
    const lexicon = loadEventLexicon();
    const model = loadRelationModel();
    return rows.map((row: Row) => {
      const { text, source, target } = readMarks(String(row.marked));
      const { words, sentences } = parse(text);
      return { id: row.id, type: classifyRelation({ words, sentences, source, target }, lexicon, model).type };
    });
  },
};

type Span = [start: number, end: number];

/** "<s>Iran</s> … <t>Iraq</t>": the sentence without the marks, and where source and target stand; of several, the last. */
function readMarks(marked: string): { text: string; source: Span; target: Span } {
  let text = "";
  let at = 0;
  const spans: Record<string, Span> = { s: [0, 0], t: [0, 0] };
  for (const tag of marked.matchAll(/<(\/?)([st])>/g)) {
    text += marked.slice(at, tag.index);
    at = tag.index + tag[0].length;
    spans[tag[2]!]![tag[1] === "/" ? 1 : 0] = text.length;
  }
  return { text: text + marked.slice(at), source: spans.s!, target: spans.t! };
}
