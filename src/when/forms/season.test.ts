import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Seasons", () => {
  test.each([
    ["The offensive began last winter.", "last winter", "2023-WI"],
    ["They lost ground in the summer of 2014.", "the summer of 2014", "2014-SU"],
    ["Fighting eased this spring.", "this spring", "2024-SP"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["Prices fall."]])("%s holds none", (text) => {
    expect(readTimes(text, written)).toEqual([]);
  });
});
