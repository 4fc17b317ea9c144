import fc from "fast-check";
import { expect, test } from "vitest";
import { Document } from "../document/index.ts";
import { loadParser, wordsStage } from "../parse/index.ts";
import { attributionStage } from "./attributions.ts";
import { loadCueLexicon } from "./cue-lexicon.ts";
import { ATTRIBUTIONS } from "./layers.ts";
import { loadAttributionModel } from "./load-model.ts";

const words = wordsStage(loadParser());
const stage = attributionStage(loadCueLexicon(), loadAttributionModel());
const attributions = (text: string) => stage.run(words.run(Document.from({ id: "a", text, language: "en" }))).get(ATTRIBUTIONS);
const parts = (text: string) =>
  attributions(text).map((a) => ({
    source: a.source && text.slice(...a.source),
    cue: a.cue && text.slice(...a.cue),
    content: a.content.map((span) => text.slice(...span)),
    kind: a.kind,
  }));

test.each([
  ["The mayor said the bridge was hit.", "The mayor", "said", ["the bridge was hit"], "statement"],
  ["The agency reported that two guards died.", "The agency", "reported", ["that two guards died"], "report"],
  ["The group claimed that it shot down the aircraft.", "The group", "claimed", ["that it shot down the aircraft"], "claim"],
  ["The army denied that it shelled the school.", "The army", "denied", ["that it shelled the school"], "denial"],
  ["Analysts believe that the convoy carried missiles.", "Analysts", "believe", ["that the convoy carried missiles"], "opinion"],
  ["“The bridge is gone,” she said.", "she", "said", ["“The bridge is gone,”"], "statement"],
  ["Two guards died, according to the ministry.", "the ministry", "according to", ["Two guards died"], "statement"],
] as const)("source, cue, content and kind: %s", (text, source, cue, content, kind) => {
  expect(parts(text)).toContainEqual({ source, cue, content: [...content], kind });
});

test("accusations are told from statements", () => {
  expect(parts("Residents accused the militia of burning their houses.")[0]).toMatchObject({ source: "Residents", kind: "accusation" });
});

test("a quotation goes on after its cue, over sentences", () => {
  const [found] = parts("“We left at dawn,” said a nurse. “Nobody stayed behind.”");
  expect(found).toMatchObject({ source: "a nurse", content: ["“We left at dawn,”", "“Nobody stayed behind.”"] });
});

test("what stands in another's content says so", () => {
  const found = attributions("The agency reported that the group claimed it had attacked the base.");
  const inner = found.find((a) => a.kind === "claim")!;
  expect(found[inner.within!]!.kind).toBe("report");
});

test("whatever the text, spans lie inside it and sources, cues and contents do not fail", { timeout: 60_000 }, () => {
  const bits = [
    "He said",
    "that",
    "“",
    "”",
    '"',
    "the army",
    "denied",
    ",",
    ".",
    "\n\n",
    "according to",
    ":",
    "\ud800",
    "😀",
    "السلام",
    "reports",
    " ",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 30 }), (list) => {
      const text = list.join(" ");
      const found = attributions(text);
      found.forEach((a, index) => {
        expect(a.index).toBe(index);
        expect(a.content.length).toBeGreaterThan(0);
        for (const [start, end] of [...a.content, ...(a.source ? [a.source] : []), ...(a.cue ? [a.cue] : [])]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      });
    }),
    { numRuns: 60 },
  );
});
