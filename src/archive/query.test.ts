import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CodedDocument } from "../code/coded-document.ts";
import { SAMPLE, sample } from "../merge/sample.fixture.ts";
import type { Archive, EventFilter, Sort } from "./index.ts";
import { openArchive } from "./index.ts";

const DENIED: Partial<CodedDocument> = {
  publisher: "Other Paper",
  published: "2024-02-10",
  events: [
    {
      ...SAMPLE.events[0]!,
      time: { earliest: "2024-02-09", latest: "2024-02-10" },
      casualties: { killed: { low: 10, best: 12, high: 15, span: [0, 0], text: "" } },
      factuality: { certainty: "possible", polarity: "negative", reality: "occurred" },
      confidence: 0.4,
    },
  ],
};

let archive: Archive;
beforeAll(async () => {
  archive = openArchive(":memory:");
  const { id, text, language } = SAMPLE;
  const documents = [SAMPLE, sample("other", DENIED)];
  await archive.ingest(documents.map((coded) => ({ document: { source: { ...coded, id: coded.id ?? id, text, language } }, coded })));
});
afterAll(() => archive.close());

const STRIKE = "sample-1#e1";
const CLAIM = "sample-1#e2";
const OTHER = "other#e1";

test.each<[string, EventFilter, string[]]>([
  ["nothing", {}, [STRIKE, CLAIM, OTHER]],
  ["type", { types: ["SUPPORT"] }, [CLAIM]],
  ["mode", { modes: ["aerial"] }, [STRIKE, OTHER]],
  ["ACLED type", { acled: ["Explosions/Remote violence"] }, [STRIKE, OTHER]],
  ["part of an actor's name, in any case", { actors: ["islamic resist"] }, [CLAIM]],
  ["an id of the actor directory", { actors: ["islamic-resistance-in-iraq"] }, [CLAIM]],
  ["recipients too", { actors: ["american soldiers"] }, [STRIKE, OTHER]],
  ["on whose word", { sources: ["officials"] }, [STRIKE, OTHER]],
  ["publisher", { sources: ["other paper"] }, [OTHER]],
  ["place", { places: ["mafraq"] }, [STRIKE, OTHER]],
  ["a percent sign means itself", { places: ["%"] }, []],
  ["country", { countries: ["JOR"] }, [STRIKE, OTHER]],
  ["a box", { box: [38, 33, 39, 34] }, [STRIKE, OTHER]],
  ["a box across the antimeridian", { box: [170, -90, -170, 90] }, []],
  ["unlocated", { located: false }, [CLAIM]],
  ["from", { from: "2024-02-01" }, [OTHER]],
  ["to a day, inclusive", { to: "2024-01-28" }, [STRIKE]],
  ["words", { words: "drone officials" }, [STRIKE, OTHER]],
  ["a phrase", { words: '"officials said"' }, [STRIKE, OTHER]],
  ["a prefix", { words: "responsib*" }, [CLAIM]],
  ["an FTS operator is a plain word", { words: "drone NOT (struck" }, []],
  ["certainty", { certainty: ["possible"] }, [OTHER]],
  ["polarity", { polarity: ["negative"] }, [OTHER]],
  ["the author's own voice", { voices: ["own"] }, [CLAIM]],
  ["at least so many killed", { harm: { killed: { min: 4 } } }, [OTHER]],
  ["at most so many killed", { harm: { killed: { max: 4 } } }, [STRIKE]],
  ["confidence", { confidence: { min: 0.5 } }, [STRIKE, CLAIM]],
  ["document", { documents: ["other"] }, [OTHER]],
  ["one field's values are joined by OR, fields by AND", { types: ["SUPPORT", "ASSAULT"], countries: ["JOR"] }, [STRIKE, OTHER]],
  ["an empty list matches nothing", { types: [] }, []],
  ["an empty list of names matches nothing", { actors: [] }, []],
])("filter by %s", async (_, filter, ids) => {
  const page = await archive.find("mentions", { filter, sort: "added", ascending: true });
  expect(page.items.map((record) => record.id)).toEqual(ids);
  expect(page.total).toBe(ids.length);
  expect(await archive.count("mentions", filter)).toBe(ids.length);
});

test.each<[Sort, string[]]>([
  ["time", [OTHER, STRIKE, CLAIM]],
  ["killed", [OTHER, STRIKE, CLAIM]],
  ["confidence", [STRIKE, CLAIM, OTHER]],
  ["published", [OTHER, CLAIM, STRIKE]],
  ["added", [OTHER, CLAIM, STRIKE]],
])("sort by %s, page by page in both directions", async (sort, ids) => {
  for (const ascending of [false, true]) {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await archive.find("mentions", { sort, ascending, limit: 1, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.items.map((record) => record.id));
      if (page.next === undefined) break;
      cursor = page.next;
    }
    expect(seen).toEqual(ascending ? [...ids].reverse() : ids);
  }
});

test("a cursor of another sort is refused", async () => {
  const page = await archive.find("mentions", { limit: 1 });
  await expect(archive.find("mentions", { sort: "killed", cursor: page.next! })).rejects.toThrow(/cursor/);
  await expect(archive.find("mentions", { cursor: "nonsense" })).rejects.toThrow(/cursor/);
});

describe("counts", () => {
  test("per facet, the most frequent first", async () => {
    expect(await archive.facets("mentions", {}, ["type", "country", "publisher", "source", "actor"])).toEqual({
      type: [
        { value: "ASSAULT", count: 2 },
        { value: "SUPPORT", count: 1 },
      ],
      country: [{ value: "JOR", count: 2 }],
      publisher: [
        { value: "Example Wire", count: 2 },
        { value: "Other Paper", count: 1 },
      ],
      source: [
        { value: "Example Wire", count: 2 },
        { value: "officials", count: 2 },
        { value: "Other Paper", count: 1 },
      ],
      actor: [
        { value: "a United States base", count: 2 },
        { value: "three American soldiers", count: 2 },
        { value: "Islamic Resistance in Iraq", count: 1 },
      ],
    });
    expect(await archive.facets("mentions", { types: ["SUPPORT"] }, ["actor"])).toEqual({
      actor: [{ value: "Islamic Resistance in Iraq", count: 1 }],
    });
  });

  test("per stretch of the calendar; weeks begin on Monday", async () => {
    expect(await archive.timeline("mentions", {}, "week")).toEqual([
      { start: "2024-01-22", type: "ASSAULT", count: 1, killed: 3 },
      { start: "2024-02-05", type: "ASSAULT", count: 1, killed: 12 },
    ]);
    expect((await archive.timeline("mentions", {}, "month")).map((bin) => bin.start)).toEqual(["2024-01-01", "2024-02-01"]);
  });

  test("points are the located ones", async () => {
    expect(await archive.points("mentions", {})).toMatchObject([
      { id: STRIKE, latitude: 33.3, longitude: 38.7, radiusKm: 60, killed: 3 },
      { id: OTHER, killed: 12 },
    ]);
  });

  test("actors with how often they act and are acted upon", async () => {
    expect(await archive.actors("mentions", {})).toContainEqual({
      name: "Islamic Resistance in Iraq",
      known: "islamic-resistance-in-iraq",
      kind: "armed group",
      country: "IRQ",
      acts: 1,
      receives: 0,
    });
  });
});
