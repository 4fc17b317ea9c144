import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type EventRecord, mergeArchive, mergeRecords } from "../merge/index.ts";
import { partition } from "../merge/made.fixture.ts";
import { madeDocument } from "../merge/made-documents.fixture.ts";
import type { Archive } from "./index.ts";
import { openArchive } from "./index.ts";

/** Few days, so that blocks are wider than what is compared in them. */
const DOCUMENTS = Array.from({ length: 72 }, (_, n) => madeDocument(n, 3));

async function add(archive: Archive, documents: readonly (typeof DOCUMENTS)[number][]) {
  await archive.ingest(documents.map((coded) => ({ document: { source: coded }, coded })));
}

async function all(archive: Archive, of: "mentions" | "events"): Promise<EventRecord[]> {
  const records: EventRecord[] = [];
  for await (const record of archive.records(of)) records.push(record);
  return records.sort((a, b) => (a.id < b.id ? -1 : 1));
}

let archive: Archive;
beforeEach(() => {
  archive = openArchive(":memory:", { now: () => new Date("2024-02-01T12:00:00Z") });
});
afterEach(() => archive.close());

test("lot after lot, in any order, an archive comes to the events that all its reports at once make", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(DOCUMENTS, { minLength: DOCUMENTS.length }),
      fc.integer({ min: 1, max: DOCUMENTS.length - 1 }),
      async (documents, cut) => {
        await using fresh = openArchive(":memory:");
        for (const lot of [documents.slice(0, cut), documents.slice(cut)]) {
          await add(fresh, lot);
          await mergeArchive(fresh);
        }
        expect(partition(await all(fresh, "events"))).toEqual(partition(mergeRecords(await all(fresh, "mentions")).events));
        expect((await fresh.check()).problems).toEqual([]);
      },
    ),
    { numRuns: 10 },
  );
});

test("an article that is coded anew leaves its old event and is filed anew", async () => {
  await add(archive, DOCUMENTS.slice(0, 40));
  await mergeArchive(archive);
  const moved = { ...madeDocument(200, 3), id: DOCUMENTS[0]!.id, url: DOCUMENTS[0]!.url! };
  await add(archive, [moved]);
  const { compared } = await mergeArchive(archive);
  expect(compared).toBeGreaterThan(0);
  expect(partition(await all(archive, "events"))).toEqual(partition(mergeRecords(await all(archive, "mentions")).events));
});

test("one new article is compared with what it may belong to; nothing new costs nothing", async () => {
  const spread = Array.from({ length: 400 }, (_, n) => madeDocument(n, 400));
  await add(archive, spread.slice(1));
  expect((await mergeArchive(archive)).compared).toBe(399);
  await add(archive, [spread[0]!]);
  const { compared, put } = await mergeArchive(archive);
  expect(compared).toBeLessThan(20);
  expect(put).toBe(1);
  expect(await mergeArchive(archive)).toEqual({ compared: 0, put: 0, removed: 0, moved: 0 });
});

test("another policy tells every event anew", async () => {
  await add(archive, DOCUMENTS.slice(0, 8));
  await mergeArchive(archive);
  await mergeArchive(archive, { policy: "latest" });
  const policies = (await all(archive, "events")).flatMap(({ policy }) => policy ?? []);
  expect(new Set(policies)).toEqual(new Set(["latest"]));
});

test("an event that a person added is there after merging, and gone when the decision is taken back", async () => {
  await add(archive, DOCUMENTS.slice(0, 8));
  await mergeArchive(archive);
  const before = await all(archive, "events");
  const [model] = await all(archive, "mentions");
  const mention = `${model!.reports[0]!.document}#added`;
  const missed = { ...model!, id: mention, type: "PROTEST", reports: [{ ...model!.reports[0]!, mention }] };
  const decision = await archive.decide({ by: "ana", kind: "add", subjects: [], value: JSON.parse(JSON.stringify(missed)) });
  await mergeArchive(archive);
  expect((await all(archive, "events")).map(({ id }) => id)).toContain(mention);
  await archive.decide({ by: "ana", kind: "undo", subjects: [], undoes: decision.id });
  await mergeArchive(archive);
  expect(await all(archive, "events")).toEqual(before);
});

test("a merge that is stopped changes no event, and the next one does it all", async () => {
  await add(archive, DOCUMENTS.slice(0, 8));
  const stopped = AbortSignal.abort(new Error("enough"));
  await expect(mergeArchive(archive, { signal: stopped })).rejects.toThrow("enough");
  expect(await archive.count("events")).toBe(0);
  await mergeArchive(archive);
  expect(await archive.count("events")).toBeGreaterThan(0);
});
