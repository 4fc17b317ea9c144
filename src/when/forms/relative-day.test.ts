import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Days told from the day of writing", () => {
  test.each([
    ["Shells fell today.", "today", "2024-08-14"],
    ["Shells fell yesterday.", "yesterday", "2024-08-13"],
    ["They return tomorrow.", "tomorrow", "2024-08-15"],
    ["It began the day before yesterday.", "the day before yesterday", "2024-08-12"],
    ["They attacked on 3 July. The next day, the army withdrew.", "The next day", "2024-07-04"],
    ["They attacked on 3 July. Nine men died the same day.", "the same day", "2024-07-03"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });
});
