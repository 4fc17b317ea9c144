import { expect, test } from "vitest";
import type { CaseEvent } from "./article.ts";
import { unwrite } from "./unwrite.ts";

const TEXT = "Jets bombed a camp near Karsa. The bombing killed two guards, the army said.";
const EVENT: CaseEvent = {
  type: "ASSAULT",
  mode: "aerial",
  quotes: ["Jets bombed a camp", "The bombing killed two guards"],
  triggers: ["bombed", "killed"],
  trigger: "bombed",
  actors: [["Jets"]],
  recipients: [["a camp"], ["two guards"]],
  instruments: [],
  sources: [["the army"]],
  place: { names: ["Karsa"], country: "SYR", lat: 35, lon: 38, km: 10 },
  time: null,
  killed: { low: 2, high: 2 },
  injured: null,
  abducted: null,
  detained: null,
  reality: "occurred",
  certainty: "certain",
  polarity: "positive",
  must: true,
};
const row = (event: CaseEvent) => ({ id: "a", file: "made.jsonl", published: null, text: TEXT, events: [event] });

test("what is written down of a coded article points at its words, and holds none of them", () => {
  const [event] = unwrite(row(EVENT)).events;
  const words = ([start, end]: readonly [number, number]): string => TEXT.slice(start, end);
  expect(event!.tellings.map(({ quote, trigger }) => [words(quote), words(trigger)])).toEqual([
    ["Jets bombed a camp", "bombed"],
    ["The bombing killed two guards", "killed"],
  ]);
  expect(event!.recipients.map((wordings) => wordings.map(words))).toEqual([["a camp"], ["two guards"]]);
  expect(JSON.stringify(unwrite(row(EVENT)))).not.toMatch(/Jets|camp|guards|Karsa|army/);
});

test("words that are not in the text are told", () => {
  expect(() => unwrite(row({ ...EVENT, actors: [["Drones"]] }))).toThrow("a: “Drones” is not in the text");
});
