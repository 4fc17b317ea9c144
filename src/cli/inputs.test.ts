import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { expandInputs } from "./inputs.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "inputs-"));
  mkdirSync(join(folder, "sub"));
  for (const name of ["b.html", "a.txt", "sub/c.jsonl", "photo.png"]) writeFileSync(join(folder, name), "x");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function expand(...patterns: string[]) {
  const found: string[] = [];
  for await (const input of expandInputs(patterns.map((p) => (p === "-" ? p : join(folder, p)))))
    found.push("message" in input ? `! ${input.message.replace(folder, "")}` : input.path.replace(`${folder}/`, ""));
  return found;
}

test("a folder gives the readable files below it, in order; a file that is named is taken whatever its name", async () => {
  expect(await expand("")).toEqual(["a.txt", "b.html", "sub/c.jsonl"]);
  expect(await expand("photo.png")).toEqual(["photo.png"]);
});

test("patterns are matched, nothing comes twice, - is standard input", async () => {
  expect(await expand("*.{txt,html}", "a.txt", "-")).toEqual(["a.txt", "b.html", "-"]);
});

test("what leads nowhere is said", async () => {
  expect(await expand("none.txt", "*.pdf")).toEqual([
    "! /none.txt: there is no such file, and nothing matches it",
    "! /*.pdf: there is no such file, and nothing matches it",
  ]);
});
