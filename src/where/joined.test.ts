import { expect, test } from "vitest";
import { joinedPlaces } from "./joined.ts";
import type { PlaceMention } from "./layers.ts";

const COUNTRY = { featureCode: "PCLI", radiusKm: 400 };
const TOWN = { featureCode: "PPL", radiusKm: 5 };

function mentions(text: string, ...places: readonly (readonly [name: string, rest: Partial<PlaceMention>])[]): readonly PlaceMention[] {
  return places.map(([name, rest], i) => {
    const start = text.indexOf(name);
    return { id: `p${i + 1}`, span: [start, start + name.length], text: name, name, use: "literal", confidence: 1, ...rest };
  });
}

const CHAD = ["Chad", { ...COUNTRY, country: "TCD", latitude: 15, longitude: 19 }] as const;
const NIGER = ["Niger", { ...COUNTRY, country: "NER", latitude: 16, longitude: 8 }] as const;

test("places named in one breath have a point between them and a radius that covers them", () => {
  const text = "Raids in Chad and Niger killed ten.";
  const joined = joinedPlaces(mentions(text, CHAD, NIGER), text);
  expect(joined.get("p1")).toBe(joined.get("p2"));
  const both = joined.get("p1")!;
  expect(both).toMatchObject({ text: "Chad and Niger", featureCode: "RGN" });
  expect(both.longitude).toBeCloseTo(13.5, 0);
  expect(both.radiusKm).toBeGreaterThan(600);
  expect(both.country).toBeUndefined();
});

test("what holds a member may stand behind it", () => {
  const text = "Bombs went off in Abeche, Chad, and Zinder, Niger, on Friday.";
  const abeche = ["Abeche", { ...TOWN, country: "TCD", latitude: 13.8, longitude: 20.8 }] as const;
  const zinder = ["Zinder", { ...TOWN, country: "NER", latitude: 13.8, longitude: 9 }] as const;
  const joined = joinedPlaces(mentions(text, abeche, CHAD, zinder, NIGER), text);
  expect(joined.get("p1")?.name).toBe("Abeche, Zinder");
  expect(joined.has("p2")).toBe(false);
});

test("a list without “and”, a country with a town, and what is not a place of something make no list", () => {
  const comma = "Raids in Chad, Niger.";
  expect(joinedPlaces(mentions(comma, CHAD, NIGER), comma).size).toBe(0);
  const mixed = "Raids in Chad and Zinder.";
  const zinder = ["Zinder", { ...TOWN, country: "NER", latitude: 13.8, longitude: 9 }] as const;
  expect(joinedPlaces(mentions(mixed, CHAD, zinder), mixed).size).toBe(0);
  const whose = "Raids by Chad and Niger.";
  expect(joinedPlaces(mentions(whose, [CHAD[0], { ...CHAD[1], use: "associative" }], NIGER), whose).size).toBe(0);
});
