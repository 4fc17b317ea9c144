import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision } from "./decision.ts";
import { madeRecords, partition } from "./made.fixture.ts";
import { MemoryStore } from "./memory-store.fixture.ts";
import { mergeArchive } from "./merge-archive.ts";
import { mergeRecords } from "./merge-records.ts";

const RECORDS = madeRecords(80, 7);
const WHOLE = partition(mergeRecords(RECORDS).events);

test("articles that arrive one lot after another, in any order, make the events that all at once would", async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(RECORDS, { minLength: RECORDS.length }), fc.integer({ min: 1, max: 79 }), async (records, cut) => {
      const store = new MemoryStore();
      for (const lot of [records.slice(0, cut), records.slice(cut)]) {
        store.add(lot);
        await mergeArchive(store);
      }
      expect(partition([...store.events.values()])).toEqual(WHOLE);
    }),
    { numRuns: 15 },
  );
});

test("merging an archive again writes nothing and compares nothing", async () => {
  const store = new MemoryStore();
  store.add(RECORDS);
  await mergeArchive(store);
  expect(await mergeArchive(store)).toMatchObject({ compared: 0, put: 0, removed: 0, moved: 0 });
});

test("one new article is compared with what it may belong to, not with everything", async () => {
  const store = new MemoryStore();
  store.add(RECORDS.slice(1));
  await mergeArchive(store);
  store.add(RECORDS);
  const { compared } = await mergeArchive(store);
  expect(compared).toBeLessThan(RECORDS.length / 2);
  expect(partition([...store.events.values()])).toEqual(WHOLE);
});

test("an id that went into another event is forwarded; a decision taken back restores it all", async () => {
  const store = new MemoryStore();
  store.add(RECORDS);
  await mergeArchive(store);
  const before = [...store.events.keys()].sort();
  const [a, b] = before as [string, string];
  const same: Decision = { id: 1, at: "2024-01-01T00:00:00Z", by: "ana", kind: "same", subjects: [a, b] };
  store.made.push(same);
  await mergeArchive(store);
  expect(store.events.size).toBe(before.length - 1);
  expect(store.forwarded).toHaveLength(1);
  store.made.push({ ...same, id: 2, kind: "undo", undoes: 1 });
  await mergeArchive(store);
  expect(partition([...store.events.values()])).toEqual(WHOLE);
});
