import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PLOVER_TYPES } from "./layers.ts";
import { loadEventLexicon } from "./lexicon.ts";

const lexicon = loadEventLexicon();
const userFile = (yaml: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), "dateline-")), "own.yaml");
  writeFileSync(path, yaml);
  return path;
};

describe("the event lexicon", () => {
  test("knows words for all sixteen types of PLOVER", () => {
    for (const type of PLOVER_TYPES) expect(lexicon.senses.filter((s) => s.type === type).length, type).toBeGreaterThan(50);
  });

  test("gives every sense an id of its own, found again by it", () => {
    expect(new Set(lexicon.senses.map((s) => s.id)).size).toBe(lexicon.senses.length);
    for (const sense of lexicon.senses) expect(lexicon.sense(sense.id)).toBe(sense);
  });

  test("finds the noun of a trigger that a light verb carries", () => {
    expect(lexicon.sense("carry out+attack.n")?.type).toBe("ASSAULT");
    expect(lexicon.sense("no such word")).toBeUndefined();
  });

  test("says where participants stand", () => {
    expect(lexicon.sense("bomb.v")?.frame).toMatchObject({ actor: ["subj"], recipient: ["obj"], twoSided: false });
    expect(lexicon.sense("clash.n")?.frame.twoSided).toBe(true);
  });

  test("a user's file adds words and overrides ours", () => {
    const path = userFile("type: COERCE\ngroups:\n  own:\n    frame: act-on\n    verbs: [quarantine, bomb]\n");
    const own = loadEventLexicon({ extra: [path] });
    expect(own.sense("quarantine.v")?.type).toBe("COERCE");
    expect(own.sense("bomb.v")?.type).toBe("COERCE");
    expect(own.sense("shell.v")?.type).toBe("ASSAULT");
  });

  test("a mistake in a user's file is told by file, group and field", () => {
    const wrong =
      (yaml: string): (() => unknown) =>
      () =>
        loadEventLexicon({ extra: [userFile(yaml)] });
    expect(wrong("type: ATTACK\ngroups:\n  own: {frame: act-on, verbs: [hit]}\n")).toThrow(
      "own.yaml, group “own”: “ATTACK” is not a PLOVER type",
    );
    expect(wrong("type: COERCE\ngroups:\n  own: {frame: acton, verbs: [hit]}\n")).toThrow("there is no frame “acton”");
    expect(wrong("type: COERCE\ngroups:\n  own: {frame: {verb: {actor: [sub]}}, verbs: [hit]}\n")).toThrow("“sub” is not a slot");
    expect(wrong("type: COERCE\ngroups:\n  own: {frame: act-on, verbs: hit}\n")).toThrow("expected a list of words");
  });
});
