import { expect, test } from "vitest";
import { Document } from "./document.ts";
import { layer } from "./layer.ts";

const COLOURS = layer<readonly string[]>("colours");
const bare = () => Document.from({ id: "a", text: "Red flags over the port.", language: "en" });

test("a layer is read back as it was given", () => {
  expect(bare().with(COLOURS, ["red"]).get(COLOURS)).toEqual(["red"]);
});

test("adding a layer leaves the document it was added to untouched", () => {
  const before = bare();
  before.with(COLOURS, ["red"]);
  expect(before.has(COLOURS)).toBe(false);
});

test("reading a layer that nobody gave says which and on what document", () => {
  expect(() => bare().get(COLOURS)).toThrow(/“colours”.*“a”/);
});

test("a layer is given once", () => {
  expect(() => bare().with(COLOURS, []).with(COLOURS, [])).toThrow("already on document");
});

test("two layers of one name are refused", () => {
  expect(() => bare().with(COLOURS, []).with(layer<number>("colours"), 1)).toThrow("two different layers");
});

test("a span is read as the characters between its offsets", () => {
  expect(bare().slice([0, 3])).toBe("Red");
});

test("diagnostics are data on the document, and stay on it through later stages", () => {
  const warned = bare().warn({ code: "undated", message: "No date of publication was found." }).with(COLOURS, []);
  expect(warned.warnings.map((w) => w.code)).toEqual(["undated"]);
});
