import { expect, test } from "vitest";
import type { CodedDocument, EventMention } from "./coded-document.ts";
import { evidenceFaults } from "./evidence.ts";

const text = "Rebels shelled the port, killing 3.";
const event: EventMention = {
  id: "e1",
  type: "ASSAULT",
  trigger: { span: [7, 14], text: "shelled" },
  mentions: [[7, 14]],
  actors: [{ actor: "a1", span: [0, 6], text: "Rebels", kind: "armed group", confidence: 0.9 }],
  recipients: [],
  instruments: [],
  casualties: { killed: { low: 3, best: 3, high: 3, span: [33, 34], text: "3" } },
  attribution: [],
  factuality: { certainty: "certain", polarity: "positive", reality: "occurred" },
  confidence: 0.9,
};
const sound: CodedDocument = {
  schema: "dateline/1",
  coder: { version: "0", models: "", lexicon: "" },
  id: "d",
  language: "en",
  text,
  sentences: [[0, text.length]],
  times: [],
  places: [],
  actors: [{ id: "a1", name: "Rebels", kind: "armed group", mentions: [{ span: [0, 6], text: "Rebels", form: "nominal" }] }],
  events: [event],
  warnings: [],
};
const withEvent = (change: Partial<EventMention>): CodedDocument => ({ ...sound, events: [{ ...event, ...change }] });

test("a sound document has no faults", () => {
  expect(evidenceFaults(sound)).toEqual([]);
});

test("a text that is not what stands at its span is found", () => {
  expect(evidenceFaults(withEvent({ trigger: { span: [7, 14], text: "bombed" } }))).toHaveLength(1);
});

test("a span outside the text is found", () => {
  expect(
    evidenceFaults(
      withEvent({
        mentions: [
          [7, 14],
          [30, 99],
        ],
      }),
    ).join(),
  ).toContain("not inside the text");
});

test("a reference to nobody is found", () => {
  expect(evidenceFaults({ ...sound, actors: [] }).join()).toContain("a1");
  expect(evidenceFaults(withEvent({ place: { ref: "p9" } })).join()).toContain("p9");
});

test("a range out of order is found", () => {
  expect(evidenceFaults(withEvent({ casualties: { killed: { low: 5, best: 3, high: 4, span: [33, 34], text: "3" } } })).join()).toContain(
    "no range",
  );
});

test("an event whose trigger is not among its mentions is found", () => {
  expect(evidenceFaults(withEvent({ mentions: [[0, 6]] })).join()).toContain("trigger");
});
