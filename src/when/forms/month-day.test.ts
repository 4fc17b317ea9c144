import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Days of a month", () => {
  test.each([
    ["The embassy was hit on Aug. 7.", "Aug. 7", "2024-08-07"],
    ["He died on 30 November 2016.", "30 November 2016", "2016-11-30"],
    ["They struck on December 5.", "December 5", "2023-12-05"],
    ["Voting will take place on September 12.", "September 12", "2024-09-12"],
    ["It was taken on the 5th of May.", "the 5th of May", "2024-05-05"],
    ["He was seized on Saturday, March 4, 2023.", "Saturday, March 4, 2023", "2023-03-04"],
    ["The raids of April 24 and 25 failed.", "25", "2024-04-25"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["It hit 5 may be more."]])("%s holds none", (text) => {
    expect(readTimes(text, written)).toEqual([]);
  });
});
