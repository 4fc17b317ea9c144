import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../parse/index.ts";
import { loadEventLexicon } from "./lexicon.ts";
import { classifyRelation, loadRelationModel } from "./relation.ts";
import { readRelationExamples } from "./relation-examples.ts";

const FOLDER = new URL("../../lexicon/events/relations/", import.meta.url);

test("a line is a sentence for each of its wordings, with actor and recipient", () => {
  const rows = readRelationExamples("# AID\n{actor Norway} sent/handed_over tents to {recipient the town}.", "a.txt");
  expect(rows.map((r) => r.text)).toEqual(["Norway sent tents to the town.", "Norway handed over tents to the town."]);
  expect(rows.map((r) => [r.text.slice(...r.source), r.text.slice(...r.target), r.type])).toEqual([
    ["Norway", "the town", "AID"],
    ["Norway", "the town", "AID"],
  ]);
});

test("withdrawals and concessions are one type", () => {
  expect(readRelationExamples("# CONCEDE\n{actor The state} gave in to {recipient the crowd}.", "a.txt")[0]?.type).toBe("YIELD");
});

test("a line without its participants or without a type is refused by file and line", () => {
  expect(() => readRelationExamples("# AID\n{actor Norway} sent tents.", "a.txt")).toThrow("a.txt, line 2");
  expect(() => readRelationExamples("{actor Norway} fed {recipient the town}.", "a.txt")).toThrow("a.txt, line 1");
});

test("the model that ships has learnt our own sentences", () => {
  const lexicon = loadEventLexicon();
  const model = loadRelationModel();
  const rows = readdirSync(FOLDER).flatMap((file) => readRelationExamples(readFileSync(new URL(file, FOLDER), "utf8"), file));
  const right = rows.filter(({ text, source, target, type }) => {
    const { words, sentences } = parse(text);
    return classifyRelation({ words, sentences, source, target }, lexicon, model).type === type;
  });
  expect(right.length / rows.length).toBeGreaterThan(0.97);
}, 60_000);
