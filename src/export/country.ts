import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Codes and names of one country, as the data sets that we export to want them. */
export interface Country {
  readonly name: string;
  /** ISO 3166-1 numeric. */
  readonly numeric?: number;
  readonly alpha2?: string;
  /** UN M49 region and subregion. */
  readonly region?: string;
  readonly subregion?: string;
  /** FIPS 10-4. */
  readonly fips?: string;
  /** Correlates of War state number. */
  readonly cow?: number;
  /** Gleditsch and Ward number. */
  readonly gw?: number;
}

interface WorldCountry {
  readonly name: { readonly common: string };
  readonly cca2: string;
  readonly cca3: string;
  readonly ccn3: string;
  readonly region: string;
  readonly subregion: string;
}

let countries: ReadonlyMap<string, Country> | undefined;

/** A country by its ISO 3166-1 alpha-3 code; undefined where the code is absent or unknown. */
export function country(alpha3: string | undefined): Country | undefined {
  if (alpha3 === undefined) return undefined;
  countries ??= load();
  return countries.get(alpha3);
}

function load(): ReadonlyMap<string, Country> {
  const known = createRequire(import.meta.url)("world-countries") as readonly WorldCountry[];
  const codes = readCodes();
  return new Map(
    known.map(({ name, cca2, cca3, ccn3, region, subregion }) => [
      cca3,
      {
        name: name.common,
        alpha2: cca2,
        ...(ccn3 && { numeric: Number(ccn3) }),
        ...(region && { region }),
        ...(subregion && { subregion }),
        ...codes.get(cca3),
      },
    ]),
  );
}

function readCodes(): ReadonlyMap<string, { fips: string; cow: number; gw: number }> {
  const file = fileURLToPath(new URL("../../lexicon/codes/countries.tsv", import.meta.url));
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));
  return new Map(rows.map(([iso3, fips, cow, gw]) => [iso3!, { fips: fips!, cow: Number(cow), gw: Number(gw) }]));
}
