import { readFileSync } from "node:fs";
import type { Span } from "../document/index.ts";
import { type Gazetteer, isCountry } from "./gazetteer.ts";
import { placeKey } from "./key.ts";
import type { PlaceMention } from "./layers.ts";
import { precisionOf, radiusOf } from "./precision.ts";

/** Seat of government by ISO 3166-1 alpha-3. */
export type Capitals = ReadonlyMap<string, string>;

/** Reads the first name in the column "capital" of `lexicon/actors/states.tsv`. */
export function readCapitals(file: string | URL): Capitals {
  const [head = "", ...rows] = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const at = head.split("\t").indexOf("capital");
  return new Map(
    rows.flatMap((row) => {
      const cells = row.split("\t");
      const seat = cells[at]?.split(";")[0]?.trim();
      return cells[0] && seat ? [[cells[0], seat] as const] : [];
    }),
  );
}

const AFTER =
  /^(?:['’]s?)? (capital)\b(?!,? (?:city |of )*\p{Lu})(?! (?:punishment|gain|market|control|flow|investment|account|expenditure|crime|offen[cs]e)s?\b)/u;

/** "In the Somali capital", "Somalia's capital": the word "capital" is a place, the seat of the country before it. Where its name follows, that is the mention. */
export function capitalsMeant(
  mentions: readonly Omit<PlaceMention, "id">[],
  text: string,
  capitals: Capitals,
  gazetteer: Gazetteer,
): Omit<PlaceMention, "id">[] {
  return mentions.flatMap((mention): Omit<PlaceMention, "id">[] => {
    const { country, featureCode = "", span } = mention;
    if (country === undefined || !isCountry(featureCode)) return [];
    const match = AFTER.exec(text.slice(span[1], span[1] + 60));
    const seat = capitals.get(country);
    if (!match || seat === undefined) return [];
    const hit = gazetteer
      .lookup(placeKey(seat))
      .find(({ place }) => place.featureCode === "PPLC" && gazetteer.alpha3(place.country) === country);
    if (!hit) return [];
    const { place } = hit;
    const start = span[1] + match[0].length - match[1]!.length;
    const word: Span = [start, start + match[1]!.length];
    if (mentions.some((m) => m.span[0] < word[1] && word[0] < m.span[1])) return [];
    const admin1 = gazetteer.admin1Name(place.country, place.admin1);
    return [
      {
        span: word,
        text: text.slice(...word),
        name: place.name,
        use: "literal",
        latitude: place.latitude,
        longitude: place.longitude,
        country,
        ...(admin1 === undefined ? {} : { admin1 }),
        featureCode: place.featureCode,
        ...(place.geonames === undefined ? {} : { geonames: place.geonames }),
        radiusKm: radiusOf(place),
        ...precisionOf(place, false),
        confidence: mention.confidence,
        reasons: [`the capital of ${country}`],
      },
    ];
  });
}
