import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MAX_DOCUMENT_BYTES } from "../read/index.ts";
import { type Made, made } from "./made.fixture.ts";
import { FolderWatch } from "./watch.ts";

let server: Made;
let folder: string;
let watch: FolderWatch;
beforeEach(async () => {
  server = await made();
  folder = mkdtempSync(join(tmpdir(), "dateline-watch-"));
  watch = new FolderWatch(server.context, folder);
});
afterEach(async () => {
  await server.archive.close();
  rmSync(folder, { recursive: true, force: true });
});

const documents = async () => (await server.archive.documents()).total;

test("a file that is put into a watched folder is added once it is whole, and a changed one again", async () => {
  const before = await documents();
  mkdirSync(join(folder, "monday"));
  const file = join(folder, "monday", "note.txt");
  writeFileSync(file, "Soldiers marched");
  await watch.look();
  writeFileSync(file, "Soldiers marched through the town on Monday, witnesses said.");
  await watch.look();
  expect(await documents()).toBe(before);
  await watch.look();
  await watch.look();
  expect(await documents()).toBe(before + 1);
  expect(watch.watched).toMatchObject({ files: 1, articles: 1, failures: [] });
  writeFileSync(file, "Soldiers marched through two towns on Tuesday, witnesses said.");
  await watch.look();
  await watch.look();
  expect(watch.watched.files).toBe(2);
});

test("what cannot be read is told, files of other kinds are passed over, and a folder that is gone is a problem, not an end", async () => {
  writeFileSync(join(folder, "broken.jsonl"), "{");
  writeFileSync(join(folder, "photo.jpg"), "x");
  await watch.look();
  await watch.look();
  expect(watch.watched.failures).toEqual([expect.stringContaining("broken.jsonl")]);
  rmSync(folder, { recursive: true });
  await watch.look();
  expect(watch.watched.problem).toMatch(/no such file/);
});

test("a file that is too large is told once, with what to do", async () => {
  const file = join(folder, "large.txt");
  writeFileSync(file, "");
  truncateSync(file, MAX_DOCUMENT_BYTES + 1);
  await watch.look();
  await watch.look();
  expect(watch.watched.failures).toEqual([expect.stringMatching(/large\.txt: larger than .* split it/)]);
});
