import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision, DecisionKind } from "./decision.ts";
import { madeRecords, partition } from "./made.fixture.ts";
import { mergeRecords } from "./merge-records.ts";

const RECORDS = madeRecords(60);
const MERGED = mergeRecords(RECORDS);

function decision(id: number, kind: DecisionKind, subjects: readonly string[], more: Partial<Decision> = {}): Decision {
  return { id, at: "2024-01-01T00:00:00Z", by: "ana", kind, subjects, ...more };
}

test("reports of one event are joined, all of them, and reports of different events never", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const records = madeRecords(400, seed);
    const truth = new Map<string, string[]>();
    for (const { id } of records) truth.set(id.split(".")[0]!, [...(truth.get(id.split(".")[0]!) ?? []), id]);
    expect(partition(mergeRecords(records).events)).toEqual([...truth.values()].map((ids) => ids.sort().join(" ")).sort());
  }
});

test("the order of arrival does not change a byte", () => {
  const expected = JSON.stringify(MERGED);
  fc.assert(
    fc.property(fc.shuffledSubarray(RECORDS, { minLength: RECORDS.length }), (records) => {
      expect(JSON.stringify(mergeRecords(records))).toBe(expected);
    }),
    { numRuns: 15 },
  );
});

test("merging again changes nothing, and ids stay", () => {
  const former = MERGED.events.map(({ id, reports }) => ({ id, mentions: reports.map(({ mention }) => mention) }));
  expect(mergeRecords(RECORDS, [], { former })).toEqual({ events: MERGED.events, moves: [] });
});

test("every report is in one event", () => {
  const mentions = MERGED.events.flatMap(({ reports }) => reports.map(({ mention }) => mention));
  expect(mentions.sort()).toEqual(RECORDS.map(({ id }) => id).sort());
});

const ids = RECORDS.map(({ id }) => id);
const made = fc.oneof(
  fc.record({
    kind: fc.constantFrom<DecisionKind>("same", "different", "split", "unsure"),
    subjects: fc.shuffledSubarray(ids, { minLength: 2, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constantFrom<DecisionKind>("accept", "reject", "note"),
    subjects: fc.shuffledSubarray(ids, { minLength: 1, maxLength: 1 }),
  }),
  fc.record({
    kind: fc.constant<DecisionKind>("correct"),
    subjects: fc.shuffledSubarray(ids, { minLength: 1, maxLength: 1 }),
    field: fc.constantFrom(
      "killed",
      "injured",
      "place",
      "time",
      "mode",
      "actors",
      "instruments",
      "type",
      "certainty",
      "polarity",
      "reality",
    ),
    value: fc.constantFrom(null, 3, "Somewhere", { best: 4, low: 2, high: 5 }, "PROTEST", "possible", "negative", "planned"),
  }),
);

test("every decision can be taken back", () => {
  fc.assert(
    fc.property(fc.array(made, { minLength: 1, maxLength: 4 }), (list) => {
      const decisions = list.map((d, i) => decision(i + 1, d.kind, d.subjects, d));
      const undone = decisions.map((d) => decision(d.id + 100, "undo", d.subjects, { undoes: d.id }));
      expect(mergeRecords(RECORDS, [...decisions, ...undone])).toEqual(MERGED);
      const redone = undone.map((d) => decision(d.id + 100, "undo", d.subjects, { undoes: d.id }));
      expect(mergeRecords(RECORDS, [...decisions, ...undone, ...redone])).toEqual(mergeRecords(RECORDS, decisions));
    }),
    { numRuns: 15 },
  );
});

test("what a person joined is together, what a person told apart is not", () => {
  const [a, b] = [ids[0]!, ids.at(-1)!];
  const eventOf = (events: typeof MERGED.events, id: string) =>
    events.find(({ reports }) => reports.some(({ mention }) => mention === id))!.id;
  const same = mergeRecords(RECORDS, [decision(1, "same", [a, b])]).events;
  expect(eventOf(same, a)).toBe(eventOf(same, b));
  const { reports } = MERGED.events.find((event) => event.reports.length > 2)!;
  const [x, y] = [reports[0]!.mention, reports[1]!.mention];
  const different = mergeRecords(RECORDS, [decision(1, "different", [x, y])]).events;
  expect(eventOf(different, x)).not.toBe(eventOf(different, y));
});

test("the later of two decisions on the same reports holds", () => {
  const [a, b] = [ids[0]!, ids.at(-1)!];
  const events = mergeRecords(RECORDS, [decision(1, "same", [a, b]), decision(2, "different", [a, b])]).events;
  expect(partition(events)).toEqual(partition(MERGED.events));
});

test("a corrected figure stands, and the machine's stays as a rival", () => {
  const event = MERGED.events.find(({ casualties }) => (casualties?.killed?.best ?? 0) > 0)!;
  const value = event.casualties!.killed!.best + 1;
  const after = mergeRecords(RECORDS, [decision(1, "correct", [event.id], { field: "killed", value })]).events.find(
    ({ id }) => id === event.id,
  )!;
  expect(after.casualties!.killed).toMatchObject({ best: value });
  expect(after.rivals).toContainEqual(expect.objectContaining({ field: "killed", value: String(value - 1) }));
});

test("a decision finds its report by the words it rests on when coding again gave it another id", () => {
  const moved = RECORDS.map((record, i) => {
    if (i !== 0) return record;
    const mention = record.id.replace("#e1", "#e7");
    return { ...record, id: mention, reports: [{ ...record.reports[0]!, mention }] };
  });
  const [first, last] = [RECORDS[0]!, RECORDS.at(-1)!];
  const evidence = [first, last].map(({ reports: [r] }) => ({ document: r!.document, span: r!.trigger.span, text: r!.trigger.text }));
  const { events } = mergeRecords(moved, [decision(1, "same", [first.id, last.id], { evidence })]);
  const joined = events.find(({ reports }) => reports.some(({ mention }) => mention === moved[0]!.id))!;
  expect(joined.reports.map(({ mention }) => mention)).toContain(last.id);
});
