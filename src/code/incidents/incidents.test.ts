import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { Document } from "../../document/index.ts";
import { annotate, type Coder, loadCoder } from "../coder.ts";
import { findCandidates, keyOf } from "./candidates.ts";
import { type IncidentModels, type IncidentTemplate, incidentTemplates, loadIncidentModels } from "./index.ts";
import { readingOf } from "./reading.ts";

let coder: Coder;
let models: IncidentModels;
beforeAll(() => {
  coder = loadCoder();
  models = loadIncidentModels();
});

const read = (text: string): Document => annotate(Document.from({ id: "t", text, language: "en" }), coder);
const templates = (text: string): readonly IncidentTemplate[] => incidentTemplates(read(text), models);

const BOMBING =
  "Two guerrillas of the National Liberation Army placed a car bomb in front of the power station in Bogota last night. The bomb destroyed the " +
  "power station. Police said that the National Liberation Army, ELN, claimed responsibility for the attack.";

test("a bombing comes with its weapon, its target and who is behind it", () => {
  const [incident] = templates(BOMBING.toLowerCase());
  expect(incident?.type).toBe("bombing");
  expect(incident?.weapons.map((f) => keyOf(f.text)).join()).toMatch(/bomb/);
  expect(incident?.targets.map((f) => keyOf(f.text))).toContain("power station");
});

test("a named person who was murdered is a victim", () => {
  const [incident] = templates(
    "unidentified gunmen murdered judge carlos restrepo in medellin this morning. restrepo was shot in front of his home.",
  );
  expect(incident?.victims.map((f) => f.text).join()).toMatch(/restrepo/);
});

test("two incidents of one text come apart, each with those who did it and whom it befell", () => {
  const incidents = templates(
    "unidentified gunmen murdered judge carlos restrepo in medellin this morning. restrepo was shot in front of his home. " +
      "meanwhile, in the port of arica, terrorists kidnapped engineer pedro molina last night. molina was forced into a car by four hooded men.",
  );
  const told = incidents.map(({ type, perpetrators, victims }) => [
    type,
    perpetrators.map((f) => f.text).join(),
    victims.map((f) => f.text),
  ]);
  expect(told).toContainEqual(["attack", "unidentified gunmen", ["carlos restrepo"]]);
  expect(told).toContainEqual(["kidnapping", expect.stringMatching(/terrorists/), ["pedro molina"]]);
});

test("a text without violence has no incident", () => {
  expect(
    templates("The central bank lowered its interest rate by a quarter point on Tuesday. Analysts had expected the decision."),
  ).toEqual([]);
  expect(templates("")).toEqual([]);
});

test("every filler stands at its span", () => {
  const text = BOMBING.toLowerCase();
  for (const incident of templates(text))
    for (const filler of [
      ...incident.perpetrators,
      ...incident.organisations,
      ...incident.targets,
      ...incident.victims,
      ...incident.weapons,
    ]) {
      expect(text.slice(...filler.span)).toBe(filler.text);
      expect(filler.confidence).toBeGreaterThan(0);
      expect(filler.confidence).toBeLessThanOrEqual(1);
    }
});

test("the same text has the same incidents", () => {
  expect(templates(BOMBING)).toEqual(templates(BOMBING));
});

test("phrases are also looked at without their first words, and joined by of", () => {
  const text = "members of the northern front killed mayor julio rios";
  const keys = findCandidates(text, readingOf(read(text)).words).map((c) => c.key);
  expect(keys).toEqual(expect.arrayContaining(["members of northern front", "northern front", "julio rios"]));
});

test("any text can be read, and candidates stay inside it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (text) => {
      const document = read(text);
      for (const { places, key } of readingOf(document).candidates) {
        expect(key).not.toBe("");
        for (const [first, end] of places) expect(first).toBeLessThan(end);
      }
      incidentTemplates(document, models);
    }),
    { numRuns: 40 },
  );
});
