import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../document/index.ts";
import { MAX_DOCUMENT_BYTES, READ_FROM, type ReadHints, read } from "./index.ts";

const PROSE = "The army said on Monday that it had retaken the town from the rebels after two days of fighting in the hills.";
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function one(input: string | Uint8Array, hints?: ReadHints): Document {
  const results = read(input, hints);
  expect(results).toHaveLength(1);
  const [result] = results;
  if (!result?.ok) throw new Error(result?.message);
  return result.document;
}

describe("plain text", () => {
  test("has a title, then paragraphs parted by blank lines", () => {
    const document = one(
      `Army retakes town\nBy Jane Doe\n${PROSE}\nNine people were killed, a doctor at the local hospital said by telephone.`,
    );
    expect(document.source.title).toBe("Army retakes town");
    expect(document.source.authors).toEqual(["Jane Doe"]);
    expect(document.text).toBe(
      `Army retakes town\n\n${PROSE}\n\nNine people were killed, a doctor at the local hospital said by telephone.`,
    );
  });

  test("broken at a fixed width is joined again", () => {
    const wrapped =
      "The army said on Monday that it had retaken the town from\nthe rebels after two days of fighting in the hills\nabove it.\n\nNine people were killed.";
    expect(one(wrapped).text).toBe(
      "The army said on Monday that it had retaken the town from the rebels after two days of fighting in the hills above it.\n\nNine people were killed.",
    );
  });

  test("takes what the lines above it say", () => {
    const { source } = one(`Title: Army retakes town\nPublished: 14 August 2024\nSource: Hill Gazette\n\n${PROSE}`);
    expect(source).toMatchObject({ title: "Army retakes town", published: "2024-08-14", publishedFrom: "text", publisher: "Hill Gazette" });
  });

  test("takes the date and agency of its dateline, and no date where the year is not given", () => {
    const dated = one(`Army retakes town\n\nGAO, Aug 14, 2024 (Hill Wire) - ${PROSE}`);
    expect(dated.source).toMatchObject({ published: "2024-08-14", publishedFrom: "text", publisher: "Hill Wire" });
    const undated = one(`Army retakes town\n\nGAO, Aug 14 (Hill Wire) - ${PROSE}`);
    expect(undated.source.published).toBeUndefined();
    expect(undated.source.publishedFrom).toBeUndefined();
  });

  test("that tells its title twice tells it once, and says so", () => {
    const document = one(`Army retakes border town\nArmy retakes border town\n${PROSE}`);
    expect(document.text).toBe(`Army retakes border town\n\n${PROSE}`);
    expect(document.warnings).toEqual([{ code: "residue-removed", message: "left out as doubled-title: “Army retakes border town”" }]);
  });

  test("with Markdown headings loses their marks", () => {
    expect(one(`# Army retakes town\n\n${PROSE}\n\n## Toll\n\n${PROSE}`).text).toBe(`Army retakes town\n\n${PROSE}\n\nToll\n\n${PROSE}`);
  });
});

describe("JSONL", () => {
  const row = { id: "a1", title: "Army retakes town", publisher: "Hill Gazette", published: "2024-08-14", url: "https://hill.example/a1" };

  test("keeps its text to the letter and puts the title before it once", () => {
    const text = `${PROSE}\r\n  ${PROSE} \n`;
    expect(one(JSON.stringify({ ...row, text })).text).toBe(`Army retakes town\n\n${text}`);
    expect(one(JSON.stringify({ ...row, text: `Army retakes town\n\n${PROSE}` })).text).toBe(`Army retakes town\n\n${PROSE}`);
  });

  test("said to be clean loses nothing, so that offsets into it hold", () => {
    const text = `${PROSE}\n\nAdvertisement\n\n${PROSE}`;
    expect(one(JSON.stringify({ text }), { clean: true }).text).toBe(text);
  });

  test("gives its fields, said to be the input's", () => {
    const document = one(JSON.stringify({ ...row, text: PROSE, author: "Jane Doe" }));
    expect(document.source).toMatchObject({ ...row, publishedFrom: "input", authors: ["Jane Doe"], language: "en" });
    expect(document.get(READ_FROM).origins.publisher).toEqual({ from: "input", where: "the field “publisher”" });
  });

  test("names the line that cannot be read and reads the others", () => {
    const results = read(`{"text":"${PROSE}"}\n{"text": oops}\n{"title":"no text"}\n{"text":"${PROSE}"}\n`, { name: "feed.jsonl" });
    expect(results.map((r) => r.ok)).toEqual([true, false, false, true]);
    expect(results[1]).toMatchObject({ code: "bad-json", name: "feed.jsonl, line 2" });
    expect(results[2]).toMatchObject({ code: "bad-json", name: "feed.jsonl, line 3" });
  });

  test("leaves absent what is null", () => {
    const { source } = one(JSON.stringify({ id: "x", title: null, published: null, text: PROSE }));
    expect(Object.keys(source).sort()).toEqual(["id", "language", "text"]);
  });
});

describe("feeds", () => {
  test("RSS gives a document an item", () => {
    const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Hill Gazette</title><item><title>Army retakes town</title><link>https://hill.example/1</link><pubDate>Wed, 14 Aug 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;${PROSE}&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item><item><title>Second</title><description>${PROSE}</description></item></channel></rss>`;
    const results = read(rss);
    expect(results).toHaveLength(2);
    const first = results[0]!.ok ? results[0]!.document : undefined;
    expect(first?.source).toMatchObject({
      title: "Army retakes town",
      publisher: "Hill Gazette",
      published: "2024-08-14",
      publishedFrom: "metadata",
      url: "https://hill.example/1",
    });
    expect(first?.text).toBe(`Army retakes town\n\n${PROSE}`);
  });

  test("Atom and JSON feeds are read alike", () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill Gazette</title><id>f</id><updated>2024-08-14T10:00:00Z</updated><entry><id>e1</id><title>Army retakes town</title><updated>2024-08-14T10:00:00Z</updated><content type="html">&lt;p&gt;${PROSE}&lt;/p&gt;</content></entry></feed>`;
    const json = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Hill Gazette",
      items: [{ id: "e1", title: "Army retakes town", date_published: "2024-08-14T10:00:00Z", content_text: PROSE }],
    });
    for (const feed of [atom, json]) {
      const document = one(feed);
      expect(document.source).toMatchObject({ id: "e1", publisher: "Hill Gazette", published: "2024-08-14" });
      expect(document.text).toBe(`Army retakes town\n\n${PROSE}`);
    }
  });
});

describe("charsets", () => {
  test("a byte order mark, valid UTF-8, a declaration and windows-1252 are tried in this order", () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PROSE, "utf16le")]);
    expect(one(utf16).text).toBe(PROSE);
    expect(one(Buffer.from(PROSE, "utf16le")).get(READ_FROM).charset).toBe("utf-16le");
    expect(one(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(PROSE)])).text).toBe(PROSE);
    expect(one(Buffer.from(`${PROSE} “Fin”`.replace("“", "\x93").replace("”", "\x94"), "latin1")).text).toBe(`${PROSE} “Fin”`);
    const cyrillic = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    expect(one(cyrillic, { mime: "text/plain; charset=windows-1251" }).text).toBe("Привет");
    const page = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1256"></head><body><p>'),
      Buffer.from([0xc7, 0xe1, 0xcd, 0xd1, 0xc8]),
      Buffer.from(` ${PROSE}</p></body></html>`),
    ]);
    expect(one(page).text).toContain("الحرب");
  });

  test("damaged UTF-8 is read with a warning", () => {
    const damaged = Buffer.concat([bytes(`Präsident Müller — ${PROSE} ‘é’ “x”`), Buffer.from([0xff, 0x20])]);
    expect(one(damaged).warnings.map((w) => w.code)).toContain("charset-damaged");
  });
});

describe("what cannot be read is refused with its name", () => {
  const refused = (input: string | Uint8Array) => {
    const [result] = read(input, { name: "some file" });
    if (!result || result.ok) throw new Error("was read");
    expect(result.message.startsWith("some file: ")).toBe(true);
    return result.code;
  };
  test("empty, blank, binary, too large, no article", () => {
    expect(refused(new Uint8Array(0))).toBe("empty");
    expect(refused(" \n\u200b ")).toBe("empty");
    expect(refused(new Uint8Array(4096).map((_, i) => (i * 7919) % 23))).toBe("binary");
    expect(refused(Buffer.from("PK\x03\x04rest"))).toBe("binary");
    expect(refused(new Uint8Array(MAX_DOCUMENT_BYTES + 1).fill(65))).toBe("too-large");
    expect(refused("<html><body><nav><a href='/'>Home</a></nav></body></html>")).toBe("no-article");
  });
});

describe("hostile input", () => {
  test("ten thousand nested tags keep their text, with a warning", () => {
    const document = one(
      `<html><body>${"<div>".repeat(10_000)}<p>${PROSE}</p><p>Nine people were killed, a doctor said.</p>${"</div>".repeat(10_000)}</body></html>`,
    );
    expect(document.text).toContain(PROSE);
    expect(document.warnings.map((w) => w.code)).toContain("markup-flattened");
  });

  test("half characters and control characters are replaced one for one", () => {
    const document = one(JSON.stringify({ text: `a\ud800b\u0001c ${PROSE}` }));
    expect(document.text).toBe(`a\ufffdb c ${PROSE}`);
    expect(document.warnings.map((w) => w.code)).toEqual(["lone-surrogate", "control-characters"]);
  });

  test("a megabyte on one line is one paragraph", () => {
    expect(one(`${PROSE} `.repeat(9_500)).text.length).toBeGreaterThan(1_000_000);
  });

  test("another language is said to be one", () => {
    const french =
      "Le ministère de la Défense a annoncé lundi que quatre soldats avaient été tués dans une embuscade près de la frontière malienne.";
    expect(one(french).warnings.map((w) => w.code)).toContain("language-not-english");
  });

  test("any bytes and any string give documents or refusals, never an exception, and the same ones again", () => {
    const tag = fc.constantFrom(
      "<p>",
      "</p>",
      "<div",
      ">",
      '"',
      "<script>",
      "</script>",
      "<!--",
      "-->",
      "<h1>",
      "&amp;",
      "{",
      "}",
      "\n",
      PROSE,
      "\ud800",
      "<svg>",
      "<li>",
    );
    const input = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string(),
      fc.array(tag, { maxLength: 40 }).map((t) => t.join("")),
      fc.json(),
    );
    fc.assert(
      fc.property(input, (given) => {
        const results = read(given, { name: "x" });
        expect(results.length).toBeGreaterThan(0);
        for (const r of results) if (r.ok) expect(r.document.text.isWellFormed()).toBe(true);
        const shown = (all: typeof results) => all.map((r) => (r.ok ? r.document.source : r.message));
        expect(shown(read(given, { name: "x" }))).toEqual(shown(results));
      }),
      { numRuns: 200 },
    );
  });

  test("clean JSONL text is kept to the letter whatever the sentences are", () => {
    const sentence = fc.constantFrom(
      PROSE,
      "“No,” he said.",
      "Nine died.",
      "Share prices fell.",
      "1. First, the guns.",
      "قتل تسعة أشخاص",
      "🙂 ok",
    );
    const gap = fc.constantFrom("\n\n", "\n", "  ", "\r\n\r\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(sentence, gap), { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.flat().join("");
        const lines = text.split(/[\r\n]+/).map((l) => l.trim());
        fc.pre(lines[0] !== lines[1] && lines[0] !== lines[2] && lines[0] !== lines[3]);
        expect(one(JSON.stringify({ text })).text).toBe(text);
      }),
    );
  });
});
