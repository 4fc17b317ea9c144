import fc from "fast-check";
import { expect, test } from "vitest";
import { bySpan, contains, cover, overlaps, type Span } from "./span.ts";

const spans = fc.tuple(fc.nat(200), fc.nat(40)).map(([start, length]): Span => [start, start + length + 1]);

test("overlap is symmetric, and a span overlaps itself", () => {
  fc.assert(fc.property(spans, spans, (a, b) => overlaps(a, b) === overlaps(b, a) && overlaps(a, a)));
});

test("spans that only touch do not overlap", () => {
  expect(overlaps([0, 3], [3, 5])).toBe(false);
});

test("a cover contains each of its spans and nothing smaller does", () => {
  fc.assert(
    fc.property(fc.array(spans, { minLength: 1 }), (list) => {
      const whole = cover(list);
      return list.every((s) => contains(whole, s)) && list.some((s) => s[0] === whole[0]) && list.some((s) => s[1] === whole[1]);
    }),
  );
});

test("a cover of nothing is refused", () => {
  expect(() => cover([])).toThrow("no spans");
});

test("in the order of the text an enclosing span comes before what it encloses", () => {
  expect(
    [
      [4, 6],
      [2, 4],
      [2, 9],
    ]
      .map((s) => s as unknown as Span)
      .sort(bySpan),
  ).toEqual([
    [2, 9],
    [2, 4],
    [4, 6],
  ]);
});
