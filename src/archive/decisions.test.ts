import { afterEach, beforeEach, expect, test } from "vitest";
import type { EventRecord } from "../merge/index.ts";
import { recordsOf } from "../merge/index.ts";
import { SAMPLE, sample } from "../merge/sample.fixture.ts";
import type { Archive } from "./index.ts";
import { openArchive } from "./index.ts";

let archive: Archive;
const [first, second] = [SAMPLE, sample("sample-2")].map((coded) => recordsOf(coded)[0]!) as [EventRecord, EventRecord];
const JOINED: EventRecord = { ...first, id: "E1", reports: [...first.reports, ...second.reports], independent: 2 };

beforeEach(async () => {
  archive = openArchive(":memory:", { now: () => new Date("2024-02-01T12:00:00Z") });
  await archive.ingest([SAMPLE, sample("sample-2")].map((coded) => ({ document: { source: coded }, coded })));
});
afterEach(() => archive.close());

test("a merged event is found by what it holds, and its mentions know it", async () => {
  await archive.changeEvents({ put: [JOINED] });
  expect(await archive.record("events", "E1")).toEqual(JOINED);
  expect(await archive.eventOf("sample-2#e1")).toBe("E1");
  expect((await archive.find("events", { filter: { documents: ["sample-2"] } })).items.map((e) => e.id)).toEqual(["E1"]);
  expect((await archive.check()).problems).toEqual([]);
});

test("an id that was merged away leads to where it went, however often", async () => {
  await archive.changeEvents({ put: [JOINED], forward: [{ from: "E0", to: "E1", why: "the same strike" }] });
  await archive.changeEvents({
    put: [{ ...JOINED, id: "E2" }],
    remove: ["E1"],
    forward: [{ from: "E1", to: "E2", why: "joined with another report" }],
  });
  expect((await archive.record("events", "E0"))?.id).toBe("E2");
  expect(await archive.forwarding("E1")).toEqual([{ from: "E1", to: "E2", why: "joined with another report" }]);
  await archive.changeEvents({
    forward: [
      { from: "X", to: "Y", why: "" },
      { from: "Y", to: "X", why: "" },
    ],
  });
  expect(await archive.record("events", "X")).toBeUndefined();
});

test("a decision is numbered, dated and kept with its words", async () => {
  const made = await archive.decide({
    by: "ana",
    kind: "correct",
    subjects: ["E1"],
    field: "killed",
    value: { low: 3, best: 3, high: 4 },
    why: "the ministry's last count",
    evidence: [{ document: "sample-1", span: [0, 5], text: "Drone" }],
  });
  expect(made).toMatchObject({ id: 1, at: "2024-02-01T12:00:00.000Z" });
  expect(await archive.decisions({ subjects: ["E1"] })).toEqual([made]);
});

test("taking back is a further decision, and can itself be taken back", async () => {
  const same = await archive.decide({ by: "ana", kind: "same", subjects: ["a", "b"] });
  const undo = await archive.decide({ by: "ben", kind: "undo", subjects: ["a", "b"], undoes: same.id });
  const standing = async () => (await archive.decisions({ standing: true })).map((d) => d.id);
  expect(await standing()).toEqual([undo.id]);
  await expect(archive.decide({ by: "ana", kind: "undo", subjects: [], undoes: same.id })).rejects.toThrow(/already/);
  const redo = await archive.decide({ by: "ana", kind: "undo", subjects: ["a", "b"], undoes: undo.id });
  expect(await standing()).toEqual([same.id, redo.id]);
  expect((await archive.decisions()).length).toBe(3);
});

test("a decision on what someone else has decided on since is refused", async () => {
  await archive.decide({ by: "ana", kind: "accept", subjects: ["E1"] }, 0);
  await expect(archive.decide({ by: "ben", kind: "reject", subjects: ["E1"] }, 0)).rejects.toMatchObject({ code: "conflict" });
  await archive.decide({ by: "ben", kind: "reject", subjects: ["E1"] }, 1);
});

test("events can be filtered by what people decided", async () => {
  await archive.changeEvents({ put: [JOINED] });
  const ids = async (review: "accepted" | "rejected" | "open") =>
    (await archive.find("events", { filter: { review: [review] } })).items.length;
  expect(await ids("open")).toBe(1);
  const { id } = await archive.decide({ by: "ana", kind: "reject", subjects: ["E1"] });
  expect([await ids("open"), await ids("rejected")]).toEqual([0, 1]);
  await archive.decide({ by: "ana", kind: "undo", subjects: ["E1"], undoes: id });
  expect([await ids("open"), await ids("rejected")]).toEqual([1, 0]);
});

test("coding again loses no decision", async () => {
  await archive.decide({ by: "ana", kind: "accept", subjects: ["sample-1#e1"] });
  const coded = { ...SAMPLE, coder: { ...SAMPLE.coder, version: "9" } };
  await archive.ingest([{ document: { source: SAMPLE }, coded }]);
  expect((await archive.find("mentions", { filter: { review: ["accepted"] } })).items.map((r) => r.id)).toEqual(["sample-1#e1"]);
});
