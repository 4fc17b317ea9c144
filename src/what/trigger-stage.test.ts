import { beforeAll, describe, expect, test } from "vitest";
import { Document, type Stage } from "../document/index.ts";
import { loadParser, wordsStage } from "../parse/index.ts";
import { casualtyStage } from "./casualty-stage.ts";
import { CASUALTIES, REJECTED_TRIGGERS, TRIGGERS } from "./layers.ts";
import { loadEventLexicon } from "./lexicon.ts";
import { loadTriggerModel } from "./trigger-model.ts";
import { triggerStage } from "./trigger-stage.ts";

let stages: readonly Stage[] = [];
beforeAll(() => {
  stages = [wordsStage(loadParser()), triggerStage(loadEventLexicon(), loadTriggerModel()), casualtyStage()];
}, 60_000);

const annotate = (text: string): Document => stages.reduce((d, s) => s.run(d), Document.from({ id: "t", text, language: "en" }));
const types = (text: string): string[] => {
  const d = annotate(text);
  return d.get(TRIGGERS).map((t) => `${d.slice(t.span)}:${t.type}`);
};

describe("triggers", () => {
  test.each([
    ["Government jets bombed a market in the rebel-held town.", "bombed:ASSAULT"],
    ["The army carried out air strikes on the camp, killing nine.", "air strikes:ASSAULT"],
    ["Militants opened fire on a bus carrying pilgrims.", "opened fire on:ASSAULT"],
    ["Police arrested two suspects after the robbery.", "arrested:COERCE"],
    ["The foreign minister accused the rebels of breaking the truce.", "accused:ACCUSE"],
    ["The secretary-general called for an immediate ceasefire.", "called for:REQUEST"],
    ["The army withdrew from the southern hills.", "withdrew:RETREAT"],
    ["The council imposed sanctions on three generals.", "imposed sanctions:SANCTION"],
  ])("“%s” tells of %s", (text, expected) => expect(types(text)).toContain(expected));

  test("everyday senses of violent words are quiet", () => {
    for (const text of [
      "The film was shot in Prague over six weeks.",
      "The band's new single is a smash hit.",
      "The debate turned into a war of words.",
    ])
      expect(types(text), text).toEqual([]);
  });

  test("announced aid is an agreement", () => {
    expect(types("Japan will provide 20 million dollars in aid to the refugees.").some((t) => t.endsWith(":AGREE"))).toBe(true);
  });

  test("every trigger points to its words, and says why; every rejection says why", () => {
    const d = annotate("Rebels attacked the town with mortars. The senator attacked the bill.");
    for (const t of d.get(TRIGGERS)) {
      expect(t.span[1]).toBeGreaterThan(t.span[0]);
      expect(t.reasons.length).toBeGreaterThan(0);
      expect(t.confidence).toBeGreaterThan(0);
      expect(t.confidence).toBeLessThan(1);
    }
    for (const r of d.get(REJECTED_TRIGGERS)) expect(r.reason).not.toBe("");
  });

  test("doubtful violence counts in an article that tells of some clearly, and in a text too short to say it twice", () => {
    const calm = "The council discussed the new library and the price of bread for the winter. ".repeat(8);
    const found = (text: string, clear: boolean): string[] => {
      // Every word that the lexicon knows is doubtful, but for the bombing where one is asked for.
      const probability = (features: readonly string[]): number => (clear && features.includes("sense=bomb.v") ? 0.9 : 0.6);
      const d = [wordsStage(loadParser()), triggerStage(loadEventLexicon(), { probability })].reduce(
        (done, stage) => stage.run(done),
        Document.from({ id: "t", text, language: "en" }),
      );
      return d.get(TRIGGERS).flatMap((t) => (t.type === "ASSAULT" ? [d.slice(t.span)] : []));
    };
    const text = `${calm}Rebels attacked a village on Monday. Jets bombed the camp.`;
    expect(found(text, false)).toEqual([]);
    expect(found(text, true)).toEqual(["attacked", "bombed"]);
    expect(found("Rebels attacked a village on Monday.", false)).toEqual(["attacked"]);
  });

  test("hostile input gives layers, not crashes", () => {
    for (const text of ["", "\ud800", "💣💥".repeat(200), "killed ".repeat(3000), "ا".repeat(500)])
      expect(annotate(text).has(CASUALTIES)).toBe(true);
  }, 60_000);
});

describe("casualties", () => {
  const counts = (text: string): string[] => {
    const d = annotate(text);
    return d.get(CASUALTIES).map((c) => `${c.harm} ${c.low}-${c.high}`);
  };
  test.each([
    ["At least 12 people were killed and dozens injured in a bombing.", ["killed 12-12", "injured 24-99"]],
    ["More than 60 civilians were killed and injured in the attack.", []],
    ["Three soldiers and a child died in the blast.", ["killed 4-4"]],
    ["The strike caused fires but no casualties.", ["killed 0-0", "injured 0-0"]],
    ["Gunmen kidnapped two or three aid workers.", ["abducted 2-3"]],
    ["The death toll from the attack rose to 40.", ["killed 40-40"]],
    ["Some 30 bodies were found in a mass grave.", ["killed 30-30"]],
    ["Ten people were shot, two of whom died.", ["injured 8-8", "killed 2-2"]],
    ["The attack claimed the lives of 12 people.", ["killed 12-12"]],
    ["A car bomb left 12 dead and 30 wounded.", ["killed 12-12", "injured 30-30"]],
    ["Scores were wounded when police opened fire.", ["injured 40-99"]],
    ["Police arrested more than 60 protesters.", ["detained 60-61"]],
    ["One person was killed and another injured in a shooting.", ["killed 1-1", "injured 1-1"]],
  ])("“%s”", (text, expected) => expect(counts(text)).toEqual(expected));

  test("a count is joined to the event that caused it", () => {
    const d = annotate("A suicide bomber attacked a hotel in the capital on Monday. The blast killed 14 people.");
    const killed = d.get(CASUALTIES).find((c) => c.harm === "killed");
    expect(killed?.trigger === undefined ? undefined : d.get(TRIGGERS)[killed.trigger]?.type).toBe("ASSAULT");
  });

  test("a possible count is none", () => {
    expect(counts("A dirty bomb could kill 500 people.")).toEqual([]);
  });
});
