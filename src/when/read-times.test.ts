import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTimes } from "./index.ts";

const PIECES = [
  "on Tuesday",
  "Aug. 7",
  "in 2014",
  "the 1990s",
  "three days later",
  "\ud800",
  "🙂",
  "last week",
  "5 p.m.",
  "early hours of Saturday",
  "between October 2023 and January",
  "\n\n",
  "may",
  "99999999999",
  "٣ مايو",
  "the",
  "-",
  "31 February",
  "30 June",
  "Ramadan",
  "Q3 2024",
  "a year ago",
];

describe("any text", () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 30 }).map((parts) => parts.join(" "));
  const dates = fc.option(fc.constantFrom("2024-02-29", "1998-12-31T23:59", "2016-12", "2020", "nonsense"), { nil: undefined });

  test("spans are exact, in order and apart; intervals are in order", () => {
    fc.assert(
      fc.property(texts, dates, (text, published) => {
        let end = 0;
        for (const time of readTimes(text, published === undefined ? {} : { published })) {
          expect(time.text).toBe(text.slice(time.span[0], time.span[1]));
          expect(time.text.trim()).toBe(time.text);
          expect(time.span[0]).toBeGreaterThanOrEqual(end);
          end = time.span[1];
          if (time.earliest !== undefined && time.latest !== undefined) expect(time.earliest <= time.latest).toBe(true);
        }
      }),
    );
  });

  test("the same text gives the same answer", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readTimes(text)).toEqual(readTimes(text));
      }),
    );
  });
});

describe("an article without a date", () => {
  test("relative dates stay open", () => {
    const [time] = readTimes("Two men were shot on Tuesday.");
    expect(time).toMatchObject({ text: "Tuesday", value: "XXXX-WXX-2" });
    expect(time?.earliest).toBeUndefined();
  });

  test("a full date told as past bounds the day of writing from below", () => {
    const times = readTimes("The truce was signed on 4 March 2019. Shelling resumed on Friday.");
    expect(times[1]).toMatchObject({ text: "Friday", value: "XXXX-WXX-5", earliest: "2019-03-01" });
    expect(times[1]?.latest).toBeUndefined();
    expect(times[1]?.reasons?.join(" ")).toContain("4 March 2019");
  });

  test("the month of publication is a window", () => {
    const [time] = readTimes("Rebels shelled the town yesterday.", { published: "2016-12" });
    expect(time).toMatchObject({ earliest: "2016-11-30", latest: "2016-12-30" });
  });
});
