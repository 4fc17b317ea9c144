import { expect, test } from "vitest";
import { borderPoints, readBorders } from "./borders.ts";
import type { PlaceMention } from "./layers.ts";

const borders = readBorders(new URL("../../lexicon/places/borders.tsv", import.meta.url));

/** Marks each of the words as a place: [text, country, feature code]. */
function marked(text: string, ...places: readonly (readonly [string, string, string])[]): readonly PlaceMention[] {
  const mentions = places.map(([name, country, featureCode], i): PlaceMention => {
    const at = text.indexOf(name);
    return {
      id: `p${i}`,
      span: [at, at + name.length],
      text: name,
      country,
      featureCode,
      latitude: 0,
      longitude: 0,
      use: "associative",
      confidence: 1,
    };
  });
  return borderPoints(mentions, text, borders);
}

test("“the border with” is the stretch shared with the country that the article is in", () => {
  const [, syria] = marked("In Anbar they attacked a post near the border with Syria.", ["Anbar", "IRQ", "ADM1"], ["Syria", "SYR", "PCLI"]);
  expect(syria).toMatchObject({ use: "literal", latitude: 34.8, longitude: 41.2, geoPrecision: 3 });
});

test("both countries named need no context", () => {
  expect(marked("Shells fell along the Iraqi-Syrian border.", ["Iraqi", "IRQ", "PCLI"], ["Syrian", "SYR", "PCLI"])[1]).toMatchObject({
    latitude: 34.8,
  });
  expect(marked("Fighting near Lebanon's border with Israel.", ["Lebanon", "LBN", "PCLI"], ["Israel", "ISR", "PCLI"])[1]).toMatchObject({
    latitude: 33.1,
  });
});

test("a border that is spoken of, or that no table holds, is no place", () => {
  expect(marked("Iraq closed its border with Syria.", ["Iraq", "IRQ", "PCLI"], ["Syria", "SYR", "PCLI"]).map((m) => m.latitude)).toEqual([
    0, 0,
  ]);
  expect(marked("A camp near the border with France.", ["France", "FRA", "PCLI"])[0]!.latitude).toBe(0);
});
