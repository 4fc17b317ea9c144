import { readFileSync } from "node:fs";
import type { DocumentSource } from "../document/index.ts";
import { type Gazetteer, type GazetteerPlace, isCountry, isSettlement } from "./gazetteer.ts";
import { placeKey } from "./key.ts";

/** Where an outlet writes from: the label of its host, "wral", to a town's name, country and first-level division. */
export type Outlets = ReadonlyMap<string, { readonly town: string; readonly country: string; readonly admin1: string }>;

/** Country domains that are sold to anybody say nothing of home. */
const GENERIC = new Set("io co tv me ai fm am cc ws ly to gg so".split(" "));
/** What outlets put before the name of their town: "mysanantonio", "clickondetroit", "theadanews". */
const PREFIX = /^(?:my|the|clickon|visit|news|abc\d*|fox\d*|nbc|cbs\d*|local)(?=[a-z]{4})/;
const LEAST_TOWN = 15_000;

/** Reads `lexicon/places/outlets/us.tsv`. */
export function readOutlets(file: string | URL): Outlets {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1);
  return new Map(
    rows.map((row) => {
      const [label = "", town = "", country = "", admin1 = ""] = row.split("\t");
      return [label, { town, country, admin1 }] as const;
    }),
  );
}

function hostLabels(url: string): string[] {
  // A web archive's address holds the outlet's own.
  const own = url
    .slice(Math.max(0, url.lastIndexOf("http")))
    .slice(0, 300)
    .toLowerCase();
  const host = /^https?:\/\/(?:www\d?\.)?([^/:?#]+)/.exec(own)?.[1];
  return host === undefined ? [] : host.split(".");
}

/** The most peopled town that a host's label begins with, of five letters at least: "denverpost", "chicago". */
function townIn(label: string, gazetteer: Gazetteer): GazetteerPlace | undefined {
  const bare = label.replace(/-/g, "");
  for (const name of new Set([bare, bare.replace(PREFIX, "")]))
    for (let end = Math.min(name.length, 20); end >= 5; end--) {
      const hits = gazetteer
        .lookup(name.slice(0, end))
        .filter(({ place, form }) => form === "name" && isSettlement(place.featureCode) && place.population >= LEAST_TOWN);
      const best = hits.sort((a, b) => b.place.population - a.place.population)[0];
      if (best) return best.place;
    }
  return undefined;
}

/**
 * Where an outlet is at home: its town when the lexicon or its host's name says so, else its country, by its address (".co.ke") or by a
 * country in its name ("Times of Israel"); undefined when nothing says.
 */
export function outletHome(
  source: Pick<DocumentSource, "url" | "publisher">,
  gazetteer: Gazetteer,
  outlets: Outlets,
): GazetteerPlace | undefined {
  const labels = hostLabels(source.url ?? "");
  for (const label of labels.slice(0, -1)) {
    const outlet = outlets.get(label);
    if (!outlet) continue;
    const town = gazetteer
      .lookup(placeKey(outlet.town))
      .filter(({ place }) => place.country === outlet.country && place.admin1 === outlet.admin1 && isSettlement(place.featureCode));
    const best = town.sort((a, b) => b.place.population - a.place.population)[0];
    if (best) return best.place;
  }
  const country = (code: string) => gazetteer.lookup(placeKey(code)).find(({ place }) => isCountry(place.featureCode))?.place;
  const suffix = labels.at(-1) ?? "";
  if (/^[a-z]{2}$/.test(suffix) && !GENERIC.has(suffix)) {
    const code = suffix === "uk" ? "GB" : suffix.toUpperCase();
    const alpha3 = gazetteer.alpha3(code);
    const place = alpha3 === undefined ? undefined : country(alpha3);
    if (place?.country === code) return place;
  }
  for (const label of labels.slice(0, -1)) {
    const town = label.length >= 5 ? townIn(label, gazetteer) : undefined;
    if (town) return town;
  }
  for (const word of (source.publisher ?? "").slice(0, 200).split(/[^\p{L}]+/u)) {
    const place =
      word.length < 3
        ? undefined
        : gazetteer.lookup(placeKey(word)).find((hit) => isCountry(hit.place.featureCode) && hit.form !== "alias")?.place;
    if (place) return place;
  }
  return undefined;
}
