import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readStream } from "../read/index.ts";
import { made } from "./made.fixture.ts";
import { ReaderThread } from "./reader-thread.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-reader-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const script = new URL("./read-worker.fixture.ts", import.meta.url);
const bytes = (text: string) => new TextEncoder().encode(text);

const PAGE = `<html><head><title>Strike on bridge</title></head><body><nav>Home · World · Sport</nav><article><h1>Strike on bridge</h1>
<p>The Northern Brigade shelled the bridge at Karsa on Sunday, killing three guards of the River Police and wounding eleven more.</p>
<p>A hospital official said that the wounded were taken to the city, where two of them died of their wounds during the night.</p>
</article></body></html>`;

test("the thread reads what the reader reads: pages, many articles in one file, and what cannot be read", async () => {
  const reader = new ReaderThread();
  const feed = `${JSON.stringify({ title: "One", text: "One thing was said." })}\n{"text": 3}\n`;
  for (const [name, text] of [
    ["page.html", PAGE],
    ["feed.jsonl", feed],
    ["nothing.txt", ""],
  ] as const) {
    const expected: unknown[] = [];
    const chunks = (async function* () {
      yield bytes(text);
    })();
    for await (const one of readStream(chunks, { name }))
      expected.push(one.ok ? { ok: true, source: one.document.source, warnings: one.document.warnings } : one);
    expect(await reader.documents(bytes(text), { name })).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  }
  await reader.close();
});

test("while a file is being read, others are answered", async () => {
  const server = await made({ reader: new ReaderThread({ script }) });
  const gate = join(folder, "gate");
  const uploading = server.ask("/api/articles?name=held.html", { method: "POST", body: gate });
  const [event] = (await server.archive.find("events", {})).items;
  for (const path of ["/api/about", "/api/events", `/api/events/${encodeURIComponent(event!.id)}`, "/api/facets"])
    expect((await server.ask(path)).status, path).toBe(200);
  expect((await server.archive.documents()).total).toBe(2);
  writeFileSync(gate, "go on");
  const { results } = (await (await uploading).json()) as { results: { ok: boolean; title: string }[] };
  expect(results).toMatchObject([{ ok: true, title: "held.html" }]);
  expect((await server.archive.documents()).total).toBe(3);
  await server.context.close();
  await server.archive.close();
});

test("a file that ends the thread, or keeps it for ever, is refused; the next one is read", async () => {
  const dying = new ReaderThread({ script });
  const asked = ["die", "fine", "die", "fine"].map((text) => dying.documents(bytes(text), { name: `${text}.pdf` }));
  expect((await Promise.all(asked)).map(([one]) => (one!.ok ? one.source.title : one!.code))).toEqual([
    "unreadable",
    "fine.pdf",
    "unreadable",
    "fine.pdf",
  ]);
  await dying.close();
  const patient = new ReaderThread({ script, longest: 300 });
  const [first, second] = await Promise.all([
    patient.documents(bytes("hang"), { name: "endless.pdf" }),
    patient.documents(bytes("fine"), { name: "fine.pdf" }),
  ]);
  expect(first[0]).toMatchObject({ ok: false, code: "unreadable", name: "endless.pdf" });
  expect(second[0]).toMatchObject({ ok: true });
  await patient.close();
});
