import { distanceKm } from "./distance.ts";
import { isCountry, isDivision } from "./gazetteer.ts";
import type { PlaceMention } from "./layers.ts";

/** How fine a place is: 0 a country or more, 1 a part of one, 2 a town or finer. */
export function grain(place: PlaceMention): number {
  const code = place.featureCode ?? "";
  if (isCountry(code) || code === "CONT") return 0;
  if (isDivision(code) || /^(SEA|OCN|GULF|STM|MTS|VAL|DSRT|ISLS?|PEN)$/.test(code)) return 1;
  return 2;
}

/** Whether the finer place lies within the coarser one. */
export function within(fine: PlaceMention, coarse: PlaceMention): boolean {
  if (coarse.featureCode && isCountry(coarse.featureCode)) return fine.country === coarse.country;
  if (fine.latitude === undefined || coarse.latitude === undefined) return false;
  return distanceKm(fine.latitude, fine.longitude!, coarse.latitude, coarse.longitude!) <= (coarse.radiusKm ?? 50) * 1.5;
}
