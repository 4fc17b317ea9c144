import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Feasts", () => {
  test.each([
    ["Fighting paused for Ramadan.", "Ramadan", "2024-03-11/2024-04-09"],
    ["They marched on Ashura.", "Ashura", "2024-07-16"],
    ["He was shot on Easter Sunday.", "Easter Sunday", "2024-03-31"],
    ["Shells fell on Christmas Eve 2014.", "Christmas Eve 2014", "2014-12-24"],
    ["He was killed on Thanksgiving Day.", "Thanksgiving Day", "2023-11-23"],
    ["Nowruz was quiet.", "Nowruz", "2024-03-20"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["They hold elections in their presidency."]])("%s holds none", (text) => {
    expect(readTimes(text, written)).toEqual([]);
  });
});
