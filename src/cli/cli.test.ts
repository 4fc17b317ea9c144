import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FORMATS } from "../export/index.ts";
import { dateline, MAIN } from "./command-line.fixture.ts";
import { FORMAT_NAMES } from "./commands/export.ts";

const ARTICLE = `Gunmen attack police post

NAIROBI, March 4, 2019 - Gunmen attacked a police post in Garissa on Sunday, killing four officers, officials said.`;

let folder: string;
let article: string;
let feed: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cli-"));
  article = join(folder, "article.txt");
  feed = join(folder, "feed.jsonl");
  writeFileSync(article, ARTICLE);
  const records = Array.from({ length: 12 }, (_, i) => ({
    id: `n${i}`,
    title: `Report ${i}`,
    published: "2019-03-05",
    text: `${ARTICLE} Report ${i}.`,
  }));
  writeFileSync(feed, records.map((r) => JSON.stringify(r)).join("\n"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("usage", () => {
  test("help goes to standard output, with code 0", async () => {
    const { code, out } = await dateline(["--help"]);
    expect(code).toBe(0);
    for (const command of ["code", "ingest", "events", "show", "explain", "agreement", "export", "actors", "parse", "doctor"])
      expect(out).toContain(command);
  });

  test.each([
    [["--nonsense"]],
    [["nonsense"]],
    [["events"]],
    [["code", "--json", "--csv", "x"]],
    [["code", "--published", "yesterday", "x"]],
    [["code", "--workers", "0", "x"]],
    [["events", "--type", "BATTLE"]],
    [["export", "xlsx"]],
  ])("%j is wrong usage: code 2, a message, no data", async (args) => {
    const { code, out, err } = await dateline(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toBe("");
    expect(err).not.toMatch(/^ +at /m);
  });

  test("the names of export formats are the formats", () => {
    expect(FORMAT_NAMES).toEqual(FORMATS.map((f) => f.name));
  });
});

describe("code", () => {
  test("reads standard input and writes the coded document", async () => {
    const { code, out, err } = await dateline(["code", "--json", "--published", "2019-03-04", "-"], { input: ARTICLE });
    const coded = JSON.parse(out) as { schema: string; text: string; published: string; events: unknown[] };
    expect([code, err, coded.schema, coded.published]).toEqual([0, "", "dateline/1", "2019-03-04"]);
    expect(coded.text).toContain("Gunmen attacked");
  });

  test("prints a table without colours where there is no terminal, with them where they are forced", async () => {
    const plain = await dateline(["code", article]);
    expect(plain.out).toContain("Gunmen attack police post");
    expect(plain.out).not.toContain("\x1b");
    expect((await dateline(["code", article], { env: { FORCE_COLOR: "1" } })).out).toContain("\x1b[");
    expect((await dateline(["code", article], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).out).not.toContain("\x1b");
  });

  test("no line is wider than the terminal", async () => {
    for (const COLUMNS of ["60", "120"]) {
      const { out } = await dateline(["code", article], { env: { COLUMNS } });
      const indented = out.split("\n").filter((line) => line.startsWith("  "));
      for (const line of indented) expect(line.length).toBeLessThanOrEqual(Number(COLUMNS));
    }
  });

  test("some documents that fail: the rest is done, code 3, the reason names the document", async () => {
    const empty = join(folder, "empty.txt");
    writeFileSync(empty, "");
    const { code, out, err } = await dateline(["code", "--jsonl", empty, article, join(folder, "missing.txt")]);
    expect(code).toBe(3);
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toMatch(/empty\.txt.*empty/);
    expect(err).toMatch(/missing\.txt.*no such file/);
  });

  test("all that fail: code 1", async () => {
    expect((await dateline(["code", join(folder, "missing.txt")])).code).toBe(1);
  });

  test("the same bytes for any number of workers, in the order of the input", async () => {
    const one = await dateline(["code", "--jsonl", "--workers", "1", feed]);
    const three = await dateline(["code", "--jsonl", "--workers", "3", feed]);
    expect(three.out).toBe(one.out);
    expect(
      one.out
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(Array.from({ length: 12 }, (_, i) => `n${i}`));
  });

  test("a source cannot write to the terminal", async () => {
    const hostile = "Attack \x1b]0;owned\x07kills \x1b[2Jtwo\n\nGunmen attacked a \x1b[31mpolice\x1b[0m post on Sunday.";
    const { out, err } = await dateline(["code", "-"], { input: hostile });
    expect(`${out}${err}`).not.toMatch(/[\x1b\x07]/);
  });

  test("a reader that leaves early is no failure", async () => {
    const child = spawn(process.execPath, [MAIN, "code", "--jsonl", feed], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.once("data", () => child.stdout.destroy());
    const err: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    const [code] = (await once(child, "close")) as [number | null];
    expect([code, Buffer.concat(err).toString()]).toEqual([0, ""]);
  });
});

describe("an archive", () => {
  const archive = () => join(folder, "work.dateline");

  test("is filled once, asked, shown and exported", async () => {
    const first = await dateline(["ingest", feed, article, "--archive", archive()]);
    expect([first.code, first.out]).toEqual([0, ""]);
    expect(first.err).toContain("13 new, 0 changed, 0 known already, 0 failed");
    const again = await dateline(["ingest", feed, article, "--archive", archive()]);
    expect(again.err).toContain("0 new, 0 changed, 13 known already, 0 failed");

    const listed = await dateline(["events", "--jsonl", "--limit", "1000"], { env: { DATELINE_ARCHIVE: archive() } });
    const events = listed.out
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string; reports: { quote: string }[] });
    expect(events.length).toBeGreaterThan(0);
    const shown = await dateline(["show", events[0]!.id, "--archive", archive()], { env: { COLUMNS: "200" } });
    expect(shown.out).toContain("on whose word");
    expect(shown.out).toContain(`“${events[0]!.reports[0]!.quote.slice(0, 40)}`);

    const file = join(folder, "events.csv");
    const exported = await dateline(["export", "csv", "-o", file, "--archive", archive()]);
    expect(exported.err).toContain(`${events.length} events written`);
    expect(readFileSync(file, "utf8").split("\r\n").length).toBeGreaterThan(events.length);
    expect(existsSync(join(folder, "events.csv-metadata.json"))).toBe(true);

    const doctor = await dateline(["doctor", "--archive", archive()]);
    expect([doctor.code, doctor.out.includes("13 documents in 13 versions")]).toEqual([0, true]);
  });

  test("that is not there is not made by asking", async () => {
    const { code, err } = await dateline(["events", "--archive", join(folder, "none.dateline")]);
    expect([code, existsSync(join(folder, "none.dateline"))]).toEqual([1, false]);
    expect(err).toContain("there is no archive");
  });

  test("remembers what failed, and why", async () => {
    const file = join(folder, "failures.dateline");
    const { code } = await dateline(["ingest", article, join(folder, "gone.html"), "--archive", file, "--quiet"]);
    expect(code).toBe(3);
    expect((await dateline(["doctor", "--failures", "--archive", file])).out).toMatch(/gone\.html\tmissing\t/);
  });
});

test("completion scripts name every command and are sound", async () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, out } = await dateline(["completion", shell]);
    expect(code).toBe(0);
    for (const word of ["ingest", "published", "gdelt-mentions"]) expect(out).toContain(word);
    if (shell === "bash") execFileSync("bash", ["-n"], { input: out });
  }
});
