import { expect, test } from "vitest";
import { betterKnown } from "./better-known.ts";
import type { GazetteerHit, GazetteerPlace } from "./gazetteer.ts";

const hit = (rest: Partial<GazetteerPlace>): GazetteerHit => ({
  place: { name: "Paris", country: "US", admin1: "TX", featureCode: "PPL", latitude: 33.7, longitude: -95.6, population: 25_000, ...rest },
  form: "name",
});
const TEXAS = hit({});
const FRANCE = hit({ country: "FR", admin1: "11", featureCode: "PPLC", latitude: 48.9, longitude: 2.3, population: 2_100_000 });
const SYRIA = hit({ name: "Syria", country: "SY", admin1: "", featureCode: "PCLI", latitude: 35, longitude: 38 });
const NEAR = hit({ name: "Bonham", latitude: 33.6, longitude: -96.2, population: 10_000 });

test("the capital bears its name where nothing speaks for the small town", () => {
  expect(betterKnown([TEXAS, SYRIA], [[FRANCE, TEXAS], [SYRIA]], undefined)[0]).toBe(FRANCE);
});

test("a neighbour, the division or the outlet's home speaks for the small town", () => {
  expect(betterKnown([TEXAS, NEAR], [[FRANCE, TEXAS], [NEAR]], undefined)[0]).toBe(TEXAS);
  expect(betterKnown([TEXAS], [[FRANCE, TEXAS]], NEAR.place)[0]).toBe(TEXAS);
  expect(betterKnown([TEXAS, SYRIA], [[FRANCE, TEXAS], [SYRIA]], undefined, (c) => c === 0)[0]).toBe(TEXAS);
});

test("the great one's own country outweighs the small one's neighbours", () => {
  const france = hit({ name: "France", country: "FR", admin1: "", featureCode: "PCLI", latitude: 46, longitude: 2 });
  expect(betterKnown([TEXAS, NEAR, france], [[FRANCE, TEXAS], [NEAR], [france]], undefined)[0]).toBe(FRANCE);
});
