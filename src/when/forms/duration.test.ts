import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Lengths of time", () => {
  test.each([
    ["The siege lasted three days.", "three days", "P3D"],
    ["A two-hour gun battle followed.", "two-hour", "PT2H"],
    ["They held a two day rally.", "two day", "P2D"],
    ["It lasted two decades.", "two decades", "P20Y"],
    ["They waited twenty-four hours.", "twenty-four hours", "PT24H"],
    ["It took several weeks.", "several weeks", "PXW"],
    ["They were held for 2 1/2 years.", "2 1/2 years", "P2Y6M"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["A 12-year-old was killed."], ["He is 48 years old."], ["They import three quarters of their food."]])(
    "%s holds none",
    (text) => {
      expect(readTimes(text, written)).toEqual([]);
    },
  );
});
