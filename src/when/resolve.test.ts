import { describe, expect, test } from "vitest";
import { readTimes } from "./read-times.ts";

const written = { published: "2024-08-21" };
const only = (text: string, published?: string) => readTimes(text, published === undefined ? {} : { published });

describe("intervals, both ends inclusive", () => {
  test.each([
    ["It was shelled in October 2023.", "2023-10-01", "2023-10-31"],
    ["It was shelled last week.", "2024-08-12", "2024-08-18"],
    ["It was shelled overnight.", "2024-08-20", "2024-08-21"],
    ["It was shelled in the 1990s.", "1990-01-01", "1999-12-31"],
    ["It was shelled in early 2012.", "2012-01-01", "2012-05-01"],
    ["It was shelled in the past two days.", "2024-08-19", "2024-08-21"],
    ["It was shelled during Eid al-Fitr.", "2024-04-10", "2024-04-12"],
    ["It was shelled earlier this month.", "2024-08-01", "2024-08-21"],
    ["It was shelled in the winter of 2015.", "2015-12-01", "2016-02-29"],
  ])("%s", (text, earliest, latest) => {
    expect(readTimes(text, written)[0]).toMatchObject({ earliest, latest });
  });
});

describe("ranges", () => {
  test("the end of a range lies after its beginning", () => {
    const [from, to] = readTimes("The posts were attacked between October 2023 and January.", written);
    expect(from).toMatchObject({ value: "2023-10" });
    expect(to).toMatchObject({ value: "2024-01", earliest: "2024-01-01", latest: "2024-01-31", anchor: from!.id });
  });

  test("even when no one knows when the text was written", () => {
    expect(only("The posts were attacked between October 2023 and January.")[1]).toMatchObject({ value: "2024-01" });
  });
});

describe("anchors", () => {
  test("say what a date was counted from", () => {
    const [first, later] = readTimes("They attacked on 3 July 2023. Three days later, the town fell.", written);
    expect(first?.anchor).toBeUndefined();
    expect(later).toMatchObject({ value: "2023-07-06", anchor: first!.id });
    expect(readTimes("It fell on Tuesday.", written)[0]).toMatchObject({ anchor: "published" });
  });
});

describe("EDTF", () => {
  test.each([
    ["It fell in October 2023.", "2023-10"],
    ["It fell nearly four years ago.", "2020~"],
    ["It fell in the 1990s.", "199X"],
    ["It fell in the summer of 2014.", "2014-22"],
    ["It fell last week.", "2024-08-12/2024-08-18"],
  ])("%s is %s", (text, edtf) => {
    expect(readTimes(text, written)[0]?.edtf).toBe(edtf);
  });
});

describe("a month of publication", () => {
  test("is narrowed by the days that the text tells as past", () => {
    const times = only("The army was attacked on Dec. 6. It withdrew on Dec. 7.", "2016-12");
    expect(times.map(({ value }) => value)).toEqual(["2016-12-06", "2016-12-07"]);
  });
});
