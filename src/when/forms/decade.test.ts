import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Decades and centuries", () => {
  test.each([
    ["The militia was formed in the 1990s.", "the 1990s", "199X"],
    ["It goes back to the late '80s.", "the late '80s", "198X"],
    ["It was ruled from there in the 19th century.", "the 19th century", "18"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["He was in his twenties."]])("%s holds none", (text) => {
    expect(readTimes(text, written)).toEqual([]);
  });
});
