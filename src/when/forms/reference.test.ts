import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("References", () => {
  test.each([
    ["The town is now empty.", "now", "PRESENT_REF"],
    ["They recently withdrew.", "recently", "PAST_REF"],
    ["No one knows the future.", "the future", "FUTURE_REF"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });
});
