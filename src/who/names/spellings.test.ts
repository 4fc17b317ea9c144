import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, keyOfName, nameKey, personName, pieces, samePerson, skeleton } from "./index.ts";

const key = (name: string): string => nameKey(pieces(name));

test.each([
  ["Kata'ib Hezbollah", "Katā’ib Hezbollah"],
  ["Kata'ib Hezbollah", "Kataʿib Hezbollah"],
  ["al-Shabaab", "Al Shabaab"],
  ["al-Nusra", "an-Nusra"],
  ["Mohammed Shia al-Sudani", "Muhammad Shia' Al Sudani"],
  ["Abdul Rahman", "Abdulrahman"],
  ["Abdel Fattah al-Burhan", "Abd al-Fattah al-Burhan"],
  ["Félix Tshisekedi", "Felix Tshisekedi"],
  ["U.S.", "US"],
])("“%s” and “%s” are compared as one name", (a, b) => {
  expect(key(a)).toBe(key(b));
});

test.each([
  ["hezbollah", "hizbullah"],
  ["hezbollah", "hizballah"],
  ["qaeda", "qaida"],
  ["haniyeh", "haniya"],
  ["nusrah", "nusra"],
  ["soleimani", "suleimani"],
])("%s and %s share a skeleton", (a, b) => {
  expect(skeleton(a)).toBe(skeleton(b));
});

test.each([
  ["hamas", "homs"],
  ["iran", "iraq"],
  ["abdullah", "abdelaziz"],
  ["aden", "adan"],
])("%s and %s do not", (a, b) => {
  expect(skeleton(a)).not.toBe(skeleton(b));
});

test("titles are taken off a person's name, and particles stay with the surname", () => {
  expect(personName("Lt. Gen. Talib Shaghati").surname).toBe("shaghati");
  expect(personName("Lt. Gen. Talib Shaghati").titles.map((t) => t.name)).toEqual(["Lieutenant General"]);
  expect(personName("Staffan de Mistura").surname).toBe("de mistura");
});

test("a surname and a fuller name can be one person; two given names of one surname are two", () => {
  expect(samePerson(personName("Abadi"), personName("Haider al-Abadi"))).toBe(true);
  expect(samePerson(personName("H. Nasrallah"), personName("Hassan Nasrallah"))).toBe(true);
  expect(samePerson(personName("Hassan Nasrallah"), personName("Hashem Nasrallah"))).toBe(false);
});

test("pieces stand at their characters in any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) =>
      pieces(text).every((p) => text.slice(p.span[0], p.span[1]) === p.text && p.text !== ""),
    ),
  );
});

test("the quick key of a name is the key of its pieces", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("Al", "the", "Ansar", "el", "Abdul", "as-Saud", "Mohamed", "21st", "Bin"), { minLength: 1, maxLength: 5 }),
      (words) => {
        for (const joint of [" ", "-"]) expect(keyOfName(words.join(joint))).toBe(key(words.join(joint)));
      },
    ),
  );
});

test("lone surrogates, emoji and right-to-left text fold without harm", () => {
  for (const odd of ["\ud800", "😀", "حزب الله", "a".repeat(100_000)]) expect(typeof fold(odd)).toBe("string");
});
