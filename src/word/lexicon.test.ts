import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { Document } from "../document/index.ts";
import { loadParser, wordsStage } from "../parse/index.ts";
import { loadCueLexicon } from "./cue-lexicon.ts";
import { loadFactualityLexicon } from "./factuality-lexicon.ts";
import { reading } from "./reading.ts";

interface Row {
  readonly verbs?: readonly string[];
  readonly nouns?: readonly string[];
  readonly words?: readonly string[];
  readonly adjectives?: readonly string[];
  readonly kind?: string;
  readonly act?: string;
  readonly example: string;
}

const rows = (name: string) =>
  load(readFileSync(new URL(`../../lexicon/attribution/${name}.yaml`, import.meta.url), "utf8")) as readonly Row[];
const cues = loadCueLexicon();
const words = wordsStage(loadParser());
const read = (text: string) => reading(words.run(Document.from({ id: "a", text, language: "en" })), cues);
const listed = (row: Row) => [...(row.verbs ?? []), ...(row.nouns ?? []), ...(row.words ?? []), ...(row.adjectives ?? [])];

test.each(["verbs", "nouns", "words"].flatMap((file) => rows(file).map((row) => [file, row.example, row] as const)))(
  "the example of a cue holds one of its words, read as its kind and act: %s, %s",
  (_file, example, row) => {
    const { entries } = read(example);
    expect(entries.some((entry) => entry?.kind === row.kind && entry?.act === row.act)).toBe(true);
  },
);

test.each(rows("reality").map((row) => [row.example, row] as const))("the example of a governing word holds it: %s", (example, row) => {
  const lemmas = read(example).words.map((word) => word.lemma.toLowerCase());
  expect(listed(row).some((word) => lemmas.includes(word))).toBe(true);
});

test("no word is listed twice for one word class with different meanings", () => {
  for (const [file, key] of [
    ["verbs", "verbs"],
    ["nouns", "nouns"],
    ["reality", "verbs"],
    ["reality", "nouns"],
  ] as const) {
    const all = rows(file).flatMap((row) => row[key] ?? []);
    expect(all.filter((word, i) => all.indexOf(word) !== i)).toEqual([]);
  }
});

test("every hedge lowers the certainty, and every aspect has its words", () => {
  const { hedges, aspect } = loadFactualityLexicon();
  for (const place of Object.values(hedges)) for (const certainty of place.values()) expect(certainty).not.toBe("certain");
  expect(new Set(aspect.auxiliaries.values())).toEqual(new Set(["planned", "hypothetical", "demanded"]));
});
