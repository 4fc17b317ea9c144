import { expect, test } from "vitest";
import { readPattern } from "./pattern.ts";

test("a verb's head is its first word; a tilde lets words come between", () => {
  const { pattern, doubt } = readPattern("shoot ~ down?", "verb");
  expect(pattern).toEqual({ parts: [["shoot"], ["down"]], loose: [false, true], head: 0 });
  expect(doubt).toBe(1);
});

test("a noun's head is its last word before a preposition", () => {
  expect(readPattern("air strike", "noun").pattern.head).toBe(1);
  expect(readPattern("act of terror", "noun").pattern.head).toBe(0);
});

test("a slash stands between alternatives", () => {
  expect(readPattern("impose ~ curfew/ban", "verb").pattern.parts).toEqual([["impose"], ["curfew", "ban"]]);
});

test("an empty form is refused", () => {
  expect(() => readPattern("??", "verb")).toThrow("empty");
});
