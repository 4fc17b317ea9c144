import type { EventRecord } from "./event-record.ts";

/** A seeded generator (mulberry32), so that made reports are the same every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const MODES = ["firearms", "explosives", "aerial", "heavy-weapons"];
/** Words of most such reports. */
const COMMON = [
  "market",
  "soldiers",
  "village",
  "checkpoint",
  "residents",
  "province",
  "fighters",
  "convoy",
  "troops",
  "militants",
  "army",
  "rebels",
];
const DAY = 86_400_000;

/** An ISO date, `n` days after 2015-01-01. */
export function day(n: number): string {
  return new Date(Date.UTC(2015, 0, 1) + n * DAY).toISOString().slice(0, 10);
}

/** Over how many days so many made reports are spread. */
export function daysOf(n: number): number {
  return Math.max(4, Math.ceil(n / 250));
}

/**
 * `n` made reports of made events, about two and a half to an event; the events of a larger lot are spread over proportionally more days, as
 * news is. Which event a report tells of is in its document's id: the part before the dot.
 */
export function madeRecords(n: number, seed = 1): EventRecord[] {
  const records: EventRecord[] = [];
  for (let event = 0; records.length < n; event++) records.push(...madeEvent(event, daysOf(n), seed).slice(0, n - records.length));
  return records;
}

/** The reports of one made event; the same numbers give the same reports. */
export function madeEvent(event: number, days: number, seed = 1): EventRecord[] {
  const random = generator(Math.imul(seed, 0x9e3779b1) ^ Math.imul(event + 1, 0x85ebca6b));
  const whole = (below: number) => Math.floor(random() * below);
  // No two events of one town within three days of each other: what only chance words tell apart could be one event to anybody.
  const when = event % days;
  const town = (4 * Math.floor(event / days) + (when % 4)) % 500;
  const killed = whole(12);
  const mode = MODES[whole(MODES.length)]!;
  const own = Array.from({ length: 14 }, () => `w${whole(1e8).toString(36)}q`);
  const person = `given${whole(1000)} family${whole(100_000)}`;
  const span = [0, 6] as const;
  return Array.from({ length: 1 + whole(4) }, (_, k): EventRecord => {
    const words = [...own.filter(() => random() < 0.8), ...COMMON.filter(() => random() < 0.4)];
    const document = `e${event}.r${k}`;
    const mention = `${document}#e1`;
    return {
      id: mention,
      type: "ASSAULT",
      mode,
      actors: [],
      recipients: [],
      instruments: [],
      place: {
        name: `Town ${town}`,
        latitude: 30 + (town % 20) * 0.5,
        longitude: 40 + Math.floor(town / 20) * 0.5,
        radiusKm: 8,
        country: "IRQ",
        admin1: `Province ${town % 20}`,
        confidence: 0.9,
        evidence: [{ report: 0, span, text: "struck" }],
      },
      time: { earliest: day(when), latest: day(when + (random() < 0.2 ? 1 : 0)), evidence: [] },
      casualties: {
        killed: {
          low: killed,
          best: killed,
          high: killed,
          says: [{ report: 0, span, text: "struck", low: killed, best: killed, high: killed }],
        },
      },
      factuality: { certainty: "certain", polarity: "positive", reality: "occurred" },
      confidence: 0.9,
      reports: [
        {
          mention,
          document,
          publisher: `Paper ${whole(30)}`,
          published: day(when + whole(3)),
          language: "en",
          quote: "",
          span,
          trigger: { span, text: "struck" },
          attribution: [],
          factuality: { certainty: "certain", polarity: "positive", reality: "occurred" },
          confidence: 0.9,
          coder: "0",
          print: {
            words,
            weights: words.map((w) => (w.startsWith("w") ? 90 : 15)),
            title: own.slice(0, 2),
            people: random() < 0.5 ? [person] : [],
            copy: "",
          },
        },
      ],
      independent: 1,
    };
  });
}

/** Groups of mentions, whatever the events are called: to compare two merges. */
export function partition(events: readonly EventRecord[]): string[] {
  return events
    .map(({ reports }) =>
      reports
        .map(({ mention }) => mention)
        .sort()
        .join(" "),
    )
    .sort();
}
