import { expect, test } from "vitest";
import { KNOWN_ROWS } from "./network.ts";
import { loadParser } from "./parser.ts";

test("a sentence is parsed alike before its words are known, when they are, and after they were forgotten", () => {
  const { parseSentences } = loadParser();
  const sentence = "Rebels shelled the town of Wau on Monday .".split(" ");
  const first = parseSentences([sentence]);
  expect(parseSentences([sentence])).toEqual(first);
  for (let n = 0; n < KNOWN_ROWS * 2; n += 100)
    parseSentences([Array.from({ length: 100 }, (_, i) => `place${String.fromCharCode(97 + (i % 26))}x${n}q${i}`)]);
  expect(parseSentences([sentence])).toEqual(first);
});
