import { expect, test } from "vitest";
import { keepIds } from "./event-ids.ts";
import { historyOf } from "./history.ts";
import { madeRecords } from "./made.fixture.ts";
import { mergedRecord } from "./merged-record.ts";
import { choose, type Said } from "./policy.ts";
import { standing } from "./resolve-decisions.ts";
import { viewOf } from "./view.ts";

test("an event keeps its id while most of its mentions stay together", () => {
  const { ids, moves } = keepIds([["a", "b", "x"], ["c"]], [{ id: "E", mentions: ["a", "b", "c"] }]);
  expect(ids).toEqual(["E", "c"]);
  expect(moves).toEqual([]);
});

test("an id that went into another event leads there, and after a split to each part", () => {
  expect(
    keepIds(
      [["a", "b", "c"]],
      [
        { id: "E", mentions: ["a", "b"] },
        { id: "F", mentions: ["c"] },
      ],
    ).moves,
  ).toEqual([{ from: "F", to: "E", why: "merged" }]);
  const split = keepIds([["a"], ["b"], ["c"]], [{ id: "E", mentions: ["a", "b", "c"] }]);
  expect(split.moves.map(({ from, to }) => `${from} ${to}`)).toEqual(["E a", "E b", "E c"]);
});

const said = (value: number, published: string, group: number, publisher = "Paper"): Said<number> => ({
  value,
  report: group,
  published,
  publisher,
  group,
  confidence: 1,
});

test("each policy chooses as its name says", () => {
  const all = [said(3, "2024-01-01", 0), said(3, "2024-01-02", 1), said(5, "2024-01-03", 2, "Wire"), said(2, "2024-01-02", 3)];
  const best = (policy: "latest" | "most-independent" | "most-conservative" | "by-source") =>
    choose(all, String, (n) => n, { policy, sources: ["Wire"] })!.value;
  expect([best("latest"), best("most-independent"), best("most-conservative"), best("by-source")]).toEqual([5, 3, 2, 5]);
});

test("copies of one story count once", () => {
  const all = [said(3, "2024-01-01", 0), said(3, "2024-01-01", 0), said(5, "2024-01-02", 1), said(5, "2024-01-02", 2)];
  expect(choose(all, String, (n) => n)!.value).toBe(5);
});

test("a merged record keeps every report, figure and denial, and tells its history", () => {
  const [a, b] = madeRecords(2);
  const count = (best: number) => ({
    killed: { low: best, best, high: best, says: [{ report: 0, span: [0, 6] as const, text: "struck", low: best, best, high: best }] },
  });
  const denied = { certainty: "certain", polarity: "negative", reality: "occurred" } as const;
  const first = { ...a!, casualties: count(2), reports: [{ ...a!.reports[0]!, published: "2024-01-01" }] };
  const second = {
    ...b!,
    casualties: count(4),
    factuality: denied,
    reports: [{ ...b!.reports[0]!, published: "2024-01-02", factuality: denied }],
  };
  const merged = mergedRecord("E", [viewOf(second), viewOf(first)], { policy: "latest" });
  expect(merged.reports.map(({ mention }) => mention)).toEqual([a!.id, b!.id]);
  expect(merged.casualties!.killed).toMatchObject({ low: 2, best: 4, high: 4 });
  expect(merged.rivals).toContainEqual({ field: "killed", value: "2", reports: [0] });
  expect(historyOf(merged).map(({ killed }) => killed)).toEqual([
    { low: 2, latest: 2, high: 2 },
    { low: 2, latest: 4, high: 4 },
  ]);
  expect(historyOf(merged)[1]!.says).toContain("denies it");
});

test("an undo takes back, and can be taken back", () => {
  const base = { at: "2024-01-01T00:00:00Z", by: "ana", subjects: ["a", "b"] };
  const list = [
    { ...base, id: 1, kind: "same" as const },
    { ...base, id: 2, kind: "undo" as const, undoes: 1 },
  ];
  expect(standing(list)).toEqual([]);
  expect(standing([...list, { ...base, id: 3, kind: "undo" as const, undoes: 2 }]).map(({ id }) => id)).toEqual([1]);
});
