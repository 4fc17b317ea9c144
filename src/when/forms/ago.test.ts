import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Distances", () => {
  test.each([
    ["The war began ten years ago.", "ten years ago", "2014"],
    ["He was freed three days ago.", "three days ago", "2024-08-11"],
    ["It was shelled two months ago.", "two months ago", "2024-06"],
    ["They attacked on 3 July. Three days later, the town fell.", "Three days later", "2024-07-06"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });
});
