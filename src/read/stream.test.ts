import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { type ReadResult, readFileDocuments, readStream } from "./index.ts";

const PROSE = "The army said on Monday that it had retaken the town from the rebels after two days of fighting in the hills above it.";
const folder = mkdtempSync(join(tmpdir(), "dateline-read-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function all(results: AsyncIterable<ReadResult>): Promise<ReadResult[]> {
  const found: ReadResult[] = [];
  for await (const result of results) found.push(result);
  return found;
}

async function* chunked(data: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}

const texts = (results: readonly ReadResult[]) => results.map((r) => (r.ok ? r.document.text : r.code));

describe("streams", () => {
  test("JSONL is read line by line, however the chunks fall", async () => {
    const lines = Array.from({ length: 50 }, (_, i) => JSON.stringify({ id: `d${i}`, text: `${i} – ${PROSE}` }));
    const data = Buffer.from(`${lines.join("\n")}\n\n{"broken"`);
    for (const size of [7, 1000, 1 << 20]) {
      const results = await all(readStream(chunked(data, size), { name: "feed.jsonl" }));
      expect(results).toHaveLength(51);
      expect(texts(results).slice(0, 2)).toEqual([`0 – ${PROSE}`, `1 – ${PROSE}`]);
      expect(results[50]).toMatchObject({ ok: false, name: "feed.jsonl, line 52" });
    }
  });

  test("JSONL is not read further than it is asked for", async () => {
    let given = 0;
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from(`${JSON.stringify({ text: `${given++} ${PROSE}` })}\n`);
      } finally {
        closed = true;
      }
    }
    let read = 0;
    for await (const _ of readStream(endless(), { name: "x.jsonl" })) if (++read === 1_000) break;
    expect(given).toBeLessThan(2_000);
    expect(closed).toBe(true);
  });

  test("a web archive gives its pages, with their addresses", async () => {
    const html = `<html><body><h1>Army retakes town</h1><p>${PROSE}</p><p>${PROSE}</p></body></html>`;
    const record = (type: string, url: string, mime: string, body: string) => {
      const http = `HTTP/1.1 200 OK\r\nContent-Type: ${mime}\r\n\r\n${body}`;
      return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-08-14T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:${url.length}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
    };
    const records = [
      record("response", "https://hill.example/2024/08/14/a", "text/html", html),
      record("response", "https://hill.example/i.png", "image/png", "x"),
      record("response", "https://hill.example/b", "text/html", html),
    ];
    for (const data of [Buffer.from(records.join("")), Buffer.concat(records.map((r) => gzipSync(r)))]) {
      const results = await all(readStream(chunked(data, 4096), { name: "crawl.warc.gz" }));
      expect(results.map((r) => r.ok && r.document.source.url)).toEqual(["https://hill.example/2024/08/14/a", "https://hill.example/b"]);
      expect(results[0]!.ok && results[0]!.document.source.published).toBe("2024-08-14");
    }
  });

  test("what is compressed is unpacked: a text, a feed of lines, a web archive under any name", async () => {
    const lines = Array.from({ length: 3 }, (_, n) => `${JSON.stringify({ id: `n${n}`, text: PROSE })}\n`).join("");
    expect(texts(await all(readStream(chunked(gzipSync(`Army retakes town\n\n${PROSE}`), 50), { name: "a.txt.gz" })))).toEqual([
      `Army retakes town\n\n${PROSE}`,
    ]);
    expect(texts(await all(readStream(chunked(gzipSync(lines), 50), { name: "feed.jsonl.gz" })))).toEqual([PROSE, PROSE, PROSE]);
    expect(texts(await all(readStream(chunked(Buffer.concat([gzipSync(lines), gzipSync(lines)]), 64))))).toHaveLength(6);
  });

  test("compressed data that are broken give what came before, and say so; a bomb and a packet in a packet are refused", async () => {
    const lines = Array.from({ length: 4000 }, (_, n) => `${JSON.stringify({ id: `n${n}`, text: `${n} ${PROSE} ${n * 7919}` })}\n`).join(
      "",
    );
    const packed = gzipSync(lines);
    const cut = await all(readStream(chunked(packed.subarray(0, packed.length - 200), 4096), { name: "cut.jsonl.gz" }));
    expect(cut.filter(({ ok }) => ok).length).toBeGreaterThan(100);
    expect(cut.at(-1)).toMatchObject({ ok: false, code: "bad-archive", name: "cut.jsonl.gz" });
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, 32));
    expect(await all(readStream(chunked(bomb, 65_536), { name: "bomb.gz" }))).toMatchObject([{ ok: false }]);
    expect(await all(readStream(chunked(gzipSync(gzipSync(PROSE)), 4096), { name: "twice.gz" }))).toMatchObject([{ code: "binary" }]);
    expect(await all(readStream(chunked(gzipSync(""), 4096), { name: "nothing.gz" }))).toMatchObject([
      { code: "empty", name: "nothing.gz" },
    ]);
  });

  test("a PDF gives its text", async () => {
    const stream = `BT /F1 12 Tf 50 700 Td (${PROSE}) Tj ET`;
    const objects = [
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
      `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ];
    let pdf = "%PDF-1.4\n";
    const offsets = objects.map((object, i) => {
      const at = pdf.length;
      pdf += `${i + 1} 0 obj${object}endobj\n`;
      return at;
    });
    pdf += `xref\n0 6\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, "0")} 00000 n \n`).join("")}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF`;
    expect(texts(await all(readStream(chunked(Buffer.from(pdf), 100))))).toEqual([PROSE]);
    expect(await all(readStream(chunked(Buffer.from("%PDF-1.4 broken"), 100), { name: "x.pdf" }))).toMatchObject([
      { code: "bad-pdf", name: "x.pdf" },
    ]);
  });
});

describe("files", () => {
  test("are read by what they hold, and refused by name where that fails", async () => {
    const file = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    expect(texts(await all(readFileDocuments(file("a.txt", `Army retakes town\n\n${PROSE}`))))).toEqual([`Army retakes town\n\n${PROSE}`]);
    expect(await all(readFileDocuments(file("empty.txt", "")))).toMatchObject([{ code: "empty", name: "empty.txt" }]);
    expect(await all(readFileDocuments(join(folder, "none.txt")))).toMatchObject([{ code: "unreadable" }]);
    expect(await all(readFileDocuments(folder))).toMatchObject([{ code: "unreadable" }]);
    const secret = file("secret.txt", PROSE);
    chmodSync(secret, 0);
    // The superuser may read anything: there the file is simply read.
    const results = await all(readFileDocuments(secret));
    expect(process.getuid?.() === 0 ? results[0]!.ok : !results[0]!.ok).toBe(true);
  });
});
