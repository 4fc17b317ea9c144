import type { CodedDocument } from "../code/coded-document.ts";
import type { Span } from "../document/index.ts";

const TEXT = `Drone strike kills three at Tower 22

A drone struck a United States base in northeastern Jordan on Sunday, killing three American soldiers and injuring at least 34, officials said.

The Islamic Resistance in Iraq claimed responsibility.`;

/** Where the nth occurrence of some words stands. */
function at(words: string, from = 0): Span {
  const start = TEXT.indexOf(words, from);
  if (start < 0) throw new Error(`not in the sample: ${words}`);
  return [start, start + words.length];
}

function said(words: string, from = 0): { span: Span; text: string } {
  return { span: at(words, from), text: words };
}

const BODY = TEXT.indexOf("A drone");

/** A small coded document for tests, made by hand: two events, a resolved place, casualties, an attribution chain. */
export const SAMPLE: CodedDocument = {
  schema: "dateline/1",
  coder: { version: "0.1.0", models: "m0", lexicon: "l0" },
  id: "sample-1",
  url: "https://news.example/tower-22",
  title: "Drone strike kills three at Tower 22",
  publisher: "Example Wire",
  authors: ["A. Writer"],
  published: "2024-01-29",
  publishedFrom: "input",
  language: "en",
  text: TEXT,
  sentences: [
    at("Drone strike kills three at Tower 22"),
    [BODY, TEXT.indexOf("officials said.") + "officials said.".length],
    at("The Islamic Resistance in Iraq claimed responsibility."),
  ],
  times: [
    { id: "t1", ...said("Sunday"), type: "DATE", value: "2024-01-28", earliest: "2024-01-28", latest: "2024-01-28", anchor: "published" },
  ],
  places: [
    {
      id: "p1",
      ...said("northeastern Jordan"),
      name: "Mafraq",
      latitude: 33.3,
      longitude: 38.7,
      use: "literal",
      country: "JOR",
      admin1: "Mafraq",
      featureCode: "ADM1",
      geonames: 250624,
      radiusKm: 60,
      confidence: 0.7,
    },
  ],
  actors: [
    {
      id: "a1",
      name: "Islamic Resistance in Iraq",
      kind: "armed group",
      country: "IRQ",
      known: "islamic-resistance-in-iraq",
      mentions: [{ ...said("The Islamic Resistance in Iraq"), form: "name" }],
    },
    {
      id: "a2",
      name: "three American soldiers",
      kind: "military",
      country: "USA",
      mentions: [{ ...said("three American soldiers"), form: "nominal" }],
    },
    { id: "a3", name: "officials", kind: "people", mentions: [{ ...said("officials"), form: "nominal" }] },
  ],
  events: [
    {
      id: "e1",
      type: "ASSAULT",
      mode: "aerial",
      contexts: ["military"],
      acled: { event: "Explosions/Remote violence", subEvent: "Air/drone strike" },
      trigger: said("struck"),
      mentions: [at("struck"), at("strike")],
      actors: [],
      recipients: [
        { ...said("a United States base"), kind: "facility", confidence: 0.8 },
        { actor: "a2", ...said("three American soldiers"), kind: "military", confidence: 0.9 },
      ],
      instruments: [{ ...said("A drone"), kind: "weapon", confidence: 0.9 }],
      place: { ref: "p1" },
      time: { ref: "t1", earliest: "2024-01-28", latest: "2024-01-28" },
      casualties: {
        killed: { low: 3, best: 3, high: 3, ...said("three", BODY), of: "a2" },
        injured: { low: 34, best: 34, high: 34, ...said("at least 34") },
      },
      attribution: [{ source: { actor: "a3", ...said("officials") }, cue: said("said"), kind: "statement" }],
      factuality: { certainty: "certain", polarity: "positive", reality: "occurred" },
      confidence: 0.9,
      why: { what: ["“struck” with an instrument that flies is an aerial assault"] },
    },
    {
      id: "e2",
      type: "SUPPORT",
      trigger: said("claimed responsibility"),
      mentions: [at("claimed responsibility")],
      actors: [{ actor: "a1", ...said("The Islamic Resistance in Iraq"), kind: "armed group", confidence: 0.9 }],
      recipients: [],
      instruments: [],
      attribution: [],
      factuality: { certainty: "certain", polarity: "positive", reality: "occurred" },
      confidence: 0.5,
    },
  ],
  warnings: [],
};

/** The sample as another document, so that an archive can be filled. */
export function sample(id: string, changes: Partial<CodedDocument> = {}): CodedDocument {
  return { ...SAMPLE, id, url: `https://news.example/${id}`, ...changes };
}
