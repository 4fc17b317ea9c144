import { isCountry, isDivision } from "./gazetteer.ts";
import type { PlaceMention } from "./layers.ts";

/** An article is at home in a country when at least this many of its resolved places lie there … */
const AT_HOME = 3;
/** … and at least this share of all of them. */
const SHARE = 0.6;

/** A town of so many inhabitants is named from everywhere. */
const WELL_KNOWN = 100_000;

/**
 * Leaves open what does not fit: a town that is the only thing an article names in its country, while the article is at home in another
 * ("Medina", a district of Mogadishu, is no town in Ohio). Countries, their divisions, and what the article names beside its country stay;
 * a country that only acts ("United States forces") does not speak for a small town of its. The mention keeps its runners-up; only the
 * point is withdrawn.
 */
export function leaveMisfitsOpen(
  mentions: readonly PlaceMention[],
  populationOf: (mention: PlaceMention) => number = () => 0,
): readonly PlaceMention[] {
  const resolved = mentions.filter((m) => m.country !== undefined && m.latitude !== undefined);
  const byCountry = Map.groupBy(resolved, (m) => m.country!);
  const [home, own] = [...byCountry].reduce<readonly [string, readonly PlaceMention[]]>(
    (a, b) => (b[1].length > a[1].length ? b : a),
    ["", []],
  );
  if (own.length < AT_HOME) return mentions;
  return mentions.map((mention) => {
    if (mention.country === undefined || mention.country === home || !isTown(mention)) return mention;
    const rest = resolved.filter(
      (m) => m.name !== mention.name && (m.use === "literal" || !isCountry(m.featureCode ?? "") || m.country === home),
    );
    if (own.length < SHARE * rest.length) return mention;
    const known = populationOf(mention) >= WELL_KNOWN;
    const others = byCountry
      .get(mention.country)!
      .filter((m) => m.name !== mention.name && (known || m.use === "literal" || !isCountry(m.featureCode ?? "")));
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

/** A populated place that is no capital (capitals are named from everywhere), or what only stands at its point ("Medina Hospital"). */
function isTown({ featureCode = "", name, text }: PlaceMention): boolean {
  return (featureCode.startsWith("PPL") && featureCode !== "PPLC") || (!isDivision(featureCode) && text.startsWith(`${name} `));
}
