import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { trainLogistic } from "../../train/learn/logistic.ts";
import { classify, likeliest, packClassifier, readClassifier } from "./classifier.ts";

const examples = ["bomb", "shell", "rocket"]
  .map((w) => ({ features: [`w=${w}`, "hits"], label: "weapon" }))
  .concat(["farmer", "nurse", "pupil"].map((w) => ({ features: [`w=${w}`, "walks"], label: "person" })));

test("what was learnt is told apart, and the probabilities sum to one", () => {
  const model = trainLogistic(examples, { buckets: 1024 });
  const p = classify(model, ["w=bomb", "hits"]);
  expect(model.classes[likeliest(p)]).toBe("weapon");
  expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
});

test("the same examples give the same weights", () => {
  expect(packClassifier(trainLogistic(examples, { buckets: 1024 }))).toEqual(packClassifier(trainLogistic(examples, { buckets: 1024 })));
});

test("a model is read back as it was packed, and a damaged file is refused by name", () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  const bytes = packClassifier(trainLogistic(examples, { buckets: 1024 }));
  writeFileSync(join(folder, "whole.bin"), bytes);
  writeFileSync(join(folder, "cut.bin"), bytes.subarray(0, bytes.length - 5));
  expect(packClassifier(readClassifier(pathToFileURL(join(folder, "whole.bin"))))).toEqual(bytes);
  expect(() => readClassifier(pathToFileURL(join(folder, "cut.bin")))).toThrow("cut.bin");
});
