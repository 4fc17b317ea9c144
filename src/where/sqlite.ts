import { DatabaseSync } from "node:sqlite";
import { distanceKm } from "./distance.ts";
import { type Gazetteer, type GazetteerHit, type GazetteerPlace, isCountry, isDivision, isSettlement, type NameForm } from "./gazetteer.ts";

interface Row {
  readonly id: number;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly feature: string;
  readonly country: string;
  readonly admin1: string;
  readonly population: number;
  readonly form: string;
}

const MAX_HITS = 200;
const MAX_CACHED = 20_000;
const KINDS = [isCountry, isDivision, isSettlement];
const kind = (code: string) => KINDS.findIndex((is) => is(code));

/** Whether two gazetteers' entries are one place: same country, same kind, and no further apart than such things are. */
function samePlace(a: GazetteerPlace, b: GazetteerPlace): boolean {
  if (a.geonames !== undefined && b.geonames !== undefined) return a.geonames === b.geonames;
  const of = kind(a.featureCode);
  if (of !== kind(b.featureCode) || a.country !== b.country) return false;
  const km = of === 0 ? Number.POSITIVE_INFINITY : of === 1 ? 250 : 15;
  return distanceKm(a.latitude, a.longitude, b.latitude, b.longitude) <= km;
}

/**
 * Opens an import of `importGazetteer` together with the embedded gazetteer: of a place that both hold, the import's entry is given with
 * the embedded one's form of name. Throws when the file is no such import.
 */
export function openSqlite(file: string, embedded: Gazetteer): Gazetteer {
  const db = new DatabaseSync(file, { readOnly: true });
  const find = db.prepare(
    `SELECT DISTINCT p.*, n.form FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? ORDER BY p.population DESC, p.id LIMIT ${MAX_HITS}`,
  );
  const division = db.prepare("SELECT name FROM division WHERE code = ?");
  const cache = new Map<string, readonly GazetteerHit[]>();
  return {
    lookup(key) {
      const known = cache.get(key);
      if (known) return known;
      const rows = key.length > 100 ? [] : (find.all(key) as unknown as Row[]);
      const own = embedded.lookup(key);
      const hits: GazetteerHit[] = [];
      const used = new Set<GazetteerHit>();
      for (const row of rows) {
        const place: GazetteerPlace = {
          name: row.name,
          country: row.country,
          admin1: row.admin1,
          featureCode: row.feature,
          latitude: row.latitude,
          longitude: row.longitude,
          population: row.population,
          geonames: row.id,
        };
        if (hits.some((hit) => hit.place.geonames === row.id)) continue;
        const twin = own.find((hit) => samePlace(hit.place, place));
        if (twin) {
          if (used.has(twin)) continue;
          used.add(twin);
        }
        hits.push({ place, form: twin ? twin.form : (row.form as NameForm) });
      }
      for (const hit of own) if (!used.has(hit)) hits.push(hit);
      if (cache.size >= MAX_CACHED) cache.clear();
      cache.set(key, hits);
      return hits;
    },
    admin1Name(country, admin1) {
      const row = division.get(`${country}.${admin1}`) as { name: string } | undefined;
      return row?.name ?? embedded.admin1Name(country, admin1);
    },
    alpha3: (alpha2) => embedded.alpha3(alpha2),
  };
}
