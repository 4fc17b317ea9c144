import { expect, test } from "vitest";
import type { PlaceMention } from "../where/index.ts";
import type { Telling } from "./telling.ts";
import { distance } from "./telling-agreement.ts";

const at = (mention: Partial<PlaceMention>): Telling => ({ place: { link: {}, mention } }) as Telling;

const KISUMU = at({ id: "p1", latitude: -0.1, longitude: 34.8, featureCode: "PPL", radiusKm: 10, country: "KEN" });
const DODOMA = at({ id: "p2", latitude: -6.2, longitude: 35.7, featureCode: "PPLC", radiusKm: 10, country: "TZA" });
const BOTH = at({ id: "j1", latitude: -2.5, longitude: 36.5, featureCode: "RGN", radiusKm: 700 });

test("towns are so far apart as their edges", () => {
  expect(distance(KISUMU, DODOMA)).toBeGreaterThan(600);
  expect(distance(KISUMU, KISUMU)).toBe(0);
});

test("a point between two countries is neither the same place as a town of one nor another", () => {
  expect(distance(KISUMU, BOTH)).toBeUndefined();
  expect(distance(BOTH, BOTH)).toBe(0);
});
