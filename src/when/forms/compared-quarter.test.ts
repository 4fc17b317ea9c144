import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Quarters compared", () => {
  test.each([
    ["Losses rose in the second quarter, against $3 million in the year-ago quarter.", "the year-ago quarter", "2023-Q2"],
    ["Sales rose in the second quarter. A year earlier, they fell.", "A year earlier", "2023-Q2"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });
});
