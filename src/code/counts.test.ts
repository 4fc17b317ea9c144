import { expect, test } from "vitest";
import { Document } from "../document/index.ts";
import type { Casualty } from "../what/layers.ts";
import { mergeCounts } from "./counts.ts";

const document = Document.from({ id: "a", text: "Dozens died, at least 13 of them children; police put the toll at 17.", language: "en" });
const casualty = (words: string, low: number, high: number, harm: Casualty["harm"] = "killed"): Casualty => {
  const start = document.text.indexOf(words);
  return { index: 0, harm, low, best: low, high, span: [start, start + words.length], total: false, reasons: [] };
};
const merge = (...list: Casualty[]) =>
  mergeCounts(
    list.map((c) => ({ casualty: c, source: "" })),
    document,
    () => undefined,
  );

test("a vague number gives way to a precise one inside it", () => {
  expect(merge(casualty("Dozens", 24, 99), casualty("17", 17, 17), casualty("Dozens", 12, 30)).killed).toMatchObject({ low: 17, high: 99 });
  expect(merge(casualty("Dozens", 12, 99), casualty("17", 17, 17)).killed).toMatchObject({ low: 17, best: 17, high: 17 });
});

test("rival numbers both stay, as the lowest low and the highest high; the last one told is best", () => {
  expect(merge(casualty("at least 13", 13, 13), casualty("17", 17, 17)).killed).toMatchObject({ low: 13, best: 17, high: 17, text: "17" });
});

test("killed and injured are counted apart, and what nobody counted is absent", () => {
  const counts = merge(casualty("17", 17, 17), casualty("at least 13", 13, 13, "injured"));
  expect(Object.keys(counts)).toEqual(["killed", "injured"]);
  expect(merge()).toEqual({});
});

test("a much smaller number is a part of the whole, unless another source gives it", () => {
  const [whole, part] = [casualty("17", 17, 17), casualty("at least 13", 5, 5)];
  expect(merge(whole, part).killed).toMatchObject({ low: 17, high: 17 });
  const said = mergeCounts(
    [
      { casualty: whole, source: "police" },
      { casualty: part, source: "the rebels" },
    ],
    document,
    () => undefined,
  );
  expect(said.killed).toMatchObject({ low: 5, high: 17 });
});

test("of numbers near each other the one told most often is best", () => {
  const counts = merge(casualty("17", 17, 17), casualty("17", 17, 17), casualty("at least 13", 13, 13));
  expect(counts.killed).toMatchObject({ low: 13, best: 17, high: 17 });
});

test("one of several is a part of them, whoever tells of that one", () => {
  const said = mergeCounts(
    [
      { casualty: casualty("17", 2, 2), source: "police" },
      { casualty: casualty("at least 13", 1, 1), source: "a neighbour" },
    ],
    document,
    () => undefined,
  );
  expect(said.killed).toMatchObject({ low: 2, best: 2, high: 2 });
});
