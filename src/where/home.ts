import type { DocumentSource } from "../document/index.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { isCountry } from "./gazetteer.ts";
import { placeKey } from "./key.ts";

/** Country domains that are sold to anybody say nothing of home. */
const GENERIC = new Set("io co tv me ai fm am cc ws ly to gg so".split(" "));

/** The country (alpha-2) an outlet writes from, by its address (".co.ke") or a country or people in its name ("Times of Israel"); undefined when neither says. */
export function outletHome(source: Pick<DocumentSource, "url" | "publisher">, gazetteer: Gazetteer): string | undefined {
  const suffix = /^[a-z+.-]+:\/\/[^/?#]*\.([a-z]{2})(?::\d+)?(?:[/?#]|$)/i.exec(source.url ?? "")?.[1]?.toLowerCase();
  if (suffix !== undefined && !GENERIC.has(suffix)) {
    const code = suffix === "uk" ? "GB" : suffix.toUpperCase();
    if (gazetteer.alpha3(code) !== undefined) return code;
  }
  for (const word of (source.publisher ?? "").slice(0, 200).split(/[^\p{L}]+/u)) {
    if (word.length < 3) continue;
    const hit = gazetteer.lookup(placeKey(word)).find(({ place, form }) => isCountry(place.featureCode) && form !== "alias");
    if (hit) return hit.place.country;
  }
  return undefined;
}
