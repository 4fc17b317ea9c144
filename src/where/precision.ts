import { type GazetteerPlace, isCountry, isDivision, isSettlement } from "./gazetteer.ts";

/** ACLED's geo-precision: 1 the exact town, 2 the area of a town or a small region, 3 a larger region. */
export type AcledPrecision = 1 | 2 | 3;
/** UCDP GED's where_prec: 1 exact, 2 within about 25 km, 3 second-level division, 4 first-level, 5 line or fuzzy area, 6 country, 7 high seas. */
export type UcdpPrecision = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface Precision {
  readonly geoPrecision: AcledPrecision;
  readonly wherePrec: UcdpPrecision;
}

/** How precise a resolved place is. `near`: the text gives a place beside it ("30 km south of"), so that the town is not the spot itself. */
export function precisionOf(place: GazetteerPlace, near: boolean): Precision {
  const code = place.featureCode;
  if (isCountry(code) || code === "CONT") return { geoPrecision: 3, wherePrec: 6 };
  if (code === "ADM1") return { geoPrecision: 3, wherePrec: 4 };
  if (isDivision(code) && code !== "RGN") return { geoPrecision: 2, wherePrec: 3 };
  if (/^(SEA|OCN|GULF|BAY|STRT|CHN)$/.test(code)) return { geoPrecision: 3, wherePrec: 7 };
  if (/^(RGN|STM|VAL|MTS|DSRT|ISLS?|PEN|LKS?|CNL|DLTA|FRST)$/.test(code)) return { geoPrecision: 3, wherePrec: 5 };
  if (near) return { geoPrecision: 2, wherePrec: 2 };
  return isSettlement(code) ? { geoPrecision: 1, wherePrec: 1 } : { geoPrecision: 1, wherePrec: 1 };
}

/** How far from the point something "in" the place may be, in kilometres: half-widths that are usual for the kind. */
export function radiusOf(place: GazetteerPlace): number {
  const code = place.featureCode;
  if (code === "CONT" || code === "OCN") return 3000;
  if (isCountry(code)) return 400;
  if (code === "ADM1") return 100;
  if (code === "ADM2") return 30;
  if (isDivision(code)) return code === "RGN" ? 150 : 15;
  if (/^(SEA|GULF|BAY)$/.test(code)) return 400;
  if (/^(STM|MTS|DSRT|ISLS|PEN|STRT|CHN|LKS?|VAL|FRST|DLTA|CNL)$/.test(code)) return 80;
  if (!isSettlement(code)) return 3;
  return Math.max(3, Math.min(30, Math.round(Math.sqrt(place.population) / 80)));
}
