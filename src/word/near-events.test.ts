import { expect, test } from "vitest";
import { Document } from "../document/index.ts";
import { loadParser, wordsStage } from "../parse/index.ts";
import { WORDS } from "../parse/layers.ts";
import { TRIGGERS } from "../what/layers.ts";
import { attributionStage, eventAttributionStage } from "./attributions.ts";
import { loadCueLexicon } from "./cue-lexicon.ts";
import { ATTRIBUTIONS, type Attribution } from "./layers.ts";
import { loadAttributionModel } from "./load-model.ts";

const TEXT = [
  "Officials said the road was closed, and drivers complained that nobody had told them.",
  "The bridge lies two hours from the capital.",
  "“We heard the first shots at dawn,” the mayor told Reuters.",
  "“Then gunmen attacked the bridge and nobody came to help us.”",
  "“They were gone by noon.”",
  "The ministry said that prices would fall next year.",
].join("\n\n");

/** The attributions that are read when one word tells of an event; of all words when none is given. */
function read(trigger?: string): readonly Attribution[] {
  const parsed = wordsStage(loadParser()).run(Document.from({ id: "a", text: TEXT, language: "en" }));
  if (trigger === undefined) return attributionStage(loadCueLexicon(), loadAttributionModel()).run(parsed).get(ATTRIBUTIONS);
  const head = parsed.get(WORDS).find((word) => word.text === trigger);
  const triggers =
    head === undefined
      ? []
      : [
          {
            index: 0,
            span: head.span,
            words: [head.index],
            type: "ASSAULT",
            contexts: [],
            sense: trigger,
            confidence: 1,
            reasons: [],
          } as const,
        ];
  return eventAttributionStage(loadCueLexicon(), loadAttributionModel()).run(parsed.with(TRIGGERS, triggers)).get(ATTRIBUTIONS);
}

const said = (list: readonly Attribution[]): string[] => list.map((a) => a.content.map((span) => TEXT.slice(...span)).join(" … "));

test("a speech that runs through paragraphs comes to the event in one of them as if everything had been read", () => {
  const all = said(read());
  const near = said(read("attacked"));
  expect(near.some((content) => content.includes("gunmen attacked the bridge"))).toBe(true);
  expect(near).toEqual(all.filter((content) => near.includes(content)));
  expect(all.length).toBeGreaterThan(near.length);
  expect(near.join()).not.toMatch(/prices|road/);
});

test("where nothing tells of an event, nothing is read", () => {
  expect(read("nothing")).toEqual([]);
});
