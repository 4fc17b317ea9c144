import { readFileSync } from "node:fs";
import { isCountry } from "./gazetteer.ts";
import type { PlaceMention } from "./layers.ts";

/** The stretch of a land border that is reported from. */
export interface Border {
  /** WGS 84 degrees. */
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKm: number;
}

/** Land borders by the ISO 3166-1 alpha-3 codes of their two countries, in the order of the alphabet: "IRQ SYR". */
export type Borders = ReadonlyMap<string, Border>;

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Reads `lexicon/places/borders.tsv`. Throws when a row has no point. */
export function readBorders(file: string | URL): Borders {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1);
  return new Map(
    rows.map((row) => {
      const [a = "", b = "", ...numbers] = row.split("\t");
      const [latitude = Number.NaN, longitude = Number.NaN, radiusKm = Number.NaN] = numbers.map(Number);
      if (![latitude, longitude, radiusKm].every(Number.isFinite)) throw new Error(`${file}: “${row}” has no point and radius`);
      return [keyOf(a, b), { latitude, longitude, radiusKm }] as const;
    }),
  );
}

/** Words of place that may stand before "the border": what is told of the border itself ("closed the border") is not where something was. */
const AT = "(?:near|along|at|on|across|around|beside|by|to|toward|towards|from|close to|in)";
const BORDER = "(?:border|borders|frontier|borderlands?)";
const BEFORE = new RegExp(
  `\\b${AT} (?:(?:the|its|their|a|[\\w-]+['’]s?) )?(?:[\\w-]+ ){0,2}${BORDER}(?: area| region| zone| post)? (?:with|between|of) (?:the )?$`,
  "i",
);
const PHRASE_BEFORE = new RegExp(`\\b${AT} (?:(?:the|its|their|a) )?(?:[\\w-]+[-–])?$`, "i");
const AFTER = new RegExp(
  `^(?:['’]s?)?(?:[-–]\\w+)?,? (?:(?:northern|southern|eastern|western|land|long|porous|common|shared|desert) ){0,2}${BORDER}\\b`,
  "i",
);
const WINDOW = 60;

/**
 * "Near the border with Syria", "along the Iraqi-Syrian border", "Lebanon's border with Israel": the country becomes the stretch of the
 * border that it shares with the other country that the words name, or else with the one that the article's places lie in most.
 * Mentions of borders that the table does not hold stay as they are.
 */
export function borderPoints(mentions: readonly PlaceMention[], text: string, borders: Borders): readonly PlaceMention[] {
  const counts = new Map<string, number>();
  for (const { country, use, featureCode = "" } of mentions)
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + (use === "literal" && !isCountry(featureCode) ? 3 : 1));
  const neighbour = (of: string): string | undefined =>
    [...counts]
      .filter(([other]) => other !== of && borders.has(keyOf(of, other)))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  return mentions.map((mention, i) => {
    const { country, featureCode = "", span } = mention;
    if (country === undefined || !isCountry(featureCode)) return mention;
    const before = text.slice(Math.max(0, span[0] - WINDOW), span[0]).replace(/\s+/g, " ");
    const after = text.slice(span[1], span[1] + WINDOW).replace(/\s+/g, " ");
    if (!(BEFORE.test(before) || (AFTER.test(after) && PHRASE_BEFORE.test(before)))) return mention;
    const beside = [mentions[i - 1], mentions[i + 1]].find(
      (m) =>
        m?.country !== undefined &&
        m.country !== country &&
        isCountry(m.featureCode ?? "") &&
        Math.max(m.span[0] - span[1], span[0] - m.span[1]) < WINDOW / 2 &&
        borders.has(keyOf(country, m.country)),
    );
    const other = beside?.country ?? neighbour(country);
    const border = other === undefined ? undefined : borders.get(keyOf(country, other));
    if (border === undefined) return mention;
    const { admin1, geonames, ...rest } = mention;
    return {
      ...rest,
      use: "literal" as const,
      ...border,
      featureCode: "RGN",
      geoPrecision: 3,
      wherePrec: 5,
      reasons: [...(mention.reasons ?? []), `the border of ${country} and ${other}`],
    };
  });
}
