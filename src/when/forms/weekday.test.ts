import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Weekdays, told on Wednesday 14 August 2024", () => {
  test.each([
    ["Two men were shot on Tuesday.", "Tuesday", "2024-08-13"],
    ["The rebels attacked on Wednesday, police said.", "Wednesday", "2024-08-14"],
    ["The envoys will meet on Friday.", "Friday", "2024-08-16"],
    ["He was arrested last Wednesday.", "last Wednesday", "2024-08-07"],
    ["The court sits next Monday.", "next Monday", "2024-08-19"],
    ["They clashed on Friday of last week.", "Friday of last week", "2024-08-09"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["The Sun, a newspaper, said so."]])("%s holds none", (text) => {
    expect(readTimes(text, written)).toEqual([]);
  });
});
