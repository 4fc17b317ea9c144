import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceKm, travel } from "./distance.ts";

test("Baghdad to Damascus is about 750 km", () => {
  expect(Math.abs(distanceKm(33.34, 44.4, 33.51, 36.29) - 755)).toBeLessThan(15);
});

test("travelling some way leads that far away", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -80, max: 80, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.integer({ min: 0, max: 359 }),
      fc.integer({ min: 1, max: 2000 }),
      (lat, lon, bearing, km) => {
        const there = travel(lat, lon, bearing, km);
        expect(Math.abs(distanceKm(lat, lon, there.latitude, there.longitude) - km)).toBeLessThan(0.5);
      },
    ),
  );
});
