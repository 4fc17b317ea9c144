import { expect, test } from "vitest";
import type { EventRecord } from "../event-record.ts";
import { judge } from "../judge.ts";
import { madeRecords } from "../made.fixture.ts";
import { viewOf } from "../view.ts";
import { FEATURES } from "./index.ts";

const BASE = madeRecords(1)[0]!;
const REPORT = BASE.reports[0]!;
const EVIDENCE = { report: 0, span: [0, 6] as const, text: "struck" };

function score(name: string, a: Partial<EventRecord>, b: Partial<EventRecord>): number {
  const feature = FEATURES.find((f) => f.name === name)!;
  const [x, y] = [viewOf({ ...BASE, ...a }), viewOf({ ...BASE, ...b })];
  expect(feature.score(y, x)).toBeCloseTo(feature.score(x, y), 10);
  const value = feature.score(x, y);
  if (value !== 0) expect(feature.sentence(x, y, value)).not.toBe("");
  return value;
}

const toll = (best: number) => ({ killed: { low: best, best, high: best, says: [{ ...EVIDENCE, low: best, best, high: best }] } });
const place = (latitude: number, radiusKm: number, admin1 = "North") => ({
  place: { name: "X", latitude, longitude: 40, radiusKm, country: "IRQ", admin1, confidence: 1, evidence: [EVIDENCE] },
});
const time = (earliest: string, latest = earliest) => ({ time: { earliest, latest, evidence: [] } });
const report = (more: Partial<typeof REPORT>) => ({ reports: [{ ...REPORT, ...more }] });
const print = (more: Partial<NonNullable<typeof REPORT.print>>) => report({ print: { ...REPORT.print!, ...more } });
const somebody = (name: string, known?: string) => ({
  name,
  kind: "armed group" as const,
  confidence: 1,
  evidence: [EVIDENCE],
  ...(known !== undefined && { known }),
});

test("types: the same say nothing, others speak against", () => {
  expect(score("type", {}, {})).toBe(0);
  expect(score("type", { type: "AID" }, { type: "COOPERATE" })).toBeGreaterThan(score("type", {}, { type: "AID" }));
});

test("modes that texts use for one event are not held against it", () => {
  expect(score("mode", { mode: "aerial" }, { mode: "aerial" })).toBe(1);
  expect(score("mode", { mode: "aerial" }, { mode: "explosives" })).toBeGreaterThan(0);
  expect(score("mode", { mode: "aerial" }, { mode: "beat" })).toBe(-1);
});

test("a distance counts against the precision of the places", () => {
  expect(score("place", place(33, 5), place(33, 5))).toBe(1);
  expect(score("place", place(33, 5), place(34, 150))).toBeGreaterThan(0);
  expect(score("place", place(33, 5), place(34, 5))).toBeLessThan(0);
  expect(score("region", place(33, 5), place(33, 5, "South"))).toBe(-1);
});

test("times speak for one event the more, the narrower they agree", () => {
  const day = score("time", time("2024-03-04"), time("2024-03-04"));
  expect(day).toBe(1);
  expect(score("time", time("2024-03-01", "2024-03-31"), time("2024-03-04"))).toBeLessThan(day);
  expect(score("time", time("2024-03-04"), time("2024-03-05"))).toBeGreaterThan(0);
  expect(score("time", time("2024-03-04"), time("2024-03-20"))).toBe(-1);
});

test("one toll is for, far tolls are against", () => {
  expect(score("killed", { casualties: toll(40) }, { casualties: toll(40) })).toBeGreaterThan(
    score("killed", { casualties: toll(1) }, { casualties: toll(1) }),
  );
  expect(score("killed", { casualties: toll(1) }, { casualties: toll(40) })).toBe(-1);
});

test("an identity counts, whatever it was called", () => {
  expect(score("actors", { actors: [somebody("IS", "islamic-state")] }, { actors: [somebody("Daesh", "islamic-state")] })).toBe(1);
  expect(score("actors", { actors: [somebody("IS", "islamic-state")] }, { actors: [somebody("PKK", "pkk")] })).toBeLessThan(0);
});

test("people named in both articles", () => {
  expect(score("people", print({ people: ["ann alder"] }), print({ people: ["ann alder", "bo birch"] }))).toBe(0.5);
  expect(score("people", print({ people: ["ann alder"] }), print({ people: ["bo birch"] }))).toBe(-0.5);
});

test("rare words in common", () => {
  const words = (list: string[]) => print({ words: list, weights: list.map(() => 80) });
  expect(score("many rare words", words(["zubaydq", "kirkkq"]), words(["zubaydq", "kirkkq"]))).toBe(1);
  expect(score("rarest words", words(["zubaydq"]), words(["kirkkq"]))).toBe(0);
});

test("“Sunday's attack” points to the day that another report gives", () => {
  const pointing = {
    ...report({ trigger: { span: [9, 15], text: "attack" } }),
    time: { earliest: "2024-03-03", latest: "2024-03-03", evidence: [{ report: 0, span: [0, 8] as const, text: "Sunday's" }] },
  };
  expect(score("pointing back", pointing, time("2024-03-03"))).toBe(1);
  expect(score("pointing back", pointing, time("2024-05-01"))).toBe(-0.5);
});

test("reports published together are likelier of one event than reports a year apart", () => {
  expect(score("publication gap", report({ published: "2024-03-04" }), report({ published: "2024-03-04" }))).toBe(1);
  expect(score("publication gap", report({ published: "2024-03-04" }), report({ published: "2025-06-04" }))).toBe(-1);
});

test("a judgement tells its reasons, and their weights add up to its score", () => {
  const [a, b] = madeRecords(40).slice(0, 2).map(viewOf) as [ReturnType<typeof viewOf>, ReturnType<typeof viewOf>];
  const { score: total, reasons } = judge(a, b, { bias: -1, weights: { place: 2, time: 1, type: 4 }, threshold: 0 });
  expect(reasons.every(({ sentence }) => sentence.length > 0)).toBe(true);
  expect(reasons.reduce((sum, { weight }) => sum + weight, -1)).toBeCloseTo(total, 1);
});
