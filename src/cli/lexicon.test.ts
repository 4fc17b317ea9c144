import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inProcess as dateline } from "./command-line.fixture.ts";

/** A subject that has nothing to do with conflict: who grows what, where and when. */
const FARMING = `
type: AID
groups:
  harvest:
    frame: act-on
    verbs: [harvest, irrigate]
    nouns: [harvest]
`;
const ARTICLE = "Fields\n\nNAIROBI, March 4, 2019 - Farmers harvested maize near Kitale on Sunday. The ministry irrigated the fields.";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lexicon-"));
  writeFileSync(join(folder, "farming.yaml"), FARMING);
  writeFileSync(join(folder, "broken.yaml"), "type: FARMING\ngroups:\n  harvest:\n    frame: act-on\n    verbs: [harvest]\n");
  writeFileSync(join(folder, "article.txt"), ARTICLE);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Coded {
  readonly coder: { readonly lexicon: string };
  readonly events: readonly { readonly trigger: { readonly text: string }; readonly actors: readonly { readonly text: string }[] }[];
}

test("a lexicon of another subject finds what the program's own does not, with who, where and when", async () => {
  const own = JSON.parse((await dateline(["code", "--json", join(folder, "article.txt")])).out) as Coded;
  expect(own.events).toEqual([]);
  const { out } = await dateline(["code", "--json", "--lexicon", join(folder, "farming.yaml"), join(folder, "article.txt")]);
  const coded = JSON.parse(out) as Coded;
  expect(coded.events.map(({ trigger }) => trigger.text)).toEqual(["harvested", "irrigated"]);
  expect(coded.events[0]).toMatchObject({
    actors: [{ text: "Farmers" }],
    time: { earliest: "2019-03-03", latest: "2019-03-03" },
    place: expect.anything(),
  });
  // Documents that another lexicon coded are told apart, so that an archive codes them anew.
  expect(coded.coder.lexicon).not.toBe(own.coder.lexicon);
});

test("an archive that is filled with another lexicon is coded anew", async () => {
  const archive = join(folder, "farm.dateline");
  const article = join(folder, "article.txt");
  await dateline(["ingest", article, "--archive", archive]);
  expect((await dateline(["events", "--count", "--archive", archive])).out).toBe("0\n");
  await dateline(["ingest", article, "--lexicon", join(folder, "farming.yaml"), "--archive", archive]);
  expect((await dateline(["events", "--count", "--archive", archive])).out).toBe("2\n");
});

test("a lexicon that cannot be used is named, with what is wrong", async () => {
  const { code, err } = await dateline(["code", "--lexicon", join(folder, "broken.yaml"), join(folder, "article.txt")]);
  expect(code).not.toBe(0);
  expect(err).toContain("broken.yaml");
  expect(err).toContain("FARMING");
});
