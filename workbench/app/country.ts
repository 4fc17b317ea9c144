import codes from "i18n-iso-countries/codes.json";
import { countries } from "./words.ts";

const TWO = new Map((codes as readonly (readonly string[])[]).map(([two, three]) => [three, two]));

/** A country's name in the reader's language; the code itself where there is none (ISO 3166-1 alpha-3). */
export function countryName(code: string): string {
  const two = TWO.get(code);
  return (two && countries.of(two)) || code;
}
