import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Modified times", () => {
  test.each([
    ["The army entered in early October 2023.", "early October 2023", "2023-10"],
    ["The truce ended in mid-1996.", "mid-1996", "1996"],
    ["They left at the end of 1990.", "the end of 1990", "1990"],
    ["It happened nearly four years ago.", "nearly four years ago", "2020"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });
});
