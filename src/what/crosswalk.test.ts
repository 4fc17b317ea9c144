import { expect, test } from "vitest";
import { acledOf, cameoRootOf } from "./crosswalk.ts";
import { PLOVER_TYPES } from "./layers.ts";
import { loadEventLexicon } from "./lexicon.ts";

const lexicon = loadEventLexicon();

test("the sense says which ACLED sub-event it is", () => {
  expect(acledOf({ type: "ASSAULT", mode: "aerial" }, lexicon.sense("bomb.v"))).toEqual({
    event: "Explosions/Remote violence",
    subEvent: "Air/drone strike",
  });
  expect(acledOf({ type: "PROTEST", mode: "riot" }, lexicon.sense("riot.v"))?.event).toBe("Riots");
});

test("a mode learnt from the weapon outweighs the sense", () => {
  expect(acledOf({ type: "ASSAULT", mode: "drone" }, lexicon.sense("attack.v"))?.subEvent).toBe("Air/drone strike");
});

test("statements and meetings have no ACLED type", () => {
  expect(acledOf({ type: "ACCUSE" }, lexicon.sense("condemn.v"))).toBeUndefined();
  expect(acledOf({ type: "CONSULT" })).toBeUndefined();
});

test("every type has a CAMEO root; force by armies is 19, other violence 18, with weapons of mass destruction 20", () => {
  for (const type of PLOVER_TYPES) expect(cameoRootOf({ type })).toMatch(/^(0[3-9]|1\d|20)$/);
  expect(cameoRootOf({ type: "ASSAULT", mode: "aerial" })).toBe("19");
  expect(cameoRootOf({ type: "ASSAULT", mode: "abduct" })).toBe("18");
  expect(cameoRootOf({ type: "ASSAULT", contexts: ["cbrn"] })).toBe("20");
  expect(cameoRootOf({ type: "ACCUSE", mode: "investigate" })).toBe("09");
});
