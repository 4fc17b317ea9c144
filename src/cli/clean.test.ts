import fc from "fast-check";
import { expect, test } from "vitest";
import { clean } from "./clean.ts";

test.each([
  ["\x1b[31mred\x1b[0m", "red"],
  ["\x1b]0;title\x07text", "text"],
  ["\x1b]52;c;cm0gLXJm\x1b\\text", "text"],
  ["\x9b2Jtext", "text"],
  ["a\rb\nc\td", "a b c d"],
  ["user\u202etxt.exe", "usertxt.exe"],
  ["lone \ud800", "lone \ufffd"],
  ["Gaziantep’te 5 ölü 😀", "Gaziantep’te 5 ölü 😀"],
])("%j reads %j", (text, shown) => {
  expect(clean(text)).toBe(shown);
});

test("whatever a source holds, a terminal is shown no control character", () => {
  const hostile = fc.string({ unit: fc.constantFrom("\x1b", "[", "]", "3", "1", "m", "\x07", "\x9b", "\\", "\r", "a", "\u202e", ";") });
  fc.assert(fc.property(hostile, (text) => !/[\x00-\x1f\x7f-\x9f\u202a-\u202e]/.test(clean(text))));
});

test("a megabyte of unfinished escape sequences takes no time to speak of", () => {
  expect(clean("\x1b]".repeat(500_000)).length).toBeLessThan(1_000_001);
});
