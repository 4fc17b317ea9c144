import { expect, test } from "vitest";
import { readExamples } from "./examples.ts";

test("a sentence's triggers stand in brackets; the type is the one in them, or the last heading's", () => {
  const [example] = readExamples("# ASSAULT\nJets [bombed] the town and troops [withdrew|RETREAT].", "a.txt");
  expect(example?.text).toBe("Jets bombed the town and troops withdrew.");
  expect(example?.events.map((e) => [example.text.slice(...e.span), e.type])).toEqual([
    ["bombed", "ASSAULT"],
    ["withdrew", "RETREAT"],
  ]);
});

test("a sentence without brackets has no event", () => {
  expect(readExamples("The film was shot in Rome.", "a.txt")[0]?.events).toEqual([]);
});

test("a type that PLOVER lacks is refused by file and line", () => {
  expect(() => readExamples("\nHe [ran|RUN].", "a.txt")).toThrow("a.txt, line 2: “RUN”");
});
