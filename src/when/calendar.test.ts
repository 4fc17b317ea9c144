import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, civil, dayFromIso, dayOf, easter, isoDate, isoWeek, weekdayOf } from "./calendar.ts";

describe("the calendar", () => {
  test("day numbers and dates go over into each other and agree with the platform's", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 400_000 }), (day) => {
        const { year, month, day: d } = civil(day);
        expect(dayOf(year, month, d)).toBe(day);
        expect(isoDate(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(dayFromIso(isoDate(day))).toBe(day);
        expect(weekdayOf(day)).toBe(new Date(day * 86_400_000).getUTCDay() || 7);
      }),
    );
  });

  test.each([
    ["2021-01-03", 2020, 53],
    ["2024-12-30", 2025, 1],
    ["1998-01-01", 1998, 1],
  ])("%s lies in ISO week %i-W%i", (date, year, week) => {
    expect(isoWeek(dayFromIso(date))).toEqual({ year, week });
  });

  test("a month from 31 January is the last of February", () => {
    expect(isoDate(addMonths(dayOf(2024, 1, 31), 1))).toBe("2024-02-29");
  });

  test.each([
    [2024, "2024-03-31", "2024-05-05"],
    [2016, "2016-03-27", "2016-05-01"],
  ])("Easter of %i", (year, western, orthodox) => {
    expect([isoDate(easter(year, "western")), isoDate(easter(year, "orthodox"))]).toEqual([western, orthodox]);
  });
});
