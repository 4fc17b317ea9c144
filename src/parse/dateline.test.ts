import { describe, expect, it } from "vitest";
import { datelineEnd } from "./dateline.ts";

const head = (text: string): string => text.slice(0, datelineEnd(text, 0, text.length));

describe("datelineEnd", () => {
  it.each([
    ["KHARTOUM, Sudan (AP) — Soldiers fired.", "KHARTOUM, Sudan (AP) —"],
    ["GAZA CITY, Jan. 4 - A rocket landed.", "GAZA CITY, Jan. 4 -"],
    ["Beirut (Reuters) - A car bomb exploded.", "Beirut (Reuters) -"],
    ["lima, 3 mar 91 (afp) -- guerrillas attacked.", "lima, 3 mar 91 (afp) --"],
    ["(AFP) — Police said so.", "(AFP) —"],
  ])("finds the head of %s", (text, expected) => {
    expect(head(text)).toBe(expected);
  });

  it.each([
    "Soldiers fired — and ran.",
    "NATO troops left the town.",
    "A U.S. official - who asked not to be named - agreed.",
    "KABUL",
    "",
  ])("finds none in “%s”", (text) => {
    expect(head(text)).toBe("");
  });
});
