import type { PlaceMention } from "./layers.ts";

/** An article is at home in a country when at least this many of its resolved places lie there … */
const AT_HOME = 3;
/** … and at least this share of all of them. */
const SHARE = 0.6;

/**
 * Leaves open what does not fit: a town that is the only thing an article names in its country, while the article is at home in another
 * ("Medina", a district of Mogadishu, is no town in Ohio). Countries, their divisions and what the article names twice or names beside its
 * country stay. The mention keeps its runners-up; only the point is withdrawn.
 */
export function leaveMisfitsOpen(mentions: readonly PlaceMention[]): readonly PlaceMention[] {
  const resolved = mentions.filter((m) => m.country !== undefined && m.latitude !== undefined);
  const byCountry = Map.groupBy(resolved, (m) => m.country!);
  const [home, own] = [...byCountry].reduce<readonly [string, readonly PlaceMention[]]>(
    (a, b) => (b[1].length > a[1].length ? b : a),
    ["", []],
  );
  if (own.length < AT_HOME || own.length < SHARE * resolved.length) return mentions;
  return mentions.map((mention) => {
    if (mention.country === undefined || mention.country === home || !isTown(mention)) return mention;
    const others = byCountry.get(mention.country)!.filter((m) => m.name !== mention.name);
    if (others.length > 0) return mention;
    const { name, latitude, longitude, country, admin1, geonames, radiusKm, featureCode, ...open } = mention;
    const runnerUp = { name: name ?? mention.text, country, latitude: latitude ?? 0, longitude: longitude ?? 0, score: mention.confidence };
    return {
      ...open,
      confidence: 0.2,
      candidates: [runnerUp, ...(mention.candidates ?? [])],
      reasons: [
        ...(mention.reasons ?? []),
        `left open: nothing else in the article lies in ${country}, and ${own.length} places lie in ${home}`,
      ],
    };
  });
}

/** A populated place that is no capital: capitals are named from everywhere. */
function isTown(mention: PlaceMention): boolean {
  return mention.featureCode?.startsWith("PPL") === true && mention.featureCode !== "PPLC";
}
