import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { SAMPLE, sample } from "../../merge/sample.fixture.ts";
import { FACETS, openArchive } from "../index.ts";
import { Connection } from "../sqlite/connection.ts";
import { columnsFile, saveColumns, savedColumns } from "./saved-columns.ts";
import { Survey } from "./survey.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-columns-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FEW = { least: 1 };
const document = (name: string) => ({ source: sample(name), coded: sample(name, { publisher: `Paper ${name}` }) });
const batch = (...names: string[]) => names.map((name) => ({ document: { source: document(name).source }, coded: document(name).coded }));

async function archiveAt(name: string, day: string) {
  const file = join(folder, name);
  const archive = openArchive(file, { now: () => new Date(day) });
  const run = await archive.beginRun(SAMPLE.coder, "test");
  await archive.ingest(batch("a", "b", "c"), run);
  await archive.endRun(run);
  return { file, archive };
}

const reading = (file: string) => new Connection(file, { create: false, readOnly: true });
const answers = (survey: Survey) => ({
  find: survey.find("mentions", { limit: 10 }),
  facets: survey.facets("mentions", {}, FACETS, 20),
  named: survey.count("mentions", { actors: ["o"] }),
  timeline: survey.timeline("mentions", {}, "week"),
  places: survey.places("mentions", {}),
  pairs: survey.pairs("mentions", {}),
  actors: survey.actors("mentions", {}),
});

/** Saves what a survey of the archive has read. */
function save(file: string): void {
  const connection = reading(file);
  const survey = new Survey(connection);
  survey.count("mentions", { types: ["ASSAULT"] });
  expect(saveColumns(survey.columns("mentions"), connection, "mentions", FEW)).toBe(true);
  connection.close();
}

test("what was saved answers as what is read anew, and what came and went since is seen", async () => {
  const { file, archive } = await archiveAt("same.dateline", "2024-03-01");
  save(file);
  expect(statSync(columnsFile(file, "mentions")).mode & 0o777).toBe(statSync(file).mode & 0o777);
  const connection = reading(file);
  expect(savedColumns(connection, "mentions")?.size).toBe(await archive.count("mentions"));
  await archive.ingest(batch("d"));
  // Coded again with nothing in it: its rows are gone.
  await archive.ingest([
    { document: { source: document("a").source }, coded: { ...document("a").coded, events: [], coder: { ...SAMPLE.coder, version: "9" } } },
  ]);
  const kept = answers(new Survey(connection));
  rmSync(columnsFile(file, "mentions"));
  expect(savedColumns(connection, "mentions")).toBeUndefined();
  expect(kept).toEqual(answers(new Survey(connection)));
  connection.close();
  await archive.close();
});

test("what a program left that ended while it wrote is taken away by the next; what another writes now is not", async () => {
  const { file, archive } = await archiveAt("left.dateline", "2024-03-01");
  const [old, now] = [`${columnsFile(file, "mentions")}.1`, `${columnsFile(file, "mentions")}.2`];
  for (const path of [old, now]) writeFileSync(path, "half");
  utimesSync(old, 1_700_000_000, 1_700_000_000);
  save(file);
  expect([existsSync(old), existsSync(now)]).toEqual([false, true]);
  await archive.close();
});

test("what is cut short, of another format, or another archive's is left alone", async () => {
  const one = await archiveAt("one.dateline", "2024-03-01");
  save(one.file);
  await one.archive.close();
  const saved = columnsFile(one.file, "mentions");
  const whole = readFileSync(saved);
  const connection = reading(one.file);
  for (const length of [0, 7, 8, 100, whole.length - 1]) {
    truncateSync(saved, length);
    expect(savedColumns(connection, "mentions"), `${length} bytes`).toBeUndefined();
    writeFileSync(saved, whole);
  }
  writeFileSync(saved, Buffer.from(whole.toString("latin1").replace("dateline columns", "dateline pillars"), "latin1"));
  expect(savedColumns(connection, "mentions")).toBeUndefined();
  connection.close();

  const other = await archiveAt("other.dateline", "2024-03-02");
  await other.archive.close();
  writeFileSync(saved, whole);
  copyFileSync(saved, columnsFile(other.file, "mentions"));
  const another = reading(other.file);
  // The same articles in the same places, but another run kept them.
  expect(savedColumns(another, "mentions")).toBeUndefined();
  another.close();
});
