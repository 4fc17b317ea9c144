import { createRequire } from "node:module";

let toAlpha3: ReadonlyMap<string, string> | undefined;

/** ISO's table of codes, read when first asked for: only a user's own file may write countries with two letters. */
function table(): ReadonlyMap<string, string> {
  if (toAlpha3) return toAlpha3;
  const codes = createRequire(import.meta.url)("i18n-iso-countries/codes.json") as readonly (readonly [string, string, string])[];
  return (toAlpha3 = new Map(codes.map(([two, three]) => [two, three])));
}

/** ISO 3166-1 alpha-3 from alpha-3 or alpha-2 in any case; undefined for anything else. */
export function alpha3(code: string): string | undefined {
  const upper = code.trim().toUpperCase();
  if (/^[A-Z]{3}$/.test(upper)) return upper;
  if (upper === "XK") return "XKX";
  return /^[A-Z]{2}$/.test(upper) ? table().get(upper) : undefined;
}
