import { expect, test } from "vitest";
import { agreement, type Rating } from "./agreement.ts";

/** Two observers' values item by item; "." is missing. */
const rate = (a: string, b: string): Rating[] =>
  [...a].flatMap((value, i) => [
    ...(value === "." ? [] : [{ item: String(i), by: "ann", value }]),
    ...(b[i] === "." ? [] : [{ item: String(i), by: "ben", value: b[i]! }]),
  ]);

test("the worked example of two observers and binary data gives 0.095", () => {
  // Krippendorff 2011, section A: ten items, observers Meg and Owen.
  expect(agreement(rate("0100000000", "1110010100")).alpha).toBeCloseTo(0.095, 3);
});

test("full agreement is 1, also where only one value was ever given", () => {
  expect(agreement(rate("abcab", "abcab")).alpha).toBe(1);
  expect(agreement(rate("aaa", "aaa")).alpha).toBe(1);
});

test("items that one person alone rated do not count", () => {
  const result = agreement(rate("ab.a", "ab.."));
  expect(result.items).toBe(2);
  expect(result.alpha).toBe(1);
  expect(agreement(rate("a", "."))).toEqual({ items: 0, disputed: [] });
});

test("what is disputed is listed with what each said", () => {
  expect(agreement(rate("ab", "aa")).disputed).toEqual([
    {
      item: "1",
      said: [
        { by: "ann", value: "b" },
        { by: "ben", value: "a" },
      ],
    },
  ]);
});

test("the last word of a person on an item counts", () => {
  expect(agreement([...rate("a", "b"), { item: "0", by: "ann", value: "b" }]).disputed).toEqual([]);
});
