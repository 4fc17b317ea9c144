import type { CodedDocument } from "../code/coded-document.ts";
import type { Span } from "../document/index.ts";
import { day } from "./made.fixture.ts";

/** Towns are half a degree apart; a made article's words tell its event from others. */
const TOWNS = 400;

/** How many made articles tell of one made event. */
export const TELLINGS = 4;

/**
 * The nth made article: every four tell of one event, which no other four share a day and a town with; `days` is over how many days the
 * events are spread. The same number gives the same article.
 */
export function madeDocument(n: number, days: number): CodedDocument {
  const event = Math.floor(n / TELLINGS);
  const town = (event * 7) % TOWNS;
  const when = (event * 13) % days;
  const killed = 1 + (event % 9);
  const own = Array.from({ length: 9 }, (_, i) => `w${((event * 9 + i) * 7919).toString(36)}q`);
  const name = `Town${town}`;
  const toll = String(killed);
  const text = `Strike in ${name}\n\nA rocket struck ${name} on the day, killing ${toll} people near ${own.join(" and ")}. Paper ${n % TELLINGS} reports.`;
  const at = (words: string): { span: Span; text: string } => {
    const start = text.lastIndexOf(words);
    return { span: [start, start + words.length], text: words };
  };
  const sentence: Span = [text.indexOf("A rocket"), text.indexOf(" Paper")];
  return {
    schema: "dateline/1",
    coder: { version: "0.1.0", models: "m0", lexicon: "l0" },
    id: `made-${n}`,
    url: `https://news.example/made-${n}`,
    title: `Strike in ${name}`,
    publisher: `Paper ${n % TELLINGS}`,
    authors: [],
    published: day(when + (n % 2)),
    publishedFrom: "input",
    language: "en",
    text,
    sentences: [sentence],
    times: [{ id: "t1", ...at("the day"), type: "DATE", value: day(when), earliest: day(when), latest: day(when), anchor: "published" }],
    places: [
      {
        id: "p1",
        ...at(`struck ${name}`),
        name: name,
        latitude: 30 + (town % 20) * 0.5,
        longitude: 40 + Math.floor(town / 20) * 0.5,
        use: "literal",
        country: "IRQ",
        admin1: `Province ${town % 20}`,
        radiusKm: 8,
        confidence: 0.9,
      },
    ],
    actors: [],
    events: [
      {
        id: "e1",
        type: "ASSAULT",
        mode: "heavy-weapons",
        trigger: at("struck"),
        mentions: [at("struck").span],
        actors: [],
        recipients: [],
        instruments: [],
        place: { ref: "p1" },
        time: { ref: "t1", earliest: day(when), latest: day(when) },
        casualties: { killed: { low: killed, best: killed, high: killed, ...at(toll) } },
        attribution: [],
        factuality: { certainty: "certain", polarity: "positive", reality: "occurred" },
        confidence: 0.9,
      },
    ],
    warnings: [],
  };
}
