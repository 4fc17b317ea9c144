import fc from "fast-check";
import { expect, test } from "vitest";
import { piece, wrap } from "./rich.ts";
import { pad, widthOf } from "./width.ts";

const shown = (lines: ReturnType<typeof wrap>) => lines.map((line) => line.map((p) => p.text).join(""));

test("lines break between words, and inside a word only where it is too long", () => {
  expect(shown(wrap([piece("killing three American soldiers")], 14))).toEqual(["killing three", "American", "soldiers"]);
  expect(shown(wrap([piece("antidisestablishment")], 8))).toEqual(["antidise", "stablish", "ment"]);
});

test("no line is wider than asked, and no character is lost", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "北", "京", "ش", "\n", "c"), maxLength: 80 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), fc.integer({ min: 2, max: 30 }), (texts, width) => {
      const lines = shown(
        wrap(
          texts.map((t) => piece(t)),
          width,
        ),
      );
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
      expect(lines.join("").replace(/\s/g, "")).toBe(texts.join("").replace(/\s/g, ""));
    }),
  );
});

test("wide characters take two columns, combining ones none", () => {
  expect([widthOf("abc"), widthOf("北京"), widthOf("e\u0301"), widthOf("😀")]).toEqual([3, 4, 1, 2]);
  expect(pad("北京", 6)).toBe("北京  ");
});
