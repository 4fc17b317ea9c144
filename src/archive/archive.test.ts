import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodedDocument } from "../code/coded-document.ts";
import { SAMPLE, sample } from "../merge/sample.fixture.ts";
import type { Archive, NewDocument } from "./index.ts";
import { ArchiveError, openArchive } from "./index.ts";

/** The document that a coded document was coded from. */
function documentOf(coded: CodedDocument, original = "<p>as it arrived</p>"): NewDocument {
  const { id, text, url, title, publisher, published, publishedFrom, language } = coded;
  return {
    source: {
      id,
      text,
      language,
      ...(url && { url }),
      ...(title && { title }),
      ...(publisher && { publisher }),
      ...(published && publishedFrom && { published, publishedFrom }),
    },
    original: new TextEncoder().encode(original),
    mediaType: "text/html",
  };
}

async function add(archive: Archive, ...coded: CodedDocument[]) {
  return archive.ingest(coded.map((c) => ({ document: documentOf(c), coded: c })));
}

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-"));
  file = join(folder, "a.dateline");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("documents", () => {
  test("come back to the letter, with their bytes and their coding", async () => {
    await using archive = openArchive(file);
    await add(archive, SAMPLE);
    expect((await archive.document(SAMPLE.id))?.source.text).toBe(SAMPLE.text);
    expect(new TextDecoder().decode(await archive.original(SAMPLE.id))).toBe("<p>as it arrived</p>");
    expect(await archive.coded(SAMPLE.id)).toEqual(SAMPLE);
    expect((await archive.document(SAMPLE.url!))?.id).toBe(SAMPLE.id);
  });

  test("the same article again changes nothing, whatever page it came on", async () => {
    await using archive = openArchive(file);
    await add(archive, SAMPLE);
    const before = await archive.check();
    const [again] = await archive.ingest([{ document: documentOf(SAMPLE, "<p>another advertisement</p>"), coded: SAMPLE }]);
    expect(again).toEqual({ id: SAMPLE.id, version: 1, status: "unchanged" });
    expect(await archive.check()).toEqual(before);
  });

  test("a new version is kept beside the old, known by its address, and its events take the place of the old", async () => {
    await using archive = openArchive(file);
    await add(archive, SAMPLE);
    const corrected = {
      ...SAMPLE,
      id: "other-id",
      text: `${SAMPLE.text}\n\nThis article was corrected.`,
      events: SAMPLE.events.slice(0, 1),
    };
    expect(await add(archive, corrected)).toEqual([{ id: SAMPLE.id, version: 2, status: "new version" }]);
    expect((await archive.versions(SAMPLE.id)).map((v) => [v.version, v.current])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect((await archive.document(SAMPLE.id, 1))?.source.text).toBe(SAMPLE.text);
    expect((await archive.document(SAMPLE.id))?.source.text).toBe(corrected.text);
    expect((await archive.find("mentions")).items.map((r) => r.id)).toEqual(["sample-1#e1"]);
  });

  test("coding again with another coder replaces the mentions; coding again with the same one is known to be done", async () => {
    await using archive = openArchive(file);
    await add(archive, SAMPLE);
    const next = { ...SAMPLE, coder: { ...SAMPLE.coder, version: "0.2.0" }, events: SAMPLE.events.slice(1) };
    const { source } = documentOf(SAMPLE);
    expect(await archive.isCoded(source, SAMPLE.coder)).toBe(true);
    expect(await archive.isCoded(source, next.coder)).toBe(false);
    await add(archive, next);
    expect((await archive.find("mentions")).items.map((r) => r.id)).toEqual(["sample-1#e2"]);
    expect((await archive.versions(SAMPLE.id)).length).toBe(1);
  });

  test.each(["nul \0 inside", "lone \ud800 surrogate", "😀 مرحبا", ""])("hostile text %j survives", async (text) => {
    await using archive = openArchive(file);
    const coded: CodedDocument = { ...SAMPLE, text, sentences: [], times: [], places: [], actors: [], events: [] };
    await add(archive, coded);
    expect((await archive.document(SAMPLE.id))?.source.text).toBe(text);
    expect((await archive.coded(SAMPLE.id))?.text).toBe(text);
  });

  test("are listed the latest first, page by page, and found by words", async () => {
    await using archive = openArchive(file);
    await add(archive, ...["a", "b", "c"].map((id) => sample(id, { title: `Title ${id}` })));
    const first = await archive.documents({ limit: 2 });
    expect([first.total, first.items.map((d) => d.id)]).toEqual([3, ["c", "b"]]);
    const second = await archive.documents({ limit: 2, cursor: first.next! });
    expect([second.items.map((d) => d.id), second.next]).toEqual([["a"], undefined]);
    expect((await archive.documents({ words: '"title b"' })).items.map((d) => d.id)).toEqual(["b"]);
  });
});

describe("the file", () => {
  test("is refused in words when it is none of ours", async () => {
    expect(() => openArchive(file, { create: false })).toThrow(new ArchiveError("missing", `there is no archive at ${file}`));
    writeFileSync(file, "not SQLite at all, but long enough to be taken for a page of something");
    expect(() => openArchive(file)).toThrow(/is not a Dateline archive/);
    const other = join(folder, "other.db");
    const database = new DatabaseSync(other);
    database.exec("CREATE TABLE t (a)");
    database.close();
    expect(() => openArchive(other)).toThrow(/not a Dateline archive/);
  });

  test("of a newer Dateline is left alone", async () => {
    await openArchive(file).close();
    const database = new DatabaseSync(file);
    database.exec("PRAGMA user_version = 999");
    database.close();
    expect(() => openArchive(file)).toThrow(/newer Dateline/);
  });

  test("is copied while in use, and the copy is whole", async () => {
    await using archive = openArchive(file);
    await add(archive, SAMPLE);
    const copy = join(folder, "copy.dateline");
    await archive.backup(copy);
    await using second = openArchive(copy, { create: false });
    expect(await second.check()).toMatchObject({ problems: [], documents: 1, mentions: 2 });
  });

  test("a batch that fails in the middle leaves nothing of itself", async () => {
    await using archive = openArchive(file);
    const broken = { document: documentOf(sample("b")), coded: { ...SAMPLE, id: "b", events: [...SAMPLE.events, SAMPLE.events[0]!] } };
    await expect(archive.ingest([{ document: documentOf(SAMPLE), coded: SAMPLE }, broken])).rejects.toThrow();
    expect(await archive.check()).toMatchObject({ problems: [], documents: 0, mentions: 0 });
  });
});

test("runs tell what was done and what failed, and why", async () => {
  await using archive = openArchive(file, { now: () => new Date("2024-02-01T00:00:00Z") });
  const run = await archive.beginRun(SAMPLE.coder, "ingest a b");
  await archive.ingest([{ document: documentOf(SAMPLE), coded: SAMPLE }], run);
  await archive.ingest([{ document: documentOf(SAMPLE), coded: SAMPLE }], run);
  await archive.fail(run, { name: "b.html", code: "no-article", message: "there is no article on this page" });
  expect(await archive.runs()).toMatchObject([{ id: run, added: 1, unchanged: 1, failed: 1, coder: SAMPLE.coder }]);
  expect((await archive.runs())[0]).not.toHaveProperty("endedAt");
  await archive.endRun(run);
  expect((await archive.runs())[0]?.endedAt).toBe("2024-02-01T00:00:00.000Z");
  expect(await archive.failures(run)).toEqual([{ name: "b.html", code: "no-article", message: "there is no article on this page" }]);
});
