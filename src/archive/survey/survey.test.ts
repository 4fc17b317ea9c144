import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { CodedDocument } from "../../code/coded-document.ts";
import { SAMPLE, sample } from "../../merge/sample.fixture.ts";
import { type Archive, type EventFilter, FACETS, openArchive, type SurveyReader } from "../index.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-survey-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAMES = ["Northern Brigade", "River Police", "Éclat Front", "Harbour Council"];
const PLACES = [
  { name: "Karsa", country: "SYR", admin1: "Raqqa", latitude: 35.9, longitude: 38.9, radiusKm: 4 },
  { name: "Dolen", country: "JOR", latitude: 31.2, longitude: 36.1 },
  { name: "Ostra", country: "FJI", latitude: -17, longitude: 179.5, radiusKm: 40 },
  { name: "somewhere" },
];

/** A document whose two events differ from those of the others in every column. */
function made(i: number): CodedDocument {
  const day = `2024-0${1 + (i % 3)}-${String(1 + ((i * 7) % 28)).padStart(2, "0")}`;
  const place = PLACES[i % PLACES.length]!;
  const base = sample(`made-${i}`, { publisher: `Paper ${i % 4}`, published: day });
  const name = (k: number) => ({ ...SAMPLE.actors[0]!, id: `n${k}`, name: NAMES[k % NAMES.length]! });
  const argument = (k: number) => ({ ...SAMPLE.events[1]!.actors[0]!, actor: `n${k % NAMES.length}`, text: NAMES[k % NAMES.length]! });
  return {
    ...base,
    actors: NAMES.map((_, k) => name(k)),
    places: [{ ...SAMPLE.places[0]!, id: "p0", radiusKm: undefined, admin1: undefined, ...place } as never],
    events: SAMPLE.events.map((event, k) => ({
      ...event,
      type: (["ASSAULT", "PROTEST", "AID"] as const)[(i + k) % 3]!,
      actors: [argument(i + k)],
      recipients: i % 5 === 0 ? [] : [argument(i + k + 1), argument(i + k + 2)],
      place: { ref: "p0" },
      ...(i % 6 === 0 ? { time: undefined } : { time: { earliest: day, latest: day } }),
      casualties: i % 2 ? { killed: { low: i % 4, best: i % 4, high: i % 8, span: [0, 0] as const, text: "" } } : {},
      factuality: { ...event.factuality, certainty: (["certain", "possible"] as const)[i % 2]!, polarity: i % 7 ? "positive" : "negative" },
      confidence: ((i * 13) % 10) / 10,
    })) as never,
  };
}

const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 3 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const day = fc.constantFrom("2024", "2024-01-15", "2024-02-01", "2024-03-20");
const FILTERS: fc.Arbitrary<EventFilter> = fc
  .record({
    types: some(["ASSAULT", "PROTEST", "AID"] as const),
    countries: some(["SYR", "JOR", "FJI", "XXX"]),
    actors: some(["brigade", "RIVER", "éclat", "%", "islamic-resistance-in-iraq"]),
    sources: some(["paper 1", "officials", "_"]),
    places: some(["kar", "RAQQA", "o"]),
    certainty: some(["certain", "possible"] as const),
    polarity: some(["positive", "negative"] as const),
    voices: some(["own", "statement"]),
    located: maybe(fc.boolean()),
    disputed: maybe(fc.boolean()),
    from: maybe(day),
    to: maybe(day),
    words: maybe(fc.constantFrom("drone", "responsib*", "nothing")),
    documents: some(["made-1", "made-4"]),
    review: some(["accepted", "open"] as const),
    box: maybe(fc.constantFrom([170, -90, -170, 90] as const, [30, 30, 39, 36] as const)),
    harm: maybe(fc.constantFrom({ killed: { min: 1 } }, { killed: { max: 2 } })),
    confidence: maybe(fc.constantFrom({ max: 0.5 }, { min: 0.3 })),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as EventFilter);

async function archiveOf(documents: number, file = ":memory:"): Promise<Archive> {
  const archive = openArchive(file);
  await add(archive, 0, documents);
  return archive;
}

async function add(archive: Archive, from: number, to: number): Promise<void> {
  const coded = Array.from({ length: to - from }, (_, k) => made(from + k));
  await archive.ingest(coded.map((one) => ({ document: { source: one }, coded: one })));
}

/** All answers to one filter. */
async function answersOf(reader: SurveyReader, filter: EventFilter) {
  return {
    count: await reader.count("mentions", filter),
    facets: await reader.facets("mentions", filter, FACETS, 20),
    weeks: await reader.timeline("mentions", filter, "week"),
    months: await reader.timeline("mentions", filter, "month"),
    places: await reader.places("mentions", filter),
    pairs: await reader.pairs("mentions", filter, 5),
    actors: await reader.actors("mentions", filter, 5),
    latest: await reader.find("mentions", { filter, limit: 7 }),
    deadliest: await reader.find("mentions", { filter, sort: "killed", limit: 3 }),
  };
}

test("columns answer every filter as the archive's SQL does", async () => {
  await using archive = await archiveOf(40);
  await archive.decide({ by: "ana", kind: "accept", subjects: ["made-4#e1"] });
  const survey = archive.survey();
  await fc.assert(
    fc.asyncProperty(FILTERS, async (filter) => {
      expect(await answersOf(survey, filter)).toEqual(await answersOf(archive, filter));
    }),
    { numRuns: 150 },
  );
});

test.each(["time", "published", "killed", "confidence", "reports", "added"] as const)(
  "cursors of a list by %s lead through all rows once, and belong to the archive's own lists, too",
  async (sort) => {
    await using archive = await archiveOf(15);
    const survey = archive.survey();
    for (const ascending of [true, false]) {
      const ids: string[] = [];
      const query = { sort, ascending, limit: 4, filter: { confidence: { min: 0 } } };
      for (let cursor: string | undefined, i = 0; i === 0 || cursor !== undefined; i++) {
        const reader: SurveyReader = i % 2 ? archive : survey;
        const page = await reader.find("mentions", { ...query, ...(cursor !== undefined && { cursor }) });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      expect(ids).toHaveLength(30);
      expect(new Set(ids).size).toBe(30);
      expect((await archive.find("mentions", { ...query, limit: 100 })).items.map(({ id }) => id)).toEqual(ids);
    }
  },
);

test("what is added, coded again and taken away is seen at the next question", async () => {
  await using archive = await archiveOf(10);
  const survey = archive.survey();
  const same = async () => expect(await answersOf(survey, {})).toEqual(await answersOf(archive, {}));
  await same();
  await add(archive, 10, 14);
  await same();
  // The last rows go and others come: their keys must not be taken for the old ones.
  const again = { ...made(13), coder: { ...SAMPLE.coder, version: "9" }, events: [made(2).events[0]!] };
  await archive.ingest([{ document: { source: again }, coded: again }]);
  await same();
  expect(await survey.count("mentions")).toBe(27);
});

test("an archive in a file is surveyed on another thread, which sees what any program writes", async () => {
  const file = join(folder, "thread.dateline");
  await using archive = await archiveOf(12, file);
  const survey = archive.survey();
  const same = async (filter: EventFilter) => expect(await answersOf(survey, filter)).toEqual(await answersOf(archive, filter));
  await same({});
  await same({ types: ["ASSAULT"] });
  const other = openArchive(file);
  await add(other, 12, 20);
  await other.close();
  await same({ types: ["ASSAULT"] });
  await expect(survey.find("mentions", { filter: { types: ["AID"] }, cursor: "foreign" })).rejects.toMatchObject({ code: "invalid" });
});
