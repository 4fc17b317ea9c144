import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Dates in figures", () => {
  test.each([
    ["Report of 2024-03-05.", "2024-03-05", "2024-03-05"],
    ["Signed 23/01/2019 in Geneva.", "23/01/2019", "2019-01-23"],
    ["Signed 1/23/2019 in Geneva.", "1/23/2019", "2019-01-23"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["Signed 8/9/2019 in Geneva."], ["Score 3-2-1."]])("%s holds none", (text) => {
    expect(readTimes(text, written)).toEqual([]);
  });
});
