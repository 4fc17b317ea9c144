import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { removeResidue } from "./residue.ts";
import { residueKinds } from "./residue-lexicon.ts";

const REPORT =
  "Army retakes border town from rebels\n\nThe army said on Monday that it had retaken the town.\n\nNine people were killed, a doctor said.";

describe("residue that scrapers leave", () => {
  for (const { kind, where, pattern, yes, no } of residueKinds()) {
    test(`the lexicon's examples of ${kind} hold`, () => {
      for (const line of yes) expect(pattern.test(line), line).toBe(true);
      for (const line of no) expect(pattern.test(line), line).toBe(false);
    });
    if (where !== "anywhere") continue;
    test(`a line of ${kind} is removed from the middle of a text and reported`, () => {
      for (const line of yes) {
        const [head, tail] = [REPORT.slice(0, 38), REPORT.slice(38)];
        const cleaned = removeResidue(`${head}${line}\n\n${tail}`);
        expect(cleaned.text.replace(/\s+/g, " ")).toBe(REPORT.replace(/\s+/g, " "));
        expect(cleaned.residue).toEqual([{ kind, text: line, at: 38 }]);
      }
    });
    test(`what only looks like ${kind} is kept`, () => {
      for (const line of no) expect(removeResidue(`${REPORT}\n\n${line}\n\nThe fighting went on.`).residue).toEqual([]);
    });
  }

  test("script and style fragments are removed, with their stray brackets", () => {
    const code =
      'var box = document.getElementById("promo");\nif (box !== null) { box.style.margin = "15px"; }\n})();\n.promo { color: #fff; margin: 0 }';
    const cleaned = removeResidue(`${REPORT}\n${code}`);
    expect(cleaned.text).toBe(REPORT);
    expect(new Set(cleaned.residue.map((r) => r.kind))).toEqual(new Set(["code"]));
  });

  test("a store line goes only from the end of a text", () => {
    expect(removeResidue(`${REPORT}\nMorning Courier Store`).text).toBe(REPORT);
    expect(removeResidue(`Looted: the Morning Courier Store\n\n${REPORT}`).residue).toEqual([]);
    expect(removeResidue(`Army raids\n\nMorning Courier Store\n\n${REPORT}`).residue).toEqual([]);
  });

  test("a menu word goes only beside other residue", () => {
    expect(removeResidue(`${REPORT}\n\nHome\n\nTerms of Use | Privacy Policy`).text).toBe(REPORT);
    expect(removeResidue(`${REPORT}\n\nHome`).residue).toEqual([]);
  });

  test("a title told twice is told once", () => {
    const [title, ...rest] = REPORT.split("\n\n");
    const cleaned = removeResidue([title, title, ...rest].join("\n\n"));
    expect(cleaned.text).toBe(REPORT);
    expect(cleaned.residue[0]!.kind).toBe("doubled-title");
  });

  test("a clean text is given back to the letter, white space and all", () => {
    const odd = `\n\n  ${REPORT.replaceAll("\n\n", "\r\n \n\t")}  \n`;
    expect(removeResidue(odd)).toEqual({ text: odd, residue: [] });
  });

  test("what is kept and what is removed make up the text, whatever it is", () => {
    const line = fc.oneof(fc.string(), fc.constantFrom("Advertisement", "Read more", "var x = 1; })();", "The town fell.", "Home", ""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        const { text: kept, residue } = removeResidue(text);
        for (const r of residue) expect(text.slice(r.at).trimStart().startsWith(r.text)).toBe(true);
        const letters = (s: string) => s.replace(/\s+/g, "").length;
        expect(letters(kept) + residue.reduce((n, r) => n + letters(r.text), 0)).toBe(letters(text));
      }),
    );
  });
});
