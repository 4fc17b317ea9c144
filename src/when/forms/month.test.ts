import { describe, expect, test } from "vitest";
import { readTimes } from "../read-times.ts";

const written = { published: "2024-08-14" };

describe("Months", () => {
  test.each([
    ["The siege began in October 2023.", "October 2023", "2023-10"],
    ["The bridge was bombed in December.", "December", "2023-12"],
    ["The talks will open in February.", "February", "2025-02"],
    ["He fled last May.", "last May", "2024-05"],
    ["They signed in January this year.", "January this year", "2024-01"],
    ["It fell in June last year.", "June last year", "2023-06"],
    ["The March accession was delayed.", "March", "2024-03"],
  ])("%s → %s is %s", (text, words, value) => {
    expect(readTimes(text, written)).toContainEqual(expect.objectContaining({ text: words, value }));
  });

  test.each([["They may attack."], ["The march on the capital was stopped."], ["Jan Kubis spoke."]])("%s holds none", (text) => {
    expect(readTimes(text, written)).toEqual([]);
  });
});
