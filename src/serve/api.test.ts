import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MAX_DOCUMENT_BYTES } from "../read/index.ts";
import { type Made, made } from "./made.fixture.ts";

let server: Made;
beforeEach(async () => {
  server = await made();
});
afterEach(() => server.archive.close());

const EVENT = encodeURIComponent("sample-1#e1");
const json = async (response: Response) => (await response.json()) as Record<string, never>;

describe("lists and counts", () => {
  test("the filter of the address is the filter of the list, and cursors lead through all of it", async () => {
    const ids: string[] = [];
    let cursor = "";
    do {
      const page = await json(await server.ask(`/api/events?limit=1&sort=added${cursor}`));
      ids.push(...(page.items as { record: { id: string } }[]).map(({ record }) => record.id));
      cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : "";
    } while (cursor !== "");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe((await json(await server.ask("/api/about"))).events);
    const support = await json(await server.ask("/api/events?type=SUPPORT&type=AID"));
    expect((support.items as { record: { type: string } }[]).every(({ record }) => record.type === "SUPPORT")).toBe(true);
  });

  test("located and unlocated, dated and undated events add up to all", async () => {
    const total = (await json(await server.ask("/api/events"))).total as number;
    const { places, unlocated } = await json(await server.ask("/api/places"));
    expect((places as { count: number }[]).reduce((sum, place) => sum + place.count, 0) + unlocated).toBe(total);
    const { bins, undated } = await json(await server.ask("/api/timeline"));
    expect((bins as { count: number }[]).reduce((sum, bin) => sum + bin.count, 0) + undated).toBe(total);
  });

  test("all pictures of a set in one answer are those that are given one by one", async () => {
    for (const query of ["", "type=ASSAULT", "words=nothing-has-this"]) {
      const each = async (path: string) => json(await server.ask(`/api/${path}${query}`));
      expect(await each("pictures?top=5&")).toEqual({
        timeline: await each("timeline?"),
        places: await each("places?"),
        network: await each("network?"),
        facets: await each("facets?top=5&"),
      });
    }
  });

  test.each([
    ["a type that does not exist", "/api/events?type=NOPE", 400],
    ["a date that is none", "/api/events?from=yesterday", 400],
    ["a foreign cursor", "/api/events?cursor=abc", 400],
    ["an event that is not there", "/api/events/none", 404],
    ["a document that is not there", "/api/documents/none", 404],
    ["a format that does not exist", "/api/export/none", 404],
    ["an address that does not exist", "/api/none", 404],
  ])("%s is refused with problem details", async (_, path, status) => {
    const response = await server.ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await json(response)).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  });

  test("the API describes itself as OpenAPI 3.1", async () => {
    const description = await json(await server.ask("/api/openapi.json"));
    expect(description.openapi).toBe("3.1.0");
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining(["/api/events", "/api/events/{id}", "/api/decisions", "/api/export/{format}"]),
    );
  });
});

describe("decisions", () => {
  const accept = { by: "ana", kind: "accept", subjects: ["sample-1#e1"] };

  test("one that saw the latest version is kept and changes the version", async () => {
    const before = await server.ask(`/api/events/${EVENT}`);
    expect(before.headers.get("etag")).toBe('"0"');
    expect((await server.post("/api/decisions", accept, { "if-match": '"0"' })).status).toBe(200);
    const after = await server.ask(`/api/events/${EVENT}`);
    expect(after.headers.get("etag")).toBe('"1"');
    expect(await json(after)).toMatchObject({ review: "accepted", standing: [1] });
  });

  test("one that did not is refused with both versions, and nothing is lost", async () => {
    await server.post("/api/decisions", accept, { "if-match": '"0"' });
    const late = await server.post("/api/decisions", { ...accept, by: "ben", kind: "reject" }, { "if-match": '"0"' });
    expect(late.status).toBe(412);
    expect(await json(late)).toMatchObject({ yours: { by: "ben", kind: "reject" }, current: { review: "accepted" } });
    expect((await server.archive.decisions()).map((d) => d.by)).toEqual(["ana"]);
  });

  test("one without If-Match is refused", async () => {
    expect((await server.post("/api/decisions", accept)).status).toBe(428);
  });

  test("a command line that decides meanwhile is a conflict too", async () => {
    await server.archive.decide({ by: "cli", kind: "accept", subjects: ["sample-1#e1"] });
    expect((await server.post("/api/decisions", accept, { "if-match": '"0"' })).status).toBe(412);
  });

  test("a correction shows, and its undo takes it away again, and the undo of that brings it back", async () => {
    const killed = async () =>
      (await json(await server.ask(`/api/events/${EVENT}`))).record as { casualties: { killed: { best: number } } };
    await server.post(
      "/api/decisions",
      { ...accept, kind: "correct", field: "killed", value: { low: 7, best: 7, high: 9 } },
      { "if-match": "*" },
    );
    expect((await killed()).casualties.killed).toMatchObject({ low: 7, best: 7, high: 9 });
    await server.post("/api/decisions/1/undo", { by: "ana" });
    expect((await killed()).casualties.killed.best).toBe(3);
    await server.post("/api/decisions/2/undo", { by: "ana" });
    expect((await killed()).casualties.killed.best).toBe(7);
    expect((await server.post("/api/decisions/2/undo", { by: "ana" })).status).toBe(409);
  });

  test("a missed event that a person adds is an event like others", async () => {
    const text = "claimed responsibility";
    const start = (await server.archive.document("other"))!.source.text.indexOf(text);
    const added = {
      by: "ana",
      kind: "add",
      subjects: ["new"],
      value: { type: "PROTEST", actors: ["Students"], killed: { low: 1, best: 1, high: 1 } },
      evidence: [{ document: "other", span: [start, start + text.length], text }],
    };
    expect((await server.post("/api/decisions", added, { "if-match": "*" })).status).toBe(200);
    const page = await json(await server.ask("/api/events?type=PROTEST"));
    expect(page.items).toMatchObject([{ record: { actors: [{ name: "Students" }], reports: [{ document: "other", trigger: { text } }] } }]);
    await server.post("/api/decisions/1/undo", { by: "ana" });
    expect((await json(await server.ask("/api/events?type=PROTEST"))).total).toBe(0);
  });

  test.each([
    ["no name", { ...accept, by: " " }],
    ["no such kind", { ...accept, kind: "burn" }],
    ["nothing decided on", { ...accept, subjects: [] }],
    [
      "words that are not in the document",
      { by: "a", kind: "add", subjects: ["x"], value: { type: "AID" }, evidence: [{ document: "other", span: [0, 999999], text: "" }] },
    ],
  ])("%s is refused", async (_, decision) => {
    expect((await server.post("/api/decisions", decision, { "if-match": "*" })).status).toBe(400);
  });

  test("agreement between two people is measured, and what they differ on is listed", async () => {
    await server.post("/api/decisions", accept, { "if-match": "*" });
    await server.post("/api/decisions", { ...accept, by: "ben", kind: "reject" }, { "if-match": "*" });
    expect(await json(await server.ask("/api/agreement"))).toMatchObject({ items: 1, disputed: [{ item: "sample-1#e1" }] });
  });

  test("what settles a difference is no third opinion", async () => {
    await server.post("/api/decisions", accept, { "if-match": "*" });
    await server.post("/api/decisions", { ...accept, by: "ben", kind: "reject" }, { "if-match": "*" });
    const before = await json(await server.ask("/api/agreement"));
    await server.post("/api/decisions", { ...accept, by: "cleo", kind: "reject", why: "adjudicated" }, { "if-match": "*" });
    const settled = { "sample-1#e1": { by: "cleo", value: "reject" } };
    expect(await json(await server.ask("/api/agreement"))).toEqual({ ...before, settled });
    expect(await json(await server.ask(`/api/events/${EVENT}`))).toMatchObject({ review: "rejected" });
  });
});

describe("articles", () => {
  const add = (body: string, name: string) => server.ask(`/api/articles?name=${name}`, { method: "POST", body });

  test("one that is added is read, coded, kept and found", async () => {
    const { results } = await json(await add("A headline\n\nSoldiers marched through the town on Monday, witnesses said.", "note.txt"));
    expect(results).toMatchObject([{ ok: true, status: "new", events: 1 }]);
    const [{ document }] = results as [{ document: string }];
    expect((await server.ask(`/api/documents/${document}`)).status).toBe(200);
    expect(await (await server.ask(`/api/documents/${document}/original`)).text()).toContain("Soldiers marched");
  });

  test("what cannot be read is told, with its reason, and kept as a failure", async () => {
    const { results } = await json(await add("\u0000\u0001\u0002\u0003binary\u0000\u0000", "photo.jpg"));
    expect(results).toMatchObject([{ ok: false, code: expect.any(String), message: expect.stringContaining("photo.jpg") }]);
    const runs = await server.archive.runs();
    expect(await server.archive.failures(runs.at(-1)!.id)).toHaveLength(1);
  });

  test("a body beyond the bound is refused", async () => {
    const response = await server.ask("/api/articles", {
      method: "POST",
      body: "x",
      headers: { "content-length": String(MAX_DOCUMENT_BYTES + 1) },
    });
    expect(response.status).toBe(413);
    expect((await server.post("/api/decisions", { by: "a".repeat(300_000) }, { "if-match": "*" })).status).toBe(413);
  });

  test("a page's markup is never served as a page", async () => {
    const response = await server.ask("/api/documents/other/original");
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("exports", () => {
  test.each(["csv", "jsonl", "geojson"])("%s carries a citation with the coder's version", async (format) => {
    const response = await server.ask(`/api/export/${format}?type=ASSAULT`);
    expect(response.headers.get("content-disposition")).toContain(`dateline-2024-03-01-${format}`);
    const text = await response.text();
    expect(text).toContain("events from the archive “made.dateline”, filter: type=ASSAULT");
    expect(text).toContain("0.1.0");
    if (format === "geojson") expect(JSON.parse(text)).toMatchObject({ type: "FeatureCollection", features: [expect.anything()] });
    if (format === "jsonl")
      for (const line of text.trim().split("\n")) expect(JSON.parse(line)).toMatchObject({ citation: expect.any(String) });
  });

  test("cells of CSV cannot start a formula", async () => {
    for (const [i, start] of ["=", "+", "-", "@", "\t=", "\r="].entries()) {
      const value = [`${start}HYPERLINK("http://evil.example","x")`];
      await server.post(
        "/api/decisions",
        { by: "ana", kind: "correct", subjects: ["sample-1#e1"], field: "actors", value },
        { "if-match": "*" },
      );
      await server.archive.changeEvents({ put: [await corrected(i)] });
      const csv = await (await server.ask("/api/export/csv?type=ASSAULT")).text();
      for (const row of csv.split("\r\n"))
        for (const cell of row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)) expect(cell.replace(/^"/, "")).not.toMatch(/^[=+@\t\r]/);
    }
    async function corrected(i: number) {
      const detail = await json(await server.ask(`/api/events/${EVENT}`));
      return { ...(detail.record as object), confidence: 0.5 + i / 100 } as never;
    }
  });
});
