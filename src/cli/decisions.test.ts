import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openArchive } from "../archive/index.ts";
import type { EventRecord } from "../merge/index.ts";
import { SAMPLE, sample } from "../merge/sample.fixture.ts";
import { inProcess } from "./command-line.fixture.ts";

let folder: string;
let archive: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "decisions-"));
  archive = join(folder, "a.dateline");
  await using open = openArchive(archive);
  await open.ingest([SAMPLE, sample("sample-2")].map((coded) => ({ document: { source: coded }, coded })));
});
afterEach(() => rmSync(folder, { recursive: true }));

const dateline = (...args: string[]) => inProcess([...args, "--archive", archive]);
async function event(id: string): Promise<EventRecord> {
  return JSON.parse((await dateline("show", id, "--json")).out) as EventRecord;
}

test("a correction is brought to bear by merging, keeps the machine's value as a rival, and can be taken back", async () => {
  await dateline("merge");
  const before = await event("sample-1#e1");
  expect(before.reports).toHaveLength(2);
  const decided = await dateline(
    "decide",
    "correct",
    "sample-1#e1",
    "--field",
    "type",
    "--value",
    "PROTEST",
    "--by",
    "ana",
    "--why",
    "no weapon",
  );
  expect(decided.err).toContain("Decision 1: ana, correct");
  for (const [field, value] of [
    ["certainty", "possible"],
    ["instruments", '["stones"]'],
    ["killed", "4"],
  ] as const)
    await dateline("decide", "correct", "sample-1#e1", "--field", field, "--value", value, "--by", "ana");
  await dateline("merge");
  expect(await event("sample-1#e1")).toMatchObject({
    type: "PROTEST",
    acled: { event: "Protests" },
    cameoRoot: "14",
    factuality: { certainty: "possible" },
    instruments: [{ name: "stones" }],
    casualties: { killed: { best: 4 } },
    rivals: expect.arrayContaining([
      expect.objectContaining({ field: "type", value: "ASSAULT" }),
      expect.objectContaining({ field: "killed", value: "3" }),
    ]),
  });
  expect((await dateline("history", "sample-1#e1")).out).toContain("no weapon");
  for (const id of ["1", "2", "3", "4"]) await dateline("decide", "undo", id, "--by", "ana");
  await dateline("merge");
  expect(await event("sample-1#e1")).toEqual(before);
});

test("an event that the machine missed is added, and listed after merging", async () => {
  const report = (await event("sample-1#e1")).reports[0]!;
  const missed = {
    id: "sample-1#missed",
    type: "AID",
    factuality: report.factuality,
    reports: [{ ...report, mention: "sample-1#missed" }],
  };
  await dateline("decide", "add", "--value", JSON.stringify(missed), "--by", "ana", "--why", "paragraph 3");
  await dateline("merge");
  expect((await dateline("events", "--type", "AID", "--count")).out).toBe("1\n");
});

test("what two people decided gives their agreement, and what they differ on is listed", async () => {
  for (const [by, kind] of [
    ["ana", "accept"],
    ["ben", "reject"],
  ] as const)
    await dateline("decide", kind, "sample-1#e1", "--by", by);
  for (const by of ["ana", "ben"]) await dateline("decide", "accept", "sample-2#e2", "--by", by);
  const { out } = await dateline("agreement");
  expect(out).toContain("whether an event is one: alpha 0.000 on 2, 1 disputed");
  expect(out).toContain("sample-1#e1: ana accept, ben reject");
  expect((await dateline("agreement", "--by", "ana")).out).toContain("nothing that two people decided");
});

test("a decision without a name, a kind's ids or a field is wrong usage; one on nothing known is refused", async () => {
  expect((await dateline("decide", "accept", "sample-1#e1")).code).toBe(2);
  expect((await dateline("decide", "same", "sample-1#e1", "--by", "ana")).code).toBe(2);
  expect((await dateline("decide", "correct", "sample-1#e1", "--by", "ana")).code).toBe(2);
  expect(await dateline("decide", "accept", "nowhere#e1", "--by", "ana")).toMatchObject({ code: 1 });
});
