import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { Document, overlaps, type Pipeline, pipeline } from "../document/index.ts";
import { chainStage, loadChainModel, loadMentionModel, loadParser, mentionStage, wordsStage } from "../parse/index.ts";
import { loadEventLexicon, loadTriggerModel, TRIGGERS, type TriggerModel, triggerStage } from "../what/index.ts";
import { argumentStage } from "./arguments.ts";
import { loadDirectory } from "./directory/index.ts";
import { identityStage } from "./identity/index.ts";
import { ARGUMENTS } from "./layers.ts";
import { readParticipantExamples } from "./participant-examples.ts";

const FOLDER = new URL("../../lexicon/events/participants/", import.meta.url);
let stages: Pipeline;
beforeAll(() => {
  const lexicon = loadEventLexicon();
  const judge = loadTriggerModel();
  // Whether a word of a short sentence is judged an event is for other tests: here every word that the lexicon knows is one.
  const model: TriggerModel = { probability: (features) => 0.5 + judge.probability(features) / 2 };
  stages = pipeline([
    wordsStage(loadParser()),
    mentionStage(loadMentionModel()),
    chainStage(loadChainModel()),
    triggerStage(lexicon, model),
    identityStage(loadDirectory()),
    argumentStage(lexicon),
  ]);
}, 60_000);

const annotate = (text: string): Document => stages.run(Document.from({ id: "t", text, language: "en" }));

test.each(readdirSync(FOLDER))(
  "the participants of every sentence of %s are found, each in its role, and nobody else",
  (file) => {
    const wrong: string[] = [];
    for (const example of readParticipantExamples(readFileSync(new URL(file, FOLDER), "utf8"), file)) {
      const document = annotate(example.text);
      const trigger = document.get(TRIGGERS).find((t) => t.type === example.type && overlaps(t.span, example.trigger));
      const found = document.get(ARGUMENTS).filter((a) => a.trigger === trigger?.index && a.role !== "place");
      const missing = example.participants.filter((p) => !found.some((a) => a.role === p.role && overlaps(a.span, p.span)));
      const over = found.filter((a) => !example.participants.some((p) => a.role === p.role && overlaps(a.span, p.span)));
      for (const p of missing) wrong.push(`line ${example.line}: no ${p.role} “${example.text.slice(...p.span)}”`);
      for (const a of over) wrong.push(`line ${example.line}: ${a.role} “${document.slice(a.span)}” is none`);
    }
    expect(wrong).toEqual([]);
  },
  60_000,
);

test("what the classifier of arguments says stands among the reasons", () => {
  const found = annotate("Gunmen attacked a police post near the border on Monday.").get(ARGUMENTS);
  expect(found.map((a) => a.role).sort()).toEqual(["actor", "recipient"]);
  for (const a of found) expect(a.reasons.join("; ")).toMatch(/the classifier gives (?:actor|recipient) 0?\.?\d/);
});

test("a file of examples with a sentence that has no trigger is refused, with its line", () => {
  expect(() => readParticipantExamples("# remark\n{actor Gunmen} attacked.", "mine.txt")).toThrow(/mine\.txt, line 2/);
});
