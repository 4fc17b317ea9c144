import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Document } from "../document/index.ts";
import { toConllu } from "./conllu.ts";
import { drawTree } from "./draw-tree.ts";
import { loadParser, parse, wordsStage } from "./index.ts";
import { MOST_WORDS } from "./split-sentences.ts";

const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Z}]*$/u;

/** The first promise that an input breaks, of those that hold for any input whatever; undefined when it keeps all. */
function broken(text: string): string | undefined {
  const { sentences, words } = parse(text);
  let end = 0;
  for (const [i, word] of words.entries()) {
    if (word.index !== i || text.slice(...word.span) !== word.text || word.text === "") return `word ${i} is not its span`;
    if (word.span[0] < end || !INVISIBLE.test(text.slice(end, word.span[0]))) return `something is lost before word ${i}`;
    end = word.span[1];
  }
  if (!INVISIBLE.test(text.slice(end))) return "something is lost at the end";
  let first = 0;
  for (const [s, sentence] of sentences.entries()) {
    const own = words.slice(...sentence.words);
    if (own.length === 0 || sentence.words[0] !== first) return `sentence ${s} does not follow on`;
    first = sentence.words[1];
    if (sentence.span[0] !== own[0]!.span[0] || sentence.span[1] !== own.at(-1)!.span[1])
      return `sentence ${s} has another span than its words`;
    if (own.filter((w) => w.head === -1).length !== 1) return `sentence ${s} has not one root`;
    for (const word of own) {
      if (word.sentence !== s) return `word ${word.index} is of another sentence`;
      if ((word.relation === "root") !== (word.head === -1)) return `word ${word.index} is root in name only`;
      let steps = 0;
      for (let at = word; at.head !== -1; at = words[at.head]!) {
        if (at.head < sentence.words[0] || at.head >= sentence.words[1]) return `word ${at.index} has a head elsewhere`;
        if (++steps > own.length) return `word ${word.index} hangs on a cycle`;
      }
    }
  }
  return first === words.length ? undefined : "words without a sentence";
}

function check(text: string): void {
  expect(broken(text)).toBeUndefined();
}

const odd = fc.constantFrom(
  "The",
  "army",
  "don't",
  "U.S.",
  "Gen.",
  "“",
  "”",
  "'",
  "…",
  "—",
  "-",
  "\n",
  "\n\n",
  "\t",
  " ",
  "  ",
  "\u200b",
  "\u202e",
  "\ufeff",
  "👩‍👩‍👧",
  "🇸🇾",
  "\ud83d",
  "\udc00",
  "שלום",
  "مرحبا",
  "戦争",
  "1,500,000",
  "10:30",
  "http://a.b/c?d=e.",
  "x@y.org",
  "killed",
  "12",
  "$5.5m",
  ".",
  "!",
  "?",
  ")",
  "(",
  "n't",
  "cannot",
  "\0",
);

describe("parse", () => {
  it("keeps its promises on ordinary text", () => {
    check(
      "NAIROBI, Kenya (AP) — Gunmen on motorcycles attacked a village near the border on Tuesday, killing at least 12 people, officials said.\n\n" +
        "“We couldn't defend ourselves,” said Mr. Otieno, a farmer. The army hasn't commented.\n\nWhat is known\n\n- The attackers came at night.\n",
    );
  });

  it("keeps its promises on any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => check(text)),
      { numRuns: 60, seed: 1 },
    );
  });

  it("keeps its promises on odd mixtures", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(odd, fc.constantFrom("", " ")), { maxLength: 60 }), (parts) => check(parts.flat().join(""))),
      { numRuns: 120, seed: 2 },
    );
  });

  it("takes a text of nothing", () => {
    expect(parse("")).toEqual({ sentences: [], words: [] });
    expect(parse(" \n\u200b\t")).toEqual({ sentences: [], words: [] });
  });

  it("bounds a sentence that never ends", () => {
    const { sentences } = parse("and so on ".repeat(3000));
    for (const s of sentences) expect(s.words[1] - s.words[0]).toBeLessThanOrEqual(MOST_WORDS);
  });

  it("survives a megabyte without a space", () => {
    expect(parse("x".repeat(1_000_000)).words).toHaveLength(1);
    check("((((".repeat(500));
    const { words } = parse("ab-".repeat(3_000));
    expect(words.map((w) => w.text).join("")).toBe("ab-".repeat(3_000));
  });

  it("gives the same answer whatever stands around a sentence", () => {
    const parser = loadParser();
    const a = "Rebels shelled the market on Friday .".split(" ");
    const b = "Two soldiers were wounded when a bomb exploded near their base , the ministry said .".split(" ");
    const alone = parser.parseSentences([a])[0];
    expect(parser.parseSentences([b, a, b, ["Yes"], a])[1]).toEqual(alone);
    expect(parser.parseSentences([b, a, b, ["Yes"], a])[4]).toEqual(alone);
  });

  it("finds who did what to whom, in any case", () => {
    const text = "Government soldiers attacked the rebels near the river.";
    for (const variant of [text, text.toLowerCase(), text.toUpperCase()]) {
      const { words } = parse(variant);
      const verb = words.find((w) => w.head === -1)!;
      expect(verb.text.toLowerCase()).toBe("attacked");
      expect(verb.lemma).toBe("attack");
      expect(words.find((w) => w.relation === "nsubj")?.text.toLowerCase()).toBe("soldiers");
      expect(words.find((w) => w.relation === "obj")?.text.toLowerCase()).toBe("rebels");
    }
  });

  it("sees a passive and its agent", () => {
    const { words } = parse("The convoy was destroyed by insurgents.");
    const verb = words.find((w) => w.text === "destroyed")!;
    expect(verb.morphology.Voice).toBe("Pass");
    expect(words.find((w) => w.relation === "nsubj:pass")?.text).toBe("convoy");
    expect(words.find((w) => w.text === "insurgents")?.relation).toMatch(/^obl/);
  });

  it("parts contractions, hyphens and possessives as Universal Dependencies does", () => {
    const texts = (t: string): string[] => parse(t).words.map((w) => w.text);
    expect(texts("They didn't leave Syria's north-east.")).toEqual([
      "They",
      "did",
      "n't",
      "leave",
      "Syria",
      "'s",
      "north",
      "-",
      "east",
      ".",
    ]);
    expect(texts("It cannot cost $1,500,000 at 10:30.")).toEqual(["It", "can", "not", "cost", "$", "1,500,000", "at", "10:30", "."]);
  });

  it("does not end a sentence at titles, initials or inside a quotation's attribution", () => {
    const count = (t: string): number => parse(t).sentences.length;
    expect(count("Gen. A. Otieno met Dr. Wambui in Washington. They spoke.")).toBe(2);
    expect(count("“We will return,” Col. Hassan said. He gave no date.")).toBe(2);
    expect(count("The U.S. Embassy was closed. Staff had left.")).toBe(2);
  });

  it("keeps a dateline and a heading apart from prose", () => {
    const { sentences } = parse("Bomb kills two in capital\n\nMOGADISHU, Somalia (AFP) - A bomb went off on Monday. Two people died.");
    expect(sentences.map((s) => s.kind)).toEqual(["heading", "dateline", "prose", "prose"]);
    expect(sentences.map((s) => s.paragraph)).toEqual([0, 1, 1, 1]);
  });
});

describe("what a document's trees can be written as", () => {
  const document = wordsStage(loadParser()).run(
    Document.from({ id: "a", text: "Rebels didn't attack the base. They left.", language: "en" }),
  );

  it("CoNLL-U has ten columns, heads within the sentence, and says where no space follows", () => {
    const blocks = toConllu(document).trimEnd().split("\n\n");
    expect(blocks).toHaveLength(2);
    for (const block of blocks) {
      const rows = block.split("\n").filter((l) => !l.startsWith("#"));
      for (const row of rows) {
        const columns = row.split("\t");
        expect(columns).toHaveLength(10);
        expect(Number(columns[6])).toBeLessThanOrEqual(rows.length);
      }
    }
    expect(blocks[0]).toContain("# text = Rebels didn't attack the base.");
    expect(blocks[0]).toMatch(/\n2\tdid\t.*\tSpaceAfter=No\n/);
  });

  it("a drawing has a line for every word and names relations", () => {
    const lines = drawTree(document, 0).split("\n");
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(/^attack +VERB +root$/);
    expect(lines.join("\n")).toMatch(/[├╰]─ Rebels +NOUN +nsubj/);
    expect(() => drawTree(document, 9)).toThrow(RangeError);
  });
});
