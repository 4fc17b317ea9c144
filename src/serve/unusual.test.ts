import { expect, test } from "vitest";
import { unusualWeeks } from "./unusual.ts";

const weeks = (...counts: number[]) =>
  counts.map((count, i) => ({ start: new Date(Date.UTC(2024, 0, 1 + 7 * i)).toISOString().slice(0, 10), count }));

test("a week far above the twelve before it is marked, with the figures that say so", () => {
  expect(unusualWeeks(weeks(2, 3, 2, 1, 3, 2, 20))).toEqual([{ start: "2024-02-12", count: 20, usual: 13 / 6, most: 3, weeks: 6 }]);
});

test("what chance alone brings is not marked", () => {
  expect(unusualWeeks(weeks(2, 3, 2, 4, 3, 2, 5, 4, 3))).toEqual([]);
});

test("weeks without events count as quiet weeks", () => {
  const [first, ...others] = weeks(1, 0, 0, 0, 0, 0, 6).filter(({ count }) => count > 0);
  expect(unusualWeeks([first!, ...others]).map((week) => week.count)).toEqual([6]);
});

test("a date centuries off does not make an endless list", () => {
  expect(
    unusualWeeks([
      { start: "0212-01-05", count: 1 },
      { start: "9999-12-27", count: 9 },
    ]).length,
  ).toBeLessThanOrEqual(1);
});
