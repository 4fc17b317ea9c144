import { beforeAll, expect, test } from "vitest";
import { Document } from "../document/index.ts";
import type { PloverType } from "../what/index.ts";
import { TRIGGERS } from "../what/layers.ts";
import { ACTORS, ARGUMENTS, type Role } from "../who/layers.ts";
import { annotate, type Coder, code, loadCoder } from "./coder.ts";

let coder: Coder;
beforeAll(() => {
  coder = loadCoder();
});

/** All that the participants of one role in events of one type are called. */
function called(text: string, type: PloverType, role: Role): string {
  const document = annotate(Document.from({ id: "t", text, language: "en" }), coder);
  const actors = new Map(document.get(ACTORS).map((a) => [a.id, a]));
  const triggers = document.get(TRIGGERS);
  return document
    .get(ARGUMENTS)
    .filter((a) => a.role === role && triggers[a.trigger]!.type === type)
    .map((a) => [document.slice(a.span), actors.get(a.actor ?? "")?.name ?? ""].join(" / "))
    .join("; ");
}

test("who is accused of shelling is who shelled, not the accuser", () => {
  const text = "Armenia accused Azerbaijan of shelling a border village.";
  expect(called(text, "ASSAULT", "actor")).toMatch(/Azerbaijan/);
  expect(called(text, "ASSAULT", "actor")).not.toMatch(/Armenia/);
  expect(called(text, "ASSAULT", "recipient")).toMatch(/village/);
});

test("a strike that hits something was made by those whose strike it was", () => {
  expect(called("An Israeli air strike hit a warehouse near the airport.", "ASSAULT", "actor")).toMatch(/Israel/);
});

test("those who condemn an attack did not carry it out", () => {
  expect(called("France condemned the attack on the embassy.", "ASSAULT", "actor")).not.toMatch(/France/);
});

test("whoever is prodded to attack is the attacker", () => {
  const text = "Iran urged the militias to attack the base.";
  expect(called(text, "ASSAULT", "actor")).toMatch(/militias/);
  expect(called(text, "ASSAULT", "actor")).not.toMatch(/Iran\b/);
});

test("terrorist attacks name no culprit", () => {
  expect(called("Terrorist attacks killed nine people in the capital.", "ASSAULT", "actor")).not.toMatch(/terrorist/i);
});

test("a claim of responsibility names who did it", () => {
  expect(called("The blast was heard across the city. Al-Shabaab claimed responsibility for the bombing.", "ASSAULT", "actor")).toMatch(
    /Shabaab/,
  );
});

test("the bound belongs to the number of people", () => {
  expect(called("Gunmen killed more than 60 villagers on Sunday.", "ASSAULT", "recipient")).toMatch(/^more than 60 villagers/);
});

/** The participants of the one ASSAULT that a text tells. */
function hit(text: string): { readonly to: string[]; readonly why: string } {
  const event = code(Document.from({ id: "t", text, language: "en" }), coder).events.find(({ type }) => type === "ASSAULT");
  return {
    to: event?.recipients.map((r) => r.text) ?? [],
    why: Object.values(event?.why ?? {})
      .flat()
      .join("; "),
  };
}

test("the dead, the hurt and the building are all recipients of a bombing", () => {
  const { to } = hit("Two bombs exploded outside the embassy on Monday, killing 12 people and injuring 40 others.");
  expect(to.join("; ")).toMatch(/12 people/);
  expect(to.join("; ")).toMatch(/40 others/);
});

test("why somebody is a participant is told, with how likely they are", () => {
  expect(hit("Gunmen attacked a police post on Monday.").why).toMatch(/named in 1 of 1 tellings: likely by 0\.\d/);
});
