import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseCsv } from "./csv.ts";
import { addActor, importActors, listActors, loadDirectory, searchActors } from "./index.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-actors-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("an actor that a user adds is found under every spelling, beside those of the package", () => {
  const file = join(folder, "mine.csv");
  addActor(file, {
    name: "Liwa al-Wadi",
    aliases: ["Valley Brigade", "LW"],
    kind: "armed group",
    countries: ["IRQ"],
    years: "2021-",
    relations: ["backed by: iran"],
  });
  const directory = loadDirectory({ extra: [{ name: file, text: readFileSync(file, "utf8") }] });
  expect(directory.warnings).toEqual([]);
  expect(directory.find("Liwa’ al-Wadi")[0]?.entry.id).toBe("liwa-al-wadi");
  expect(directory.find("the Valley Brigade")[0]?.entry.relations).toEqual([{ kind: "backed by", target: "iran" }]);
  expect(directory.find("Hezbollah")[0]?.entry.id).toBe("hezbollah");
});

test("adding twice replaces, and a file that cannot be read in full is left as it is", () => {
  const file = join(folder, "mine.csv");
  addActor(file, { name: "Free Valley Front", kind: "armed group", countries: ["IRQ"] });
  addActor(file, { name: "Free Valley Front", kind: "organization", countries: ["SYR"] });
  expect(importActors(readFileSync(file, "utf8")).entries.map((e) => [e.kind, e.countries])).toEqual([["organization", ["SYR"]]]);
  writeFileSync(file, "name,kind\nX,ghost\n");
  expect(() => addActor(file, { name: "Y", kind: "other" })).toThrow("ghost");
  expect(readFileSync(file, "utf8")).toBe("name,kind\nX,ghost\n");
});

test("an actor that could not be read back is refused", () => {
  expect(() => addActor(join(folder, "a.csv"), { name: "Z", kind: "other", relations: ["loves: iran"] })).toThrow("no relation");
});

test("CSV with other headings, semicolons and two-letter codes is read; what cannot be read is told", () => {
  const { entries, warnings } = importActors("Name;Type;Country;Aliases\nRiver Guard;militia;iq;\nHill Guard;armed group;zz;HG\n");
  expect(entries.map((e) => [e.id, e.kind, e.countries])).toEqual([
    ["river-guard", "other", ["IRQ"]],
    ["hill-guard", "armed group", []],
  ]);
  expect(warnings).toHaveLength(2);
});

test("FollowTheMoney entities become actors with their memberships", () => {
  const lines = [
    {
      id: "Q1",
      schema: "Person",
      caption: "Jane Example",
      properties: { name: ["Jane Example"], alias: ["J. Example"], nationality: ["ke"], position: ["Minister"] },
    },
    { id: "org-1", schema: "Organization", properties: { name: ["Example Front"], topics: ["crime.terror"], country: ["so"] } },
    { id: "m-1", schema: "Membership", properties: { member: ["Q1"], organization: ["org-1"] } },
    { id: "addr-1", schema: "Address", properties: { full: ["1 Road"] } },
  ];
  const { entries, warnings } = importActors(`${lines.map((l) => JSON.stringify(l)).join("\n")}\n{"id": 3}\nnot json`);
  expect(entries.map((e) => [e.id, e.kind, e.countries])).toEqual([
    ["Q1", "person", ["KEN"]],
    ["org-1", "armed group", ["SOM"]],
  ]);
  expect(entries[0]?.relations).toEqual([{ kind: "member of", target: "org-1" }]);
  expect(warnings).toHaveLength(2);
});

test("listing keeps to a kind and a country; searching finds parts of names", () => {
  const directory = loadDirectory();
  const listed = listActors(directory, { kind: "armed group", country: "COD" });
  expect(listed.map((e) => e.id)).toContain("march-23-movement");
  expect(listed.every((e) => e.kind === "armed group" && e.countries.includes("COD"))).toBe(true);
  expect(searchActors(directory, "Nujaba").map((m) => m.entry.id)).toContain("harakat-hezbollah-al-nujaba");
  expect(searchActors(directory, "marsh arab").length).toBe(0);
});

test("CSV fields come back as they were written", () => {
  const field = fc.string({ maxLength: 12 }).map((s) => s.replace(/[\r\0]/g, "").trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 6 }), (rows) => {
      const kept = rows.filter((r) => r.some((f) => f !== ""));
      const text = [["a", "b"], ...kept].map((r) => r.map((f) => `"${f.replaceAll('"', '""')}"`).join(",")).join("\n");
      expect(parseCsv(text).slice(1)).toEqual(kept);
    }),
  );
});

test("hostile files are read to their end", () => {
  for (const odd of ["", '"', `name\n"${"a".repeat(100_000)}`, "{", "{}\n{}", "\ud800,name\n1,2"])
    expect(Array.isArray(importActors(odd).entries)).toBe(true);
});
