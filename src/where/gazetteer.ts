/** One entry of a gazetteer, with GeoNames' codes. */
export interface GazetteerPlace {
  readonly name: string;
  /** ISO 3166-1 alpha-2, as GeoNames keeps it; "" for seas and regions of several countries. */
  readonly country: string;
  /** GeoNames code of the first-level division; "" when not known. */
  readonly admin1: string;
  /** GeoNames feature code: PPL, PPLC, ADM1, PCLI, AIRB, … */
  readonly featureCode: string;
  /** WGS 84 degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** Inhabitants; 0 when not known. Embedded figures are rounded to about 0.1 per cent. */
  readonly population: number;
  /** GeoNames id, when there is one. */
  readonly geonames?: number;
}

/** How a name stands for a place: its own name, another spelling, an abbreviation ("Ala."), or a word for its people ("Iraqi"). */
export type NameForm = "name" | "alias" | "abbreviation" | "demonym";

export interface GazetteerHit {
  readonly place: GazetteerPlace;
  readonly form: NameForm;
}

/** Where names become places. All look-ups are by `placeKey`. */
export interface Gazetteer {
  /** Every place that a name may mean, in a fixed order; empty when none does. */
  lookup(key: string): readonly GazetteerHit[];
  /** Name of a first-level division. */
  admin1Name(country: string, admin1: string): string | undefined;
  /** ISO 3166-1 alpha-3 for alpha-2; undefined for what is no country. */
  alpha3(alpha2: string): string | undefined;
}

/** Country-like units of GeoNames: independent states, dependencies, constituent countries. */
export function isCountry(featureCode: string): boolean {
  return featureCode.startsWith("PCL") || featureCode === "TERR";
}

/** First-level and deeper divisions. */
export function isDivision(featureCode: string): boolean {
  return featureCode.startsWith("ADM") || featureCode === "RGN";
}

/** Cities, towns, villages, quarters, camps. */
export function isSettlement(featureCode: string): boolean {
  return featureCode.startsWith("PPL") || featureCode === "CMPRF" || featureCode === "STLMT";
}
