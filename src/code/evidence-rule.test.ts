import fc from "fast-check";
import { expect, test } from "vitest";
import { read } from "../read/index.ts";
import { code, loadCoder } from "./coder.ts";
import { evidenceFaults } from "./evidence.ts";

const coder = loadCoder();
const PIECES = [
  "Gunmen killed at least 12 people in Kirkuk on Tuesday, police said.",
  "“We will strike again,” the group’s spokesman warned.",
  "The U.N. Security Council condemned the attack – and urged restraint!",
  "IRNA reported that one of the groups claimed it had fired rockets at a base (near Erbil).",
  "He denied it.",
  "𝔸 bomb 💣 exploded: 3 dead, “dozens” hurt.",
  "\u202Eשלום\u202C said Lt. Gen. Smith, 42.",
  "\ud800 broken",
  "Advertisement",
  "No one was killed; talks were held in Doha between Hamas and Israel in early March 2024",
];

test("whatever the text, every value of a coded document has its characters and every reference resolves", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 40 })), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(" ", "\n\n", "\n"),
      (pieces, gap) => {
        for (const result of read(pieces.join(gap), { name: "made.txt", published: "2024-03-14" })) {
          if (result.ok) expect(evidenceFaults(code(result.document, coder))).toEqual([]);
        }
      },
    ),
    { numRuns: 60 },
  );
});
