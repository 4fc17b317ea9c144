import fc from "fast-check";
import { expect, test } from "vitest";
import { Document } from "../document/index.ts";
import { distanceKm } from "./distance.ts";
import { PLACES, type PlaceMention } from "./layers.ts";
import { openGazetteer } from "./open.ts";
import { placesStage } from "./places-stage.ts";

const stage = placesStage(openGazetteer());
const placesOf = (text: string, source: { url?: string; publisher?: string } = {}): readonly PlaceMention[] =>
  stage.run(Document.from({ id: "t", text, language: "en", ...source })).get(PLACES);
const named = (text: string, name: string, source = {}) => placesOf(text, source).find((p) => p.text === name);

test("a town is resolved with its country, division and feature", () => {
  const mosul = named("Two soldiers were killed when a bomb exploded in Mosul, Iraq, on Monday.", "Mosul");
  expect(mosul).toMatchObject({ country: "IRQ", use: "literal", geoPrecision: 1, wherePrec: 1 });
  expect(distanceKm(mosul!.latitude!, mosul!.longitude!, 36.34, 43.13)).toBeLessThan(15);
});

test("other spellings name the same place", () => {
  for (const spelling of ["Deir ez-Zor", "Deir Ezzor", "Deir al-Zour"]) {
    const place = named(`Government forces shelled a market in ${spelling} in eastern Syria.`, spelling);
    expect(distanceKm(place!.latitude!, place!.longitude!, 35.336, 40.141), spelling).toBeLessThan(60);
  }
  for (const spelling of ["Kyiv", "Kiev"])
    expect(named(`Missiles hit a power station near ${spelling} in Ukraine.`, spelling)?.country).toBe("UKR");
});

test("the state beside a town decides among its namesakes", () => {
  expect(named("A man was shot in Alexandria, La., on Friday, police said.", "Alexandria")?.admin1).toBe("Louisiana");
  expect(named("A man was shot in Alexandria, Va., on Friday, police said.", "Alexandria")?.admin1).toBe("Virginia");
  expect(named("Thousands marched in Alexandria, Egypt, and in Cairo.", "Alexandria")?.country).toBe("EGY");
});

test("the outlet's home decides where the text does not", () => {
  const text = "A teenager was wounded in a shooting in Simpsonville on Tuesday, deputies said.";
  expect(named(text, "Simpsonville", { url: "https://www.wyff4.com/article/1" })?.admin1).toBe("South Carolina");
  expect(named(text, "Simpsonville", { url: "https://www.wlky.com/article/1" })?.admin1).toBe("Kentucky");
});

test("whose is told from where", () => {
  const places = placesOf("Iraqi troops fought in Ramadi. Baghdad said France's government had sent weapons.");
  const use = (text: string) => places.find((p) => p.text === text)?.use;
  expect(use("Iraqi")).toBe("associative");
  expect(use("Ramadi")).toBe("literal");
  expect(use("Baghdad")).toBe("associative");
  expect(use("France")).toBe("associative");
});

test("a distance and a direction give a point with a radius", () => {
  const place = named("Rebels attacked a convoy 30 km south of Kirkuk in northern Iraq.", "Kirkuk")!;
  expect(Math.abs(distanceKm(place.latitude!, place.longitude!, 35.468, 44.392) - 30)).toBeLessThan(8);
  expect(place.latitude!).toBeLessThan(35.3);
  expect(place.radiusKm).toBeGreaterThan(5);
  expect(place).toMatchObject({ geoPrecision: 2, wherePrec: 2 });
});

test("known facilities are found, and a name that the text explains means what it explains", () => {
  const base = named("Rockets were fired at the Ain al-Asad base in western Iraq.", "Ain al-Asad base")!;
  expect(distanceKm(base.latitude!, base.longitude!, 33.79, 42.44)).toBeLessThan(10);
  const places = placesOf("The drone was aimed at Eilat, also known as Umm al-Rashrash. The group named Umm al-Rashrash in its statement.");
  const alias = places.filter((p) => p.text === "Umm al-Rashrash");
  expect(alias).toHaveLength(2);
  expect(alias[0]!.country).toBe("ISR");
});

test("the losers are kept with scores, and reasons can be read", () => {
  const place = named("The mayor of Springfield, Illinois, spoke.", "Springfield")!;
  expect(place.candidates!.length).toBeGreaterThan(0);
  expect(place.reasons!.length).toBeGreaterThan(0);
});

test("any text is taken: spans lie in it, do not overlap, and are the mention's text", () => {
  const hostile = [
    "\ud800 Mosul \udfff",
    "💥 in Homs 💥",
    "ﻡ‮Aleppo‬",
    "A".repeat(100_000),
    "Al-".repeat(5000),
    "New ".repeat(5000),
    ", Iraq".repeat(2000),
    "",
  ];
  const check = (text: string) => {
    let last = 0;
    for (const place of placesOf(text)) {
      expect(text.slice(place.span[0], place.span[1])).toBe(place.text);
      expect(place.span[0]).toBeGreaterThanOrEqual(last);
      expect(place.confidence).toBeGreaterThanOrEqual(0);
      expect(place.confidence).toBeLessThanOrEqual(1);
      last = place.span[1];
    }
  };
  for (const text of hostile) check(text);
  const word = fc.constantFrom(
    "Mosul",
    "Iraq",
    "30 km",
    "south of",
    "in",
    "al-",
    "(",
    ")",
    ",",
    "also known as",
    "base",
    "\n",
    "Gaza Strip",
    "’s",
    "troops",
    "🎯",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), (words) => check(words.join(" "))),
    { numRuns: 100 },
  );
});

test("what is shelled or captured is a place, also a small one; a person who is attacked is none", () => {
  expect(named("The army captured Bakhmut.", "Bakhmut")).toMatchObject({ country: "UKR" });
  expect(named("Gunmen attacked Daquq.", "Daquq")).toMatchObject({ country: "IRQ" });
  expect(named("A stranger attacked Jessica on Monday.", "Jessica")).toBeUndefined();
});

test("a name that a city and its province bear is the city, unless a word says the province", () => {
  expect(named("Shells fell on a market in Aleppo on Friday.", "Aleppo")?.featureCode).toMatch(/^PPL/);
  expect(named("Shells fell on villages in Aleppo province on Friday.", "Aleppo")?.featureCode).toBe("ADM1");
  expect(named("Shells fell on villages in the province of Aleppo on Friday.", "Aleppo")?.featureCode).toBe("ADM1");
});

test("whose embassies they are is not where they stand", () => {
  const places = placesOf("Cars exploded outside U.S. embassies in Chad and Niger.");
  expect(places.map(({ text, use }) => `${text} ${use}`)).toEqual(["U.S. associative", "Chad literal", "Niger literal"]);
});

test("a street, a person and a body that bear a town's name are no place", () => {
  expect(named("Officers were called to a hall on Falcon Street, and to Oxford.", "Falcon")).toBeUndefined();
  expect(named("He was charged with the death of Dr. Barnet Miller in Buffalo, New York.", "Barnet")).toBeUndefined();
  expect(named("At least 75 people were killed in Nairobi, Red Cross officials said.", "Red Cross")).toBeUndefined();
});

test("whoever visits a country is in it", () => {
  expect(named("The minister visited Turkey on Monday.", "Turkey")?.use).toBe("literal");
});
