import { expect, test } from "vitest";
import type { PlaceMention } from "./layers.ts";
import { leaveMisfitsOpen } from "./misfits.ts";

const place = (name: string, country: string, featureCode = "PPL"): PlaceMention => ({
  id: name,
  span: [0, name.length],
  text: name,
  name,
  country,
  latitude: 1,
  longitude: 1,
  featureCode,
  use: "literal",
  confidence: 0.8,
});
const somali = [place("Mogadishu", "SOM", "PPLC"), place("Baidoa", "SOM"), place("Somalia", "SOM", "PCLI")];

test("a lone town of another country is left open, with what it might have been", () => {
  const medina = leaveMisfitsOpen([...somali, place("Medina", "USA")]).at(-1)!;
  expect(medina.latitude).toBeUndefined();
  expect(medina.candidates?.[0]).toMatchObject({ name: "Medina", country: "USA" });
});

test("capitals, countries, and towns beside their country stay", () => {
  const kept = [...somali, place("Ankara", "TUR", "PPLC"), place("Medina", "SAU"), place("Saudi Arabia", "SAU", "PCLI")];
  expect(leaveMisfitsOpen([...kept, ...somali, ...somali]).every((m) => m.latitude !== undefined)).toBe(true);
});

test("a country that only acts does not hold a small town, but holds a well-known one", () => {
  const acting = { ...place("United States", "USA", "PCLI"), use: "associative" as const };
  const kept = (population: number) =>
    leaveMisfitsOpen([...somali, ...somali, acting, place("Medina", "USA")], () => population).at(-1)!.latitude;
  expect(kept(5000)).toBeUndefined();
  expect(kept(500_000)).toBeDefined();
});

test("an article that is at home nowhere loses nothing", () => {
  const mixed = [place("Paris", "FRA"), place("Lyon", "FRA"), place("Turin", "ITA"), place("Bonn", "DEU")];
  expect(leaveMisfitsOpen(mixed)).toEqual(mixed);
});
