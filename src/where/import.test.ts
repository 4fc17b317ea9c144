import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { importGazetteer } from "./import.ts";
import { placeKey } from "./key.ts";
import { openGazetteer } from "./open.ts";

let folder = "";
const row = (
  id: number,
  name: string,
  latitude: number,
  longitude: number,
  type: string,
  code: string,
  country: string,
  admin1: string,
  population: number,
) =>
  [id, name, name, "", latitude, longitude, type, code, country, "", admin1, "", "", "", population, "", "", "", "2024-01-01"].join("\t");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-import-"));
  const rows = [
    row(900001, "Tell Example", 35.1, 43.2, "P", "PPL", "IQ", "15", 120),
    row(900002, "Example School", 35.1, 43.2, "S", "SCH", "IQ", "15", 0),
    row(900003, "Example Air Base", 35.2, 43.3, "S", "AIRB", "IQ", "15", 0),
  ];
  writeFileSync(join(folder, "allCountries.txt"), `${rows.join("\n")}\n`);
  writeFileSync(
    join(folder, "alternateNamesV2.txt"),
    `1\t900001\ten\tTall Ixampil\t\t\t\t\t\t\n2\t900001\tlink\thttps://example.org\t\t\t\t\t\t\n`,
  );
  writeFileSync(join(folder, "admin1CodesASCII.txt"), "IQ.15\tNineveh Example\tNineveh\t99098\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a dump is imported with progress, and found by every name together with the embedded places", async () => {
  const phases = new Set<string>();
  const file = join(folder, "full.sqlite");
  expect(await importGazetteer(folder, file, { onProgress: ({ phase }) => phases.add(phase) })).toMatchObject({ places: 2 });
  expect([...phases]).toEqual(["places", "names", "divisions", "index"]);
  const gazetteer = openGazetteer({ sqlite: file });
  expect(gazetteer.lookup(placeKey("Tall Ixampil"))[0]?.place).toMatchObject({ name: "Tell Example", geonames: 900001 });
  expect(gazetteer.lookup(placeKey("Example Air Base"))[0]?.place.featureCode).toBe("AIRB");
  expect(gazetteer.lookup(placeKey("Example School"))).toEqual([]);
  expect(gazetteer.lookup("iraqi")[0]?.form).toBe("demonym");
  expect(gazetteer.admin1Name("IQ", "15")).toBe("Nineveh Example");
});

test("an import that is stopped leaves nothing behind", async () => {
  const file = join(folder, "full.sqlite");
  await expect(importGazetteer(folder, file, { signal: AbortSignal.abort(new Error("stopped")) })).rejects.toThrow("stopped");
  expect(existsSync(file)).toBe(false);
  expect(existsSync(`${file}.importing`)).toBe(false);
});

test("a folder without the main file is refused with what to do", async () => {
  await expect(importGazetteer(tmpdir(), join(folder, "x.sqlite"))).rejects.toThrow(/allCountries/);
});
