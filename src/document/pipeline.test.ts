import { expect, test } from "vitest";
import { Document } from "./document.ts";
import { layer } from "./layer.ts";
import { pipeline, type Stage } from "./pipeline.ts";

const LETTERS = layer<number>("letters");
const VERDICT = layer<string>("verdict");
const count: Stage = { name: "count", needs: [], gives: [LETTERS], run: (d) => d.with(LETTERS, d.text.length) };
const judge: Stage = {
  name: "judge",
  needs: [LETTERS],
  gives: [VERDICT],
  run: (d) => d.with(VERDICT, d.get(LETTERS) > 3 ? "long" : "short"),
};
const document = Document.from({ id: "a", text: "Siege", language: "en" });

test("stages run in their order, each on what the earlier ones gave", () => {
  expect(pipeline([count, judge]).run(document).get(VERDICT)).toBe("long");
});

test("a stage in the wrong place is refused when the pipeline is built, with the cure", () => {
  expect(() => pipeline([judge, count])).toThrow("“judge” needs the layer “letters”; stage “count” gives it: put that one first");
});

test("a need that no stage meets is refused", () => {
  expect(() => pipeline([judge])).toThrow("no stage here gives it");
});

test("two stages that give one layer are refused", () => {
  expect(() => pipeline([count, { ...count, name: "recount" }])).toThrow("“count” and “recount”");
});

test("a stage that does not give what it declared is caught", () => {
  expect(() => pipeline([{ ...count, run: (d) => d }]).run(document)).toThrow("“count” did not give");
});
