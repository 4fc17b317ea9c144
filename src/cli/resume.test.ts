import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openArchive } from "../archive/index.ts";
import { inProcess } from "./command-line.fixture.ts";
import { CliError } from "./exit.ts";

const COUNT = 100;
let folder: string;
let feed: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "resume-"));
  feed = join(folder, "feed.jsonl");
  const lines = Array.from({ length: COUNT }, (_, n) =>
    JSON.stringify({
      // Not read; so much must be there before the reader knows what kind of input it has.
      padding: "-".repeat(1000),
      id: `n${n}`,
      published: "2019-03-05",
      text: `Gunmen attacked police post ${n} in Garissa on Sunday, killing four officers.`,
    }),
  );
  writeFileSync(feed, lines.join("\n"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function documents(file: string): Promise<number> {
  await using archive = openArchive(file, { create: false });
  return (await archive.documents()).total;
}

test("ingest that is interrupted keeps what it did, and the same articles again go on from there", async () => {
  const archive = join(folder, "work.dateline");
  const interrupt = new AbortController();
  const input = new PassThrough();
  // The feed is not at its end: it is waited for when the interruption comes.
  input.write(readFileSync(feed).subarray(0, -1));
  const run = inProcess(["ingest", "-", "--workers", "1", "--archive", archive], { input, signal: interrupt.signal });
  while ((await documents(archive).catch(() => 0)) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  interrupt.abort(new CliError("enough"));
  expect(await run).toMatchObject({ code: 1, err: "dateline: enough\n" });

  const kept = await documents(archive);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(COUNT);
  const again = await inProcess(["ingest", feed, "--workers", "1", "--archive", archive]);
  expect(again.err).toContain(`${COUNT - kept} new, 0 changed, ${kept} known already, 0 failed`);
  expect(await documents(archive)).toBe(COUNT);
});

test("a compressed feed gives what the feed gives", async () => {
  const lines = `${JSON.stringify({ id: "a", text: "Gunmen attacked a police post in Garissa." })}\n`;
  writeFileSync(join(folder, "small.jsonl"), lines);
  writeFileSync(join(folder, "small.jsonl.gz"), gzipSync(lines));
  const plain = await inProcess(["code", "--jsonl", join(folder, "small.jsonl")]);
  const packed = await inProcess(["code", "--jsonl", join(folder, "small.jsonl.gz")]);
  expect(packed).toEqual(plain);
  expect(packed.out).toContain('"events"');
});
