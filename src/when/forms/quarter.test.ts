import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Quarters", () => {
  test.each([
    ["Output fell in the second quarter.", "the second quarter", "2024-Q2"],
    ["Output fell in the fourth quarter.", "the fourth quarter", "2023-Q4"],
    ["Incidents doubled in Q3 2022.", "Q3 2022", "2022-Q3"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["A quarter of them fled."]])("%s holds none", (text) => {
    expect(readTimes(text, written)).toEqual([]);
  });
});
