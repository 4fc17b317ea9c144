import fc from "fast-check";
import { expect, test } from "vitest";
import { placeKey, withoutArticle } from "./key.ts";

test("spellings that differ by marks, case, hyphens, apostrophes and Saint have one key", () => {
  expect(placeKey("Deir ez-Zor")).toBe(placeKey("Deir Ez Zor"));
  expect(placeKey("Sana'a")).toBe(placeKey("Ṣan‘ā’".replace("ā’", "a'a")));
  expect(placeKey("St. Louis")).toBe(placeKey("Saint Louis"));
  expect(placeKey("São Paulo")).toBe("sao paulo");
  expect(placeKey("U.S.")).toBe("us");
});

test("the Arabic article and a final -h are taken off for a second look", () => {
  expect(withoutArticle(placeKey("Ar-Raqqah"))).toBe("raqqa");
  expect(withoutArticle("mosul")).toBe("mosul");
});

test("a key is its own key, and any string has one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => placeKey(placeKey(text)) === placeKey(text)),
    { numRuns: 60 },
  );
});
