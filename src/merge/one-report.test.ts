import { expect, test } from "vitest";
import { recordsOf } from "./one-report.ts";
import { SAMPLE } from "./sample.fixture.ts";

test("every value of a record points to the characters it rests on", () => {
  for (const record of recordsOf(SAMPLE)) {
    const evidence = [
      ...[...record.actors, ...record.recipients, ...record.instruments].flatMap((p) => p.evidence),
      ...(record.place?.evidence ?? []),
      ...(record.time?.evidence ?? []),
      ...Object.values(record.casualties ?? {}).flatMap((c) => c.says),
      ...record.reports.map((r, report) => ({ report, ...r.trigger })),
      ...record.reports.map((r, report) => ({ report, span: r.span, text: r.quote })),
    ];
    expect(evidence.length).toBeGreaterThan(1);
    for (const { span, text } of evidence) expect(SAMPLE.text.slice(span[0], span[1])).toBe(text);
  }
});

test("references are resolved: the actor by name, the place with its coordinates, the days", () => {
  const [strike, claim] = recordsOf(SAMPLE);
  expect(strike).toMatchObject({
    id: "sample-1#e1",
    recipients: [{ name: "a United States base" }, { name: "three American soldiers", country: "USA" }],
    place: { name: "Mafraq", country: "JOR", latitude: 33.3 },
    time: { earliest: "2024-01-28", latest: "2024-01-28" },
    casualties: { killed: { best: 3, of: "three American soldiers" }, injured: { low: 34 } },
    independent: 1,
  });
  expect(claim?.actors[0]).toMatchObject({ name: "Islamic Resistance in Iraq", known: "islamic-resistance-in-iraq" });
});

test("what the text does not give is absent, not empty", () => {
  const claim = recordsOf(SAMPLE)[1]!;
  expect("place" in claim || "time" in claim || "casualties" in claim || "mode" in claim).toBe(false);
});
