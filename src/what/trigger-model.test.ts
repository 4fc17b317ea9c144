import fc from "fast-check";
import { expect, test } from "vitest";
import { calibrated } from "./trigger-model.ts";

test("what is said with more confidence is right at least as often", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
      if (a <= b) expect(calibrated(a)).toBeLessThanOrEqual(calibrated(b));
      expect(calibrated(a)).toBeGreaterThan(0);
      expect(calibrated(a)).toBeLessThan(1);
    }),
  );
});
