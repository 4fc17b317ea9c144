import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import worldCountries, { type Countries } from "world-countries";
import { keyOfName } from "../names/index.ts";
import type { DirectoryEntry } from "./index.ts";
import { loadDirectory } from "./index.ts";
import { TABLES } from "./load.ts";
import { ACTORS_FOLDER, readTable } from "./table.ts";

const directory = loadDirectory();
// The package exports its list as the module itself; its types say a default.
const countries = worldCountries as unknown as Countries;
/** Codes that ISO withdrew with the states they stood for; XKX is in common use for Kosovo. */
const WITHDRAWN = new Set(["SUN", "YUG", "DDR", "CSK", "XKX"]);
const codes = new Set([...countries.map((c) => c.cca3), ...WITHDRAWN]);

test("the directory is as broad as it promises", () => {
  const count = (kinds: readonly string[]): number => directory.entries.filter((e) => kinds.includes(e.kind)).length;
  expect(count(["armed group", "organization"])).toBeGreaterThan(700);
  expect(count(["armed group"])).toBeGreaterThan(400);
  expect(count(["media"])).toBeGreaterThan(400);
  expect(count(["international organization"])).toBeGreaterThan(120);
  expect(count(["person"])).toBeGreaterThan(650);
});

test("every member of the United Nations is a state here", () => {
  const missing = countries.filter((c) => c.unMember && !directory.state(c.cca3)).map((c) => c.cca3);
  expect(missing).toEqual([]);
});

test("relations, offices and those they belong to exist", () => {
  const unknown = directory.entries.flatMap((e) => [
    ...e.relations.filter((r) => !directory.get(r.target)).map((r) => `${e.source}: ${r.target}`),
    ...(e.tenures ?? []).filter((t) => !directory.get(t.of)).map((t) => `${e.source}: ${t.of}`),
    ...(e.tenures ?? []).filter((t) => !directory.offices.offices.some((o) => o.id === t.office)).map((t) => `${e.source}: ${t.office}`),
  ]);
  expect(unknown).toEqual([]);
});

test("nobody is related to itself", () => {
  expect(directory.entries.filter((e) => e.relations.some((r) => r.target === e.id)).map((e) => e.source)).toEqual([]);
});

test("country codes are ISO 3166-1 alpha-3", () => {
  const wrong = directory.entries.flatMap((e) => e.countries.filter((c) => !codes.has(c)).map((c) => `${e.source}: ${c}`));
  expect(wrong).toEqual([]);
});

test("years and terms of office run forwards", () => {
  const wrong = directory.entries.filter(
    (e) =>
      (e.from !== undefined && e.to !== undefined && e.from > e.to) ||
      (e.tenures ?? []).some((t) => t.from !== undefined && t.to !== undefined && t.from > t.to),
  );
  expect(wrong.map((e) => e.source)).toEqual([]);
});

test("Wikidata ids look like them, and no two entries share one", () => {
  const ids = directory.entries.flatMap((e) => (e.wikidata ? [e.wikidata] : []));
  expect(ids.filter((id) => !/^Q[1-9]\d*$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test("ids are dashed lower case", () => {
  expect(directory.entries.filter((e) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(e.id)).map((e) => e.source)).toEqual([]);
});

test("no name belongs to two active actors of one kind and country without a mark that the text must decide", () => {
  const owners = new Map<string, DirectoryEntry[]>();
  for (const entry of directory.entries) {
    if (entry.to !== undefined && entry.to < 2020) continue;
    for (const name of [entry.name, ...entry.aliases]) {
      if (name.startsWith("~")) continue;
      const key = keyOfName(name.replace(/^=/, ""));
      owners.set(key, [...(owners.get(key) ?? []), entry]);
    }
  }
  const shared: string[] = [];
  for (const [key, list] of owners)
    for (const a of list)
      for (const b of list)
        if (a.id < b.id && a.kind === b.kind && a.countries[0] === b.countries[0] && a.kind !== "person" && !a.note && !b.note)
          shared.push(`“${key}”: ${a.source} and ${b.source}`);
  expect([...new Set(shared)]).toEqual([]);
});

test("every table says what its columns mean and where its facts are from", () => {
  for (const file of readdirSync(ACTORS_FOLDER).filter((f) => f.endsWith(".tsv"))) {
    expect(readTable(file).length, file).toBeGreaterThan(0);
  }
  for (const table of [...TABLES, "media.tsv", "states.tsv", "office-holders.tsv"]) expect(readTable(table)[0], table).toBeDefined();
});
