import { expect, test } from "vitest";
import { dayFromIso } from "./calendar.ts";
import { edtf } from "./edtf.ts";

test("a month of fasting is an interval, a season has its code, what is about then is marked", () => {
  const interval = { earliest: dayFromIso("2024-03-11"), latest: dayFromIso("2024-04-09") };
  expect(edtf({ type: "DATE", value: "2024-03-11/2024-04-09", interval, reason: "" })).toBe("2024-03-11/2024-04-09");
  expect(edtf({ type: "DATE", value: "2021-SP", interval, reason: "" })).toBe("2021-21");
  expect(edtf({ type: "DATE", value: "2010", interval, approximate: true, reason: "" })).toBe("2010~");
});

test("lengths of time have no date", () => {
  expect(edtf({ type: "DURATION", value: "P3D", reason: "" })).toBeUndefined();
});
