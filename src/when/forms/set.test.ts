import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Repeated times", () => {
  test.each([
    ["Convoys leave every Thursday.", "every Thursday", "XXXX-WXX-4"],
    ["The post is shelled daily.", "daily", "P1D"],
    ["They march each July.", "each July", "XXXX-07"],
    ["It costs $2 million a year.", "a year", "P1Y"],
    ["They meet every two weeks.", "every two weeks", "P2W"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });
});
