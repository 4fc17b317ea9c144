import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Weeks, months and years told from the day of writing", () => {
  test.each([
    ["Clashes broke out last week.", "last week", "2024-W32"],
    ["The talks resume next month.", "next month", "2024-09"],
    ["Crossings rose this year.", "this year", "2024"],
    ["Fighting flared over the weekend.", "the weekend", "2024-W32-WE"],
    ["He came to power in 1996. He was ousted the following year.", "the following year", "1997"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["He spoke on “This Week”."]])("%s holds none", (text) => {
    expect(readTimes(text, written)).toEqual([]);
  });
});
