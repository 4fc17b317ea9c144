import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeGazetteer, type NamedPlace, openCompact } from "./compact.ts";
import { placeKey } from "./key.ts";

const place = fc.record({
  name: fc.string({ minLength: 1, maxLength: 30 }),
  country: fc.constantFrom("IQ", "SY", "US", ""),
  admin1: fc.constantFrom("01", "AL", ""),
  featureCode: fc.constantFrom("PPL", "ADM1", "PCLI"),
  latitude: fc.integer({ min: -9_000_000, max: 9_000_000 }).map((n) => n / 1e5),
  longitude: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 1e5),
  population: fc.integer({ min: 0, max: 30_000_000 }),
  geonames: fc.integer({ min: 1, max: 13_000_000 }),
});

test("what is written is found again under its key, with its values", () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), (places) => {
      const named: NamedPlace[] = places.map((p) => ({ ...p, keys: [[placeKey(p.name) || "x", "name"]] }));
      const gazetteer = openCompact(encodeGazetteer(named, new Map([["IQ.01", "Anbar"]]), new Map([["IQ", "IRQ"]])));
      for (const { keys, ...wanted } of named) {
        const hit = gazetteer.lookup(keys[0]![0]).find((h) => h.place.geonames === wanted.geonames && h.place.name === wanted.name);
        expect(hit?.form).toBe("name");
        expect(hit?.place).toMatchObject({ country: wanted.country, admin1: wanted.admin1, featureCode: wanted.featureCode });
        expect(Math.abs(hit!.place.latitude - wanted.latitude)).toBeLessThan(2e-5);
        expect(Math.abs(hit!.place.population - wanted.population)).toBeLessThanOrEqual(1 + wanted.population / 1000);
      }
    }),
    { numRuns: 50 },
  );
});

test("an unknown name is no place, and other bytes are refused", () => {
  const gazetteer = openCompact(encodeGazetteer([], new Map(), new Map()));
  expect(gazetteer.lookup("nowhere")).toEqual([]);
  expect(() => openCompact(new Uint8Array(40))).toThrow(RangeError);
});
