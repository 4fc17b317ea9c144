import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import type { EventRecord } from "../merge/index.ts";
import { recordsOf } from "../merge/index.ts";
import { SAMPLE } from "../merge/sample.fixture.ts";
import { FORMATS, formatNamed, writeRecords } from "./index.ts";

const RECORDS = recordsOf(SAMPLE);
const CONTEXT = { at: "2024-02-01T00:00:00.000Z", version: "0.1.0", file: "events.csv" };

async function written(name: string, records: readonly EventRecord[] = RECORDS): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of writeRecords(formatNamed(name)!, records, CONTEXT)) chunks.push(String(chunk));
  return chunks.join("");
}

/** Cells of simple tables: none of the sample's values holds a separator or a quotation mark. */
const cells = (line: string | undefined, separator: string) => (line ?? "").split(separator);

async function rowOf(name: string, separator: string): Promise<Record<string, string>> {
  const [header, row] = (await written(name, RECORDS.slice(0, 1))).split(/\r?\n/);
  return Object.fromEntries(cells(header, separator).map((column, i) => [column, cells(row, separator)[i] ?? ""]));
}

test.each(FORMATS.map((f) => [f.name, f] as const))(
  "%s: the same events give the same bytes; none at all is a valid file",
  async (name, format) => {
    expect(await written(name)).toBe(await written(name));
    await expect(written(name, [])).resolves.toBeTypeOf("string");
    expect(format.description).not.toBe("");
  },
);

describe("csv", () => {
  test("has every field, and metadata that names every column", async () => {
    const row = await rowOf("hxl", ",");
    expect(row["Event type"]).toBe("#event+type");
    const lines = (await written("csv")).split("\r\n");
    const header = cells(lines[0], ",");
    const metadata = JSON.parse(formatNamed("csv")!.beside!(CONTEXT).content) as {
      url: string;
      tableSchema: { columns: { name: string }[] };
    };
    expect(metadata.tableSchema.columns.map((c) => c.name)).toEqual(header);
    expect(metadata.url).toBe("events.csv");
    expect(lines[1]).toContain("a United States base; three American soldiers");
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("a source's text %j cannot start a formula", async (text) => {
    const hostile = { ...RECORDS[0]!, actors: [{ ...RECORDS[0]!.recipients[0]!, name: text }] };
    for (const name of ["csv", "acled", "hxl"]) {
      const out = await written(name, [hostile]);
      expect(out).toContain(`'${text}`);
      expect(out).not.toContain(`,${text}`);
      expect(out).not.toContain(`"${text}`);
    }
    for (const name of ["polecat", "gdelt"]) expect(await written(name, [hostile])).not.toContain(`\t${text}`);
  });

  test("negative coordinates stay numbers", async () => {
    const south = { ...RECORDS[0]!, place: { ...RECORDS[0]!.place!, latitude: -1.5, longitude: -70 } };
    expect(await written("csv", [south])).toContain(",-1.5,-70,");
  });
});

test("acled: the 31 columns; precisions, codes and kinds as ACLED writes them; only events that ACLED counts", async () => {
  const row = await rowOf("acled", ",");
  expect(Object.keys(row)).toHaveLength(31);
  expect(Object.keys(row).slice(0, 7)).toEqual([
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
  ]);
  expect(row).toMatchObject({
    event_id_cnty: "sample-1#e1",
    event_date: "2024-01-28",
    time_precision: "1",
    disorder_type: "Political violence",
    event_type: "Explosions/Remote violence",
    sub_event_type: "Air/drone strike",
    actor1: "",
    inter1: "",
    actor2: "a United States base",
    assoc_actor_2: "three American soldiers",
    iso: "400",
    region: "Middle East",
    country: "Jordan",
    geo_precision: "3",
    source: "Example Wire",
    source_scale: "",
  });
  expect((await written("acled")).trimEnd().split("\r\n")).toHaveLength(2);
});

test("ucdp: the 49 columns; sides, deaths and precisions", async () => {
  const [header] = (await written("ucdp")).split("\r\n");
  expect(cells(header, ",")).toHaveLength(49);
  const soldiers: EventRecord = { ...RECORDS[0]!, actors: RECORDS[1]!.actors, recipients: RECORDS[0]!.recipients.slice(1) };
  const lines = (await written("ucdp", [soldiers])).split("\r\n");
  for (const value of ["Islamic Resistance in Iraq - three American soldiers", "POINT (38.7 33.3)", ",177558,", ",663,"])
    expect(lines[1]).toContain(value);
  expect(lines[1]?.endsWith(",1,1,2024-01-28,2024-01-28,,3,,,3,3,3,,2")).toBe(true);
});

test("polecat: its columns, tab-separated", async () => {
  const row = await rowOf("polecat", "\t");
  expect(Object.keys(row)).toHaveLength(40);
  expect(row).toMatchObject({
    "Event Type": "ASSAULT",
    "Quad Code": "MATERIAL CONFLICT",
    "Primary Recipient Sector": "",
    "Recipient Sectors": "MIL",
    "Recipient Country": "United States",
    "Recipient COW": "2",
    "GeoNames ID": "250624",
    "Raw Placename": "northeastern Jordan",
    City: "",
    Intensity: "",
  });
});

test("gdelt: 61 columns and 16, joined by a number that stays the same", async () => {
  const event = cells((await written("gdelt")).split("\n")[0], "\t");
  const mention = cells((await written("gdelt-mentions")).split("\n")[0], "\t");
  expect([event.length, mention.length]).toEqual([61, 16]);
  expect(mention[0]).toBe(event[0]);
  expect(Number.isSafeInteger(Number(event[0]))).toBe(true);
  expect(event.slice(1, 5)).toEqual(["20240128", "202401", "2024", "2024.1589"]);
  expect([event[53], event[60]]).toEqual(["JO", "https://news.example/tower-22"]);
});

test("geojson: longitude first, the radius a property, null geometry where the place is not known", async () => {
  const { type, features } = JSON.parse(await written("geojson")) as {
    type: string;
    features: { geometry: unknown; properties: object }[];
  };
  expect(type).toBe("FeatureCollection");
  expect(features[0]).toMatchObject({
    id: "sample-1#e1",
    geometry: { type: "Point", coordinates: [38.7, 33.3] },
    properties: { radius_km: 60, killed_best: 3 },
  });
  expect(features[1]?.geometry).toBeNull();
});

test("stix: every object has its id and its times, every reference leads somewhere", async () => {
  const bundle = JSON.parse(await written("stix")) as { objects: Record<string, unknown>[] };
  const ids = new Set(bundle.objects.map((o) => o.id));
  expect(ids.size).toBe(bundle.objects.length);
  for (const o of bundle.objects) {
    expect(o.id).toMatch(new RegExp(`^${o.type as string}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`));
    expect(o.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    for (const ref of [o.created_by_ref, o.source_ref, o.target_ref, ...((o.object_refs as string[] | undefined) ?? [])])
      if (ref) expect(ids).toContain(ref);
  }
  expect(bundle.objects.find((o) => o.type === "location")).toMatchObject({
    latitude: 33.3,
    precision: 60_000,
    country: "JO",
    administrative_area: "Mafraq",
  });
});

test("ftm: entities with lists of values; an actor of the directory is one entity wherever it is met", async () => {
  const entities = (await written("ftm"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> });
  expect(entities.map((e) => e.schema)).toEqual(["Event", "PublicBody", "Article", "Event", "Organization", "Article"]);
  expect(entities[0]?.properties).toMatchObject({ country: ["jo"], startDate: ["2024-01-28"], recordId: ["sample-1#e1"] });
  const again = recordsOf({ ...SAMPLE, id: "other" });
  expect(await written("ftm", again.slice(1))).toContain(entities[4]!.id);
});

test("timemap: dates as month/day/year, coordinates as strings", async () => {
  const entries = JSON.parse(await written("timemap")) as object[];
  expect(entries[0]).toMatchObject({
    date: "01/28/2024",
    time_precision: "day",
    latitude: "33.3",
    sources: ["https://news.example/tower-22"],
  });
  expect(entries[1]).toMatchObject({ date: "", latitude: "" });
});

test("annotation: selects the sentence and, within it, the trigger", async () => {
  const [first] = (await written("annotation")).split("\n").map((line) => line && (JSON.parse(line) as Record<string, unknown>));
  expect(first).toMatchObject({
    type: "Annotation",
    target: {
      source: SAMPLE.url,
      selector: [
        { type: "TextQuoteSelector" },
        { refinedBy: { exact: "struck", prefix: "A drone ", suffix: " a United States base in northea" } },
      ],
    },
  });
});

test("jsonl: comes back without loss", async () => {
  const back = (await written("jsonl"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as EventRecord);
  expect(back).toEqual(RECORDS);
});

test("parquet: comes back with its numbers, and nulls where nothing is known", async () => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeRecords(formatNamed("parquet")!, RECORDS, CONTEXT)) chunks.push(chunk as Uint8Array);
  const bytes = new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  const rows = await parquetReadObjects({ file: bytes.buffer });
  expect(rows).toMatchObject([
    { id: "sample-1#e1", killed_best: 3, latitude: 33.3, mode: "aerial" },
    { id: "sample-1#e2", killed_best: null, latitude: null, mode: null },
  ]);
});

test("what a format cannot say is counted, not dropped in silence", async () => {
  const counts = { written: 0, leftOut: 0 };
  for await (const _ of writeRecords(formatNamed("acled")!, RECORDS, CONTEXT, counts));
  expect(counts).toEqual({ written: 1, leftOut: 1 });
});
