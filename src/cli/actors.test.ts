import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inProcess as dateline } from "./command-line.fixture.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "actors-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const lines = (out: string) =>
  out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; kind: string; countries: string[]; reason?: string });

test("the directory is listed by kind and country", async () => {
  const { code, out, err } = await dateline(["actors", "list", "--kind", "armed group", "--country", "cod", "--jsonl"]);
  const listed = lines(out);
  expect(code).toBe(0);
  expect(listed.map(({ id }) => id)).toContain("march-23-movement");
  expect(listed.every(({ kind, countries }) => kind === "armed group" && countries.includes("COD"))).toBe(true);
  expect(err).toContain(`${listed.length} actors`);
  expect((await dateline(["actors", "list", "--kind", "ghost"])).code).toBe(2);
});

test("a search says who a name can mean, and why", async () => {
  const { out } = await dateline(["actors", "search", "Nujaba", "--jsonl"]);
  expect(lines(out)[0]).toMatchObject({ id: "harakat-hezbollah-al-nujaba", reason: expect.stringContaining("Nujaba") });
  const nobody = await dateline(["actors", "search", "Zzyzx Brigade of Nowhere"]);
  expect([nobody.code, nobody.out]).toEqual([0, ""]);
  expect(nobody.err).toContain("nobody is known");
});

test("an actor that is added is found, and articles are coded with it", async () => {
  const file = join(folder, "mine.csv");
  const added = await dateline([
    ...["actors", "add", "Liwa al-Wadi", "--kind", "armed group", "--country", "IRQ", "--alias", "Valley Brigade"],
    ...["--relation", "backed by: iran", "--to", file],
  ]);
  expect([added.code, added.out]).toEqual([0, ""]);
  expect(lines((await dateline(["actors", "search", "Valley", "Brigade", "--actors", file, "--jsonl"])).out)[0]?.id).toBe("liwa-al-wadi");
  const coded = await dateline(["code", "--json", "--actors", file, "-"], {
    input: "The Valley Brigade shelled an army base near Kirkuk on Sunday, killing two soldiers.",
  });
  expect((JSON.parse(coded.out) as { actors: { known?: string }[] }).actors.map(({ known }) => known)).toContain("liwa-al-wadi");
});

test("an actor that could not be read back is refused, and the file stays as it was", async () => {
  const file = join(folder, "refused.csv");
  const { code, err } = await dateline(["actors", "add", "Z", "--kind", "other", "--relation", "loves: iran", "--to", file]);
  expect([code, existsSync(file)]).toEqual([1, false]);
  expect(err).toContain("no relation");
});

test("lists are imported, CSV and FollowTheMoney, into one file; what cannot be read is told", async () => {
  const to = join(folder, "imported.csv");
  const csv = join(folder, "list.csv");
  writeFileSync(csv, "Name;Type;Country\nRiver Guard;armed group;iq\n");
  expect((await dateline(["actors", "import", csv, "--to", to])).err).toContain("1 actors of");
  const entities = join(folder, "entities.ftm.json");
  const example = { id: "Q1", schema: "Organization", properties: { name: ["Example Front"], topics: ["crime.terror"], country: ["so"] } };
  writeFileSync(entities, `${JSON.stringify(example)}\nnot json\n`);
  const imported = await dateline(["actors", "import", entities, "--to", to]);
  expect(imported.code).toBe(0);
  expect(imported.err).toContain("not a JSON object");
  expect(imported.err).toContain("now holds 2");
  expect(readFileSync(to, "utf8")).toContain("Q1,Example Front,,armed group,SOM");
  expect((await dateline(["actors", "import", join(folder, "none.csv"), "--to", to])).code).toBe(1);
});
