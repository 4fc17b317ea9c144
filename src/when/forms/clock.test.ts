import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Times of day", () => {
  test.each([
    ["The bomb went off at 10:35 a.m. on Friday.", "10:35 a.m. on Friday", "2024-08-09T10:35"],
    ["The truce will begin at midnight Thursday.", "midnight Thursday", "2024-08-15T24:00"],
    ["Sirens sounded on Monday at 1830 GMT.", "1830 GMT", "2024-08-12T18:30Z"],
    ["A party began on Friday night. A man was shot at about 2:45 a.m.", "about 2:45 a.m.", "2024-08-10T02:45"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });
});
