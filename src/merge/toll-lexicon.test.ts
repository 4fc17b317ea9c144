import { expect, test } from "vitest";
import { loadTollLexicon } from "./toll-lexicon.ts";

const lexicon = loadTollLexicon();

test.each(lexicon.examples.map(([sentence, mode, count]) => ({ sentence, mode, count })))(
  "$sentence ($mode): $count",
  ({ sentence, mode, count }) => {
    const [hit, ...more] = lexicon.hits(sentence, mode);
    expect([hit?.count, more]).toEqual([count, []]);
    if (hit) expect(sentence.slice(...hit.span)).not.toMatch(/^\s|\s$/);
  },
);

test("a deed that turns on its doer is told by the word", () => {
  expect(lexicon.isSelf(" Himself ")).toBe(true);
  expect(lexicon.isSelf("him and his brother")).toBe(false);
});
