import fc from "fast-check";
import { expect, test } from "vitest";
import { copyGroups, signatureOf, similarity } from "./near-duplicates.ts";

const WORDS =
  "river market convoy shell village dawn officer witness bridge smoke hospital border patrol radio ferry camp school truck rain night".split(
    " ",
  );
const story = fc.array(fc.constantFrom(...WORDS), { minLength: 60, maxLength: 160 }).map((words) => words.join(" "));

test("a text is wholly like itself, whatever its case and punctuation", () => {
  fc.assert(fc.property(story, (text) => similarity(signatureOf(text), signatureOf(`${text.toUpperCase()}.`)) === 1));
});

test("a copy with its last paragraph cut is grouped with the original, another story is not", () => {
  fc.assert(
    fc.property(story, story, (text, other) => {
      const cut = text.split(" ").slice(0, -8).join(" ");
      const [a, b, c] = copyGroups([text, cut, other].map(signatureOf));
      return a === b && c !== a;
    }),
    { numRuns: 60 },
  );
});

test("the grouping is the same in any order", () => {
  fc.assert(
    fc.property(fc.array(story, { minLength: 2, maxLength: 8 }), (texts) => {
      const all = [...texts, ...texts.map((t) => `${t} and more`)];
      const forward = copyGroups(all.map(signatureOf));
      const backward = copyGroups(all.toReversed().map(signatureOf)).toReversed();
      return all.every((_, i) => all.every((_, j) => (forward[i] === forward[j]) === (backward[i] === backward[j])));
    }),
    { numRuns: 30 },
  );
});

test("an empty text has a signature and is a copy of an empty one", () => {
  expect(copyGroups([signatureOf(""), signatureOf("")])).toEqual([0, 0]);
});
