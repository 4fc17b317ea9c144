import { expect, test } from "vitest";
import { Document } from "../document/index.ts";
import { PLACES } from "./layers.ts";
import { openGazetteer } from "./open.ts";
import { placesStage } from "./places-stage.ts";

const stage = placesStage(openGazetteer());
const places = (text: string) =>
  stage
    .run(Document.from({ id: "t", text, language: "en" }))
    .get(PLACES)
    .map((p) => [p.text, p.name]);

test("“the Somali capital” and “Somalia's capital” are the city", () => {
  expect(places("A bomb went off in the Somali capital on Saturday.")).toContainEqual(["capital", "Mogadishu"]);
  expect(places("Gunfire was heard in Somalia's capital on Saturday.")).toContainEqual(["capital", "Mogadishu"]);
});

test("where its name follows, the name is the mention; money is no city", () => {
  expect(places("A bomb went off in the Somali capital, Mogadishu.").filter(([text]) => text === "capital")).toEqual([]);
  expect(places("Investors moved Russian capital controls up the agenda.").filter(([text]) => text === "capital")).toEqual([]);
});
