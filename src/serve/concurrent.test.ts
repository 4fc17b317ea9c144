import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openArchive } from "../archive/index.ts";
import { SAMPLE } from "../merge/sample.fixture.ts";
import { type Made, made } from "./made.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-concurrent-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const article = (n: number, i: number) =>
  JSON.stringify({ id: `a-${n}-${i}`, text: `Report ${n} ${i}\n\nSoldiers marched on day ${n}${i}.` });
const upload = (server: Made, n: number, articles: number) =>
  server.ask(`/api/articles?name=feed-${n}.jsonl`, {
    method: "POST",
    body: Array.from({ length: articles }, (_, i) => article(n, i)).join("\n"),
  });
const accept = (server: Made, by: string, subject: string) =>
  server.post("/api/decisions", { by, kind: "accept", subjects: [subject] }, { "if-match": "*" });
const split = (server: Made, subject: string, mention: string) =>
  server.post("/api/decisions", { by: "ana", kind: "split", subjects: [subject, mention] }, { "if-match": "*" });

test.each(["in a file", "in memory"])(
  "uploads at once, with decisions and another program's writes between them, lose nothing (%s)",
  async (where) => {
    const server = await made({ ...(where === "in a file" && { file: join(folder, "shared.dateline") }) });
    const [event] = (await server.archive.find("events", { filter: { types: ["ASSAULT"] } })).items;
    const other = server.archive.file === undefined ? undefined : openArchive(server.archive.file);
    const answers = await Promise.all([
      upload(server, 1, 6),
      upload(server, 2, 6),
      accept(server, "ana", event!.id),
      accept(server, "ben", event!.id),
      split(server, event!.id, event!.reports.at(-1)!.mention),
      upload(server, 3, 6),
      other?.decide({ by: "cli", kind: "accept", subjects: [event!.id] }),
    ]);
    for (const response of answers) if (response instanceof Response) expect(response.status).toBe(200);
    expect((await server.archive.documents()).total).toBe(2 + 18);
    const by = (await server.archive.decisions()).map((decision) => `${decision.by} ${decision.kind}`);
    expect(by.sort()).toEqual(["ana accept", "ana split", "ben accept", ...(other ? ["cli accept"] : [])]);
    const mentions = await server.archive.count("mentions");
    const held = new Set<string>();
    for await (const { reports } of server.archive.records("events")) for (const { mention } of reports) held.add(mention);
    expect(held.size, "every mention is in an event").toBe(mentions);
    expect((await server.archive.check()).problems).toEqual([]);
    await other?.close();
    await server.context.close();
    await server.archive.close();
  },
);

test("while an article is coded, and while events are merged, others are answered", async () => {
  let release = () => {};
  const coding = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = await made({ coder: async (document) => coding.then(() => ({ ...SAMPLE, ...document.source, events: [] })) });
  const uploading = upload(server, 9, 1);
  expect((await server.ask("/api/events")).status).toBe(200);
  expect((await accept(server, "ana", "sample-1#e1")).status).toBe(200);
  release();
  expect((await uploading).status).toBe(200);
  await server.archive.close();
});

test("merging that is left for later is done when it is asked for", async () => {
  const server = await made();
  const before = await server.archive.count("events");
  await server.ask("/api/articles?name=note.txt&merge=later", { method: "POST", body: "A headline\n\nSoldiers marched through the town." });
  expect(await server.archive.count("events")).toBe(before);
  expect(await (await server.post("/api/merge", {})).json()).toEqual({ events: before + 1 });
  await server.archive.close();
});
