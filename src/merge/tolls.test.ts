import { expect, test } from "vitest";
import { day, madeEvent } from "./made.fixture.ts";
import { mergedRecord } from "./merged-record.ts";
import { viewOf } from "./view.ts";

const [MODEL] = madeEvent(1, 30);

/** Reports of one event, in the order of their publication, each with what it counts. */
function merged(...reports: readonly { readonly killed?: number; readonly injured?: number; readonly earliest?: string }[]) {
  const views = reports.map(({ killed, injured, earliest }, i) => {
    const count = (n: number) => ({
      low: n,
      best: n,
      high: n,
      says: [{ report: 0, span: [0, 6] as const, text: "struck", low: n, best: n, high: n }],
    });
    const mention = `r${i}#e1`;
    return viewOf({
      ...MODEL!,
      id: mention,
      time: { earliest: earliest ?? day(0), latest: earliest ?? day(0), evidence: [] },
      casualties: { ...(killed !== undefined && { killed: count(killed) }), ...(injured !== undefined && { injured: count(injured) }) },
      reports: [{ ...MODEL!.reports[0]!, mention, document: `r${i}`, published: day(i) }],
    });
  });
  return mergedRecord("E", views);
}

test("who was wounded in the first reports and has died since is not counted twice; what each report said stays", () => {
  const { casualties, rivals } = merged({ injured: 1 }, { injured: 1 }, { killed: 1 });
  expect(casualties).toMatchObject({ killed: { best: 1 }, injured: { low: 0, best: 0, high: 1 } });
  expect(casualties!.injured!.says.map(({ best, report }) => [best, report])).toEqual([
    [1, 0],
    [1, 1],
  ]);
  expect(rivals).toContainEqual({ field: "injured", value: "1", reports: [0, 1] });
});

test("as many of the wounded are taken off as more are dead by then", () => {
  expect(merged({ killed: 2, injured: 5 }, { killed: 3, injured: 4 }, { killed: 3 }).casualties).toMatchObject({
    killed: { low: 2, best: 3, high: 3 },
    injured: { low: 4, best: 4, high: 5 },
  });
});

test("an event is not dated later than its first report", () => {
  const { time, rivals } = merged({}, { earliest: day(1) }, { earliest: day(1) });
  expect(time).toMatchObject({ earliest: day(0), latest: day(0) });
  expect(rivals).toContainEqual(expect.objectContaining({ field: "time", reports: [1, 2] }));
});
