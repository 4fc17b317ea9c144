import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Years", () => {
  test.each([
    ["US forces have been there since 2014.", "2014", "2014"],
    ["He was born in nineteen ninety-six.", "nineteen ninety-six", "1996"],
    ["By the year 2000 it was over.", "the year 2000", "2000"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["About 2000 troops crossed."], ["It cost $1998."], ["He lives in the 2100 block of Main Street."]])(
    "%s holds none",
    (text) => {
      expect(readTimes(text, written)).toEqual([]);
    },
  );
});
