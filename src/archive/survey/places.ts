import type { PlaceCount } from "../query.ts";
import type { Columns } from "./columns.ts";
import { NONE } from "./dictionary.ts";
import type { Rows } from "./select.ts";

/** Events that share a point and its name, counted, the most events first. */
export function placesOf(columns: Columns, rows: Rows): PlaceCount[] {
  const { latitude, longitude, radius_km, killed } = columns.numbers;
  const { place, country, admin1 } = columns.texts;
  const points = columns.pointDictionary.values.length;
  const counts = new Int32Array(points);
  const dead = new Float64Array(points);
  const radius = new Float64Array(points).fill(Number.NEGATIVE_INFINITY);
  const first = new Int32Array(points);
  const greatestOf = { country: new Int32Array(points).fill(NONE), admin1: new Int32Array(points).fill(NONE) };
  for (const row of rows) {
    const point = columns.points[row]!;
    if (point === NONE) continue;
    if (counts[point]!++ === 0) first[point] = row;
    if (killed[row]! > 0) dead[point]! += killed[row]!;
    if (radius_km[row]! > radius[point]!) radius[point] = radius_km[row]!;
    keepGreatest(greatestOf.country, point, country[row]!, columns.dictionaries.country.values);
    keepGreatest(greatestOf.admin1, point, admin1[row]!, columns.dictionaries.admin1.values);
  }
  const found: PlaceCount[] = [];
  counts.forEach((count, point) => {
    if (count === 0) return;
    const row = first[point]!;
    const of = (name: "country" | "admin1") => {
      const value = columns.dictionaries[name].values[greatestOf[name][point]!];
      return value === undefined ? {} : { [name]: value };
    };
    found.push({
      name: columns.dictionaries.place.values[place[row]!] ?? "null",
      ...of("country"),
      ...of("admin1"),
      latitude: latitude[row]!,
      longitude: longitude[row]!,
      ...(Number.isFinite(radius[point]!) && { radiusKm: radius[point]! }),
      count,
      killed: dead[point]!,
    });
  });
  return found.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function keepGreatest(ids: Int32Array, at: number, id: number, values: readonly string[]): void {
  const before = ids[at]!;
  if (id === before || id === NONE) return;
  if (before === NONE || values[id]! > values[before]!) ids[at] = id;
}
