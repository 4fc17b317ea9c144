import { readdirSync, readFileSync } from "node:fs";
import type { Analysis } from "../../src/what/analysis.ts";
import { type Example, readExamples } from "../../src/what/examples.ts";
import { type LabelledText, label } from "./labelled.ts";

const FOLDER = new URL("../../lexicon/events/examples/", import.meta.url);

/** Our own coded sentences, by file. */
export function ownExamples(): { file: string; examples: readonly Example[] }[] {
  return readdirSync(FOLDER)
    .filter((f) => f.endsWith(".txt"))
    .sort()
    .map((file) => ({ file, examples: readExamples(readFileSync(new URL(file, FOLDER), "utf8"), file) }));
}

/** Candidates of our own sentences: what is marked is an event of the marked type, what is not marked is none. */
export function fromExamples(analyse: (id: string, text: string) => Analysis): LabelledText[] {
  return ownExamples().flatMap(({ file, examples }) =>
    examples.map((example): LabelledText => {
      const id = `${file}:${example.line}`;
      const candidates = label(analyse(id, example.text), example.text, (span, reading) => {
        const marked = example.events.filter((e) => span[0] >= e.span[0] && span[1] <= e.span[1]);
        if (marked.some((e) => e.type === reading.type)) return { event: true, weight: 1 };
        return { event: false, weight: 1 };
      });
      return { id, source: "examples", candidates };
    }),
  );
}
