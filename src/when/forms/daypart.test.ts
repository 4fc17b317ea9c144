import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Parts of a day", () => {
  test.each([
    ["He was killed on Friday evening.", "Friday evening", "2024-08-09TEV"],
    ["Drones struck last night.", "last night", "2024-08-13TNI"],
    ["They crossed in the early hours of Saturday.", "the early hours of Saturday", "2024-08-10TMO"],
    ["Jets bombed the port overnight.", "overnight", "2024-08-13TNI"],
    ["They spoke this morning.", "this morning", "2024-08-14TMO"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["The morning after the shooting was quiet."]])("%s holds none", (text) => {
    expect(readTimes(text, written)).toEqual([]);
  });
});
