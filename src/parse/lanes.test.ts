import fc from "fast-check";
import { expect, test } from "vitest";
import { LANES } from "./arithmetic.ts";
import { batchesOf, LONGEST_SENTENCE, MOST_STEPS, placeInLanes } from "./lanes.ts";
import { loadParser } from "./parser.ts";

const lengths = fc.array(fc.integer({ min: 1, max: LONGEST_SENTENCE }), { minLength: 1, maxLength: 200 });

test("every sentence is in one batch, in the order given, and every batch has room in the lanes", () => {
  fc.assert(
    fc.property(lengths, (all) => {
      const batches = batchesOf(all);
      expect(batches.flat()).toEqual([...all.keys()]);
      for (const batch of batches) expect(placeInLanes(batch.map((i) => all[i]!)).steps).toBeLessThanOrEqual(MOST_STEPS);
    }),
  );
});

test("no two sentences share a slot, nor stand in one lane without an empty step between", () => {
  fc.assert(
    fc.property(lengths, (all) => {
      const { lanes, starts, steps } = placeInLanes(all);
      const taken = new Set<string>();
      all.forEach((n, i) => {
        expect(lanes[i]).toBeLessThan(LANES);
        expect(starts[i]! + n).toBeLessThanOrEqual(steps);
        for (let t = starts[i]!; t < starts[i]! + n; t++) {
          expect(taken.has(`${lanes[i]} ${t}`)).toBe(false);
          taken.add(`${lanes[i]} ${t}`);
        }
      });
      all.forEach((n, i) => {
        expect(all.some((_, j) => lanes[j] === lanes[i] && starts[j] === starts[i]! + n)).toBe(false);
      });
    }),
  );
});

test("a sentence is parsed alike, whatever stands before and after it", () => {
  const { parseSentences } = loadParser();
  const sentences = [
    "Rebels shelled the town .",
    "Why ?",
    "The minister , who had fled , denied on Monday that his guards had fired .",
  ].map((s) => s.split(" "));
  const many = parseSentences([...sentences, ...sentences.toReversed(), ...sentences, ...sentences]);
  sentences.forEach((sentence, i) => {
    const alone = parseSentences([sentence])[0]!;
    for (const at of [i, 5 - i, 6 + i, 9 + i]) expect(many[at]).toEqual(alone);
  });
});
