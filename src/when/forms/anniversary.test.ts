import { expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

test.each([
  ["They marched on the tenth anniversary of the 14 July 2004 bombing.", "the tenth anniversary of the 14 July 2004", "2014-07-14"],
  [
    "Guards were doubled on the 1st anniversary of the February 29, 2020 accord.",
    "the 1st anniversary of the February 29, 2020",
    "2021-02-28",
  ],
])("%s", (text, words, value) => {
  expect(readTimes(text, { published: "2024-08-14" })).toContainEqual(expect.objectContaining({ text: words, value }));
});

test("the anniversary of something undated is no date", () => {
  expect(readTimes("They marched on the tenth anniversary of the uprising.", { published: "2024-08-14" })).toEqual([]);
});
