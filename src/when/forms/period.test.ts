import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Stretches up to or from the day of writing", () => {
  test.each([
    ["Attacks rose in the past three months.", "the past three months", "P3M"],
    ["Raids have multiplied in recent years.", "recent years", "PXY"],
    ["More is expected in the next few days.", "the next few days", "PXD"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });
});
