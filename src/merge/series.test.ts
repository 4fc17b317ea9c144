import { expect, test } from "vitest";
import type { EventRecord, Participant } from "./event-record.ts";
import { day, madeEvent } from "./made.fixture.ts";
import { MemoryStore } from "./memory-store.fixture.ts";
import { mergeArchive } from "./merge-archive.ts";
import { mergeRecords } from "./merge-records.ts";

const GROUP: Participant = { name: "Hill Front", known: "hill-front", kind: "armed group", confidence: 1, evidence: [] };

/** One report of an attack on the nth day, and one article that sums up all attacks of forty days. */
function attack(n: number): EventRecord {
  const [report] = madeEvent(n, 30, 3) as [EventRecord];
  return { ...report, time: { earliest: day(n), latest: day(n), evidence: [] }, actors: [GROUP], reports: [wording(report, n)] };
}
const [model] = madeEvent(99, 30, 3) as [EventRecord];
const SERIES: EventRecord = {
  ...model,
  id: "sum#e1",
  actors: [GROUP],
  place: { ...model.place!, admin1: "Province 0", latitude: 30, longitude: 40 },
  time: { earliest: day(0), latest: day(40), evidence: [] },
  casualties: {},
  reports: [{ ...wording(model, 5), mention: "sum#e1", document: "sum", trigger: { span: [0, 7], text: "attacks" } }],
};

/** Articles on the group's campaign share a rare word, by which they are filed together. */
function wording(record: EventRecord, n: number): EventRecord["reports"][number] {
  const [report] = record.reports as [EventRecord["reports"][number]];
  const words = ["hillfrontcampaign", ...report.print!.words];
  return { ...report, published: day(n), print: { ...report.print!, words, weights: words.map(() => 20) } };
}

const ATTACKS = [0, 12, 24].map((n) => {
  const one = attack(n);
  return { ...one, place: { ...one.place!, admin1: "Province 0" } };
});

const linksOf = (events: Iterable<EventRecord>) => [...events].map(({ id, links = [] }) => [id, links]).sort();

test("a series is linked with its members, each way, and merged with none", () => {
  const { events } = mergeRecords([SERIES, ...ATTACKS]);
  expect(events).toHaveLength(4);
  const series = events.find(({ id }) => id === SERIES.id)!;
  expect(series.links?.map(({ kind, event }) => [kind, event])).toEqual(ATTACKS.map(({ id }) => ["has part", id]).sort());
  for (const { id } of ATTACKS) expect(events.find((event) => event.id === id)!.links).toEqual([{ kind: "part of", event: SERIES.id }]);
});

test("a member that comes later is linked with the series, which is otherwise left as it is; so is a series that comes last", async () => {
  const whole = linksOf(mergeRecords([SERIES, ...ATTACKS]).events);
  for (const order of [
    [SERIES, ...ATTACKS],
    [...ATTACKS, SERIES],
  ]) {
    const store = new MemoryStore();
    for (const record of order) {
      store.add([record]);
      await mergeArchive(store);
    }
    expect(linksOf(store.events.values())).toEqual(whole);
  }
});

test("a member that is taken away leaves no link behind", async () => {
  const store = new MemoryStore();
  store.add([SERIES, ...ATTACKS]);
  await mergeArchive(store);
  store.remove([ATTACKS[0]!.id]);
  await mergeArchive(store);
  expect(linksOf(store.events.values())).toEqual(linksOf(mergeRecords([SERIES, ...ATTACKS.slice(1)]).events));
});

test("what lies outside the series' time, or is done by others, is no part of it", () => {
  const late = { ...ATTACKS[0]!, time: { earliest: day(300), latest: day(300), evidence: [] } };
  const others = { ...ATTACKS[1]!, actors: [{ ...GROUP, known: "river-guard" }] };
  const { events } = mergeRecords([SERIES, late, others]);
  expect(events.flatMap(({ links = [] }) => links)).toEqual([]);
});
