import fc from "fast-check";
import { expect, test } from "vitest";
import { begin, FeatureSet, hashFeature, hashOf, type Spelling, spell, spellBoolean, spellNumber } from "./index.ts";

const bar = spell("|");
const values = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constant("nsubj"),
  fc.constant("a relation longer than twelve letters"),
);

test("a feature has the hash of its written-out name, however often its parts were hashed before", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(values, values), { maxLength: 40 }), fc.nat(300), (pairs, again) => {
      for (const [a, b] of pairs) {
        const [x, y] = [spell(a), spell(b)];
        for (let i = 0; i < again % 7; i++) x.after(i);
        const set = new FeatureSet();
        set.add`plain`;
        set.add`pair ${x} ${y}`;
        set.add`${x}${y}`;
        const ofWho = (template: TemplateStringsArray, value: Spelling) => set.addAfter(begin`who ${y}`, template, value);
        ofWho`|pair ${x}`;
        set.end(begin`name ${x}`, bar, y);
        const names = ["plain", `pair ${a} ${b}`, `${a}${b}`, `who ${b}|pair ${a}`, `name ${a}|${b}`];
        expect(set.hashes).toEqual(names.map((name) => hashFeature(name) | 0));
      }
    }),
  );
});

test("a text that has been hashed hundreds of times, from any state, still hashes alike", () => {
  const long = spell("the provincial governor's spokesman");
  for (let i = 0; i < 1000; i++)
    expect(hashOf`${spellNumber(i)} ${long}`).toBe(hashFeature(`${i} the provincial governor's spokesman`) | 0);
});

test("numbers and truth values are spelt as templates spell them", () => {
  for (const n of [-3, 0, 7, 255, 256, 1.5]) expect(hashOf`n ${spellNumber(n)}`).toBe(hashFeature(`n ${n}`) | 0);
  for (const b of [true, false]) expect(hashOf`b ${spellBoolean(b)}`).toBe(hashFeature(`b ${b}`) | 0);
});
