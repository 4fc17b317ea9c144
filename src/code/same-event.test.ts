import { expect, test } from "vitest";
import { Document } from "../document/index.ts";
import { code, loadCoder } from "./index.ts";

const coder = loadCoder();
const events = (text: string) => code(Document.from({ id: "t", text, language: "en" }), coder).events;

test("what “the two ministers” discuss, they discuss at the meeting told of before", () => {
  const meetings = events(
    "The defense minister of Norway met his Danish counterpart in Oslo on Monday. The two ministers discussed the truce.",
  ).filter((e) => e.type === "CONSULT");
  expect(meetings).toHaveLength(1);
});

test("a man is arrested once, under his full name and under his last", () => {
  const arrests = events(
    "Police arrested Daniel Harlow on Monday in Springfield on a charge of robbery. Harlow was arrested at his home without incident.",
  ).filter((e) => e.type === "COERCE");
  expect(arrests).toHaveLength(1);
});

test("what two speakers say is two acts", () => {
  const condemned = events("France condemned the bombing of the hospital on Monday. Germany also condemned it in a statement.").filter(
    (e) => e.type === "ACCUSE",
  );
  expect(condemned).toHaveLength(2);
});
