import { expect, test } from "vitest";
import { describedPlaces } from "./described.ts";

/** What is made of a text in which one place is known. */
function described(text: string, known: string) {
  const at = text.indexOf(known);
  const mention = {
    span: [at, at + known.length] as const,
    text: known,
    latitude: 35.4,
    longitude: 44.3,
    country: "IRQ",
    use: "literal" as const,
    confidence: 1,
  };
  return describedPlaces([mention], text);
}

test("a name that no gazetteer holds stands where the text puts it, wherever it is named", () => {
  const text = "Gunmen entered Daqra, a small town about 40 km south of Kirkuk. In Daqra they burned a school.";
  expect(described(text, "Kirkuk").map((m) => [text.slice(...m.span), m.latitude, m.radiusKm])).toEqual([
    ["Daqra", 35.4, 15],
    ["Daqra", 35.4, 15],
  ]);
  expect(described("They shelled the village of Tell Sina, near Kirkuk.", "Kirkuk")[0]).toMatchObject({
    name: "Tell Sina",
    country: "IRQ",
  });
});

test("people and what is only listed are no places", () => {
  expect(described("Ahmed Karim, a farmer from Kirkuk, was hurt.", "Kirkuk")).toEqual([]);
  expect(described("Daqra, Hawra and Kirkuk were shelled.", "Kirkuk")).toEqual([]);
});

test("long hostile text is read in linear time", () => {
  const text = `${"Aa, a ".repeat(50_000)}Kirkuk`;
  expect(described(text, "Kirkuk")).toEqual([]);
});
