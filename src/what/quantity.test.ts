import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Word } from "../parse/layers.ts";
import { numberOf, readQuantity } from "./quantity.ts";

/** Words without trees: readQuantity looks at their characters only. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map((m, index) => ({
    index,
    span: [m.index, m.index + m[0].length],
    text: m[0],
    lemma: m[0].toLowerCase(),
    upos: "NOUN",
    xpos: "NN",
    morphology: {},
    head: -1,
    relation: "dep",
    sentence: 0,
  }));
}
const read = (text: string): [number, number, number] | undefined => {
  const words = wordsOf(text);
  const found = readQuantity(words, 0, words.length);
  return found === undefined ? undefined : [found.low, found.best, found.high];
};

describe("how many", () => {
  test.each([
    ["at least 12 people", [12, 12, 12]],
    ["more than 60 civilians", [60, 60, 61]],
    ["two or three men", [2, 3, 3]],
    ["between 10 and 15 rebels", [10, 13, 15]],
    ["a dozen villagers", [12, 12, 12]],
    ["half a dozen men", [6, 6, 6]],
    ["twenty-one soldiers", [21, 21, 21]],
    ["1,200 people", [1200, 1200, 1200]],
    ["two hundred and five men", [205, 205, 205]],
    ["3 million people", [3_000_000, 3_000_000, 3_000_000]],
  ])("“%s”", (text, expected) => expect(read(text)).toEqual(expected));

  test("dozens are 24 to 99, scores 40 to 99", () => {
    expect(read("dozens of people")).toMatchObject([24, expect.any(Number), 99]);
    expect(read("scores of people")).toMatchObject([40, expect.any(Number), 99]);
    expect(read("tens of thousands of people")).toMatchObject([20_000, expect.any(Number), 99_999]);
  });

  test("what begins with no number is none", () => {
    expect(read("several people")).toBeUndefined();
    expect(read("a man")).toBeUndefined();
    expect(read("")).toBeUndefined();
  });

  test("low, best and high stand in order, whatever the words", () => {
    const word = fc.constantFrom(
      "two",
      "three",
      "hundred",
      "thousand",
      "million",
      "dozens",
      "of",
      "or",
      "and",
      "to",
      "at",
      "least",
      "more",
      "than",
      "12",
      "1,000",
      "people",
      "a",
      "-",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const found = read(words.join(" "));
        if (found !== undefined) expect(found[0] <= found[1] && found[1] <= found[2]).toBe(true);
      }),
    );
  });

  test("any string is a number or is none", () => {
    fc.assert(fc.property(fc.string(), (text) => (numberOf(text) ?? 0) >= 0));
  });
});
