import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { hashFeature } from "../learn/index.ts";
import { packLinearModel, probability, readLinearModel, score } from "./linear-model.ts";

const roundTrip = (bytes: Uint8Array) => {
  const folder = mkdtempSync(join(tmpdir(), "linear-"));
  try {
    writeFileSync(join(folder, "m.bin"), bytes);
    return readLinearModel(pathToFileURL(join(folder, "m.bin")));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test("a packed model scores as the weights did, to one part in 127 of the largest", () => {
  const weights = new Float64Array(8);
  weights[hashFeature("a") & 7] = 2;
  const model = roundTrip(packLinearModel(weights, 0.5));
  expect(score(model, [hashFeature("a")])).toBeCloseTo(2.5, 1);
  expect(probability(0)).toBe(0.5);
});

test("a model file of the wrong size is refused", () => {
  expect(() => roundTrip(packLinearModel(new Float64Array(7), 0))).toThrow(/power of two/);
});
