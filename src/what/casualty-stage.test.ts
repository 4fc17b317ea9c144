import { beforeAll, expect, test } from "vitest";
import { Document, type Pipeline, pipeline } from "../document/index.ts";
import { loadMentionModel, loadParser, mentionStage, wordsStage } from "../parse/index.ts";
import { CASUALTIES, casualtyStage, loadEventLexicon, loadTriggerModel, TRIGGERS, triggerStage } from "./index.ts";

let stages: Pipeline;
beforeAll(() => {
  stages = pipeline([
    wordsStage(loadParser()),
    mentionStage(loadMentionModel()),
    triggerStage(loadEventLexicon(), loadTriggerModel()),
    casualtyStage(),
  ]);
}, 60_000);

const annotate = (text: string): Document => stages.run(Document.from({ id: "t", text, language: "en" }));
const counts = (text: string): readonly string[] =>
  annotate(text)
    .get(CASUALTIES)
    .map((c) => `${c.harm} ${c.best}`);

test.each([
  ["The shelling killed at least 13 women and children in the village.", ["killed 13"]],
  ["The attack killed three soldiers and a child.", ["killed 4"]],
  ["The blast wounded six people, three men and three women, in the market.", ["injured 6"]],
  ["The attacks killed 257 people and injured more than 5,500.", ["killed 257", "injured 5500"]],
  ["Gunmen killed party secretary Karim Haddad outside his home.", ["killed 1"]],
])("who is counted: %s", (text, expected) => {
  expect(counts(text)).toEqual(expected);
});

test("“one man dead and three others injured” does not kill the three", () => {
  expect(counts("The shooting left one man dead and three others injured.")).toContain("killed 1");
  expect(counts("The shooting left one man dead and three others injured.")).not.toContain("killed 4");
});

test("those kidnapped and killed are the same people", () => {
  expect(counts("Gunmen kidnapped and killed 11 people in the town.")).toContain("killed 11");
});

test("a day of the month counts nobody", () => {
  expect(counts("On Monday, Dec. 26, Karim Haddad was struck and killed in an attack on the town.")).not.toContain("killed 26");
});

test("who dies sentences later died of the attack told before", () => {
  const document = annotate(
    "Gunmen attacked a bus near the border. The driver called for help. A doctor reached the scene. One passenger died in hospital.",
  );
  const died = document.get(CASUALTIES).find((c) => c.harm === "killed");
  expect(document.get(TRIGGERS)[died?.trigger ?? -1]?.type).toBe("ASSAULT");
});

test("people taken to hospital were hurt, unless the text says that they died", () => {
  expect(counts("Gunmen attacked a cafe. Two men were taken to hospital.")).toEqual(["injured 2"]);
  expect(counts("Gunmen shot a man outside a cafe. The victim was taken to hospital, where he died.")).toEqual(["killed 1"]);
});
