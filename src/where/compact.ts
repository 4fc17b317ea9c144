import type { Gazetteer, GazetteerHit, GazetteerPlace, NameForm } from "./gazetteer.ts";

/**
 * The embedded gazetteer's file: a JSON header (lists of countries, divisions, feature codes; where each column begins), then
 * typed arrays that are used as they lie, so that opening is one read. Names are found through an open-addressing hash table (FNV-1a,
 * 32 bits) whose keys are compared byte by byte. Little-endian, as every machine that Node 24 runs on.
 */
const MAGIC = "DLGZ1";
const FORMS: readonly NameForm[] = ["name", "alias", "abbreviation", "demonym"];
const INDEX_BITS = 24;
const POPULATION_SCALE = 2000;

export interface NamedPlace extends GazetteerPlace {
  /** Keys (see `placeKey`) with the form of each. */
  readonly keys: readonly (readonly [key: string, form: NameForm])[];
}

interface Header {
  readonly countries: readonly string[];
  readonly alpha3: readonly string[];
  readonly divisions: readonly string[];
  readonly divisionNames: readonly string[];
  readonly features: readonly string[];
  readonly columns: Readonly<Record<string, readonly [offset: number, length: number]>>;
}

function fnv(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}

/** Writes places in the given order. `divisionNames` is by "IQ.13", `alpha3` by alpha-2 code. */
export function encodeGazetteer(
  places: readonly NamedPlace[],
  divisionNames: ReadonlyMap<string, string>,
  alpha3: ReadonlyMap<string, string>,
): Uint8Array {
  if (places.length >= 1 << INDEX_BITS) throw new RangeError(`too many places for the compact gazetteer: ${places.length}`);
  const list = (of: (place: NamedPlace) => string) => [...new Set(places.map(of))].sort();
  const countries = list((p) => p.country);
  const divisions = list((p) => `${p.country}.${p.admin1}`);
  const features = list((p) => p.featureCode);
  const encoder = new TextEncoder();
  const texts: Uint8Array[] = [];
  const pooled = new Map<string, number>();
  let size = 0;
  const pool = (text: string): number => {
    const known = pooled.get(text);
    if (known !== undefined) return known;
    const bytes = encoder.encode(text);
    if (bytes.length > 255) throw new RangeError(`name too long: ${text}`);
    texts.push(Uint8Array.of(bytes.length), bytes);
    pooled.set(text, size);
    size += bytes.length + 1;
    return size - bytes.length - 1;
  };
  const at = (sorted: readonly string[]) => new Map(sorted.map((text, index) => [text, index]));
  const [countryAt, divisionAt, featureAt] = [at(countries), at(divisions), at(features)];
  const n = places.length;
  const latitude = new Int32Array(n);
  const longitude = new Int32Array(n);
  const geonames = new Uint32Array(n);
  const name = new Uint32Array(n);
  const population = new Uint16Array(n);
  const division = new Uint16Array(n);
  const country = new Uint8Array(n);
  const feature = new Uint8Array(n);
  const postingsOf = new Map<string, number[]>();
  places.forEach((place, i) => {
    latitude[i] = Math.round(place.latitude * 1e5);
    longitude[i] = Math.round(place.longitude * 1e5);
    geonames[i] = place.geonames ?? 0;
    name[i] = pool(place.name);
    population[i] = Math.round(Math.log2(place.population + 1) * POPULATION_SCALE);
    division[i] = divisionAt.get(`${place.country}.${place.admin1}`)!;
    country[i] = countryAt.get(place.country)!;
    feature[i] = featureAt.get(place.featureCode)!;
    for (const [key, form] of place.keys) {
      const postings = postingsOf.get(key) ?? [];
      postings.push((FORMS.indexOf(form) << INDEX_BITS) | i);
      postingsOf.set(key, postings);
    }
  });
  const keys = [...postingsOf.keys()].sort();
  let buckets = 1;
  while (buckets < keys.length * 1.4) buckets *= 2;
  const table = new Uint32Array(buckets);
  const keyText = new Uint32Array(keys.length);
  const keyPostings = new Uint32Array(keys.length + 1);
  const postings: number[] = [];
  keys.forEach((key, k) => {
    const bytes = encoder.encode(key);
    keyText[k] = pool(key);
    keyPostings[k] = postings.length;
    postings.push(...postingsOf.get(key)!);
    let bucket = fnv(bytes, 0, bytes.length) % buckets;
    while (table[bucket] !== 0) bucket = (bucket + 1) % buckets;
    table[bucket] = k + 1;
  });
  keyPostings[keys.length] = postings.length;
  const text = new Uint8Array(size);
  let cursor = 0;
  for (const bytes of texts) {
    text.set(bytes, cursor);
    cursor += bytes.length;
  }
  const arrays = {
    latitude,
    longitude,
    geonames,
    name,
    table,
    keyText,
    keyPostings,
    postings: Uint32Array.from(postings),
    population,
    division,
    country,
    feature,
    text,
  };
  const columns: Record<string, [number, number]> = {};
  let offset = 0;
  for (const [column, array] of Object.entries(arrays)) {
    offset = (offset + 3) & ~3;
    columns[column] = [offset, array.length];
    offset += array.byteLength;
  }
  const header: Header = {
    countries,
    alpha3: countries.map((c) => alpha3.get(c) ?? ""),
    divisions,
    divisionNames: divisions.map((d) => divisionNames.get(d) ?? ""),
    features,
    columns,
  };
  const head = encoder.encode(JSON.stringify(header));
  const start = (MAGIC.length + 4 + head.length + 7) & ~7;
  const file = new Uint8Array(start + offset);
  file.set(encoder.encode(MAGIC), 0);
  new DataView(file.buffer).setUint32(MAGIC.length, head.length, true);
  file.set(head, MAGIC.length + 4);
  for (const [column, array] of Object.entries(arrays))
    file.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + columns[column]![0]);
  return file;
}

/** Opens what `encodeGazetteer` wrote. Throws a RangeError when the bytes are something else. */
export function openCompact(bytes: Uint8Array): Gazetteer {
  const decoder = new TextDecoder();
  if (bytes.length < 16 || decoder.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw new RangeError("not a compact gazetteer file");
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const header = JSON.parse(decoder.decode(bytes.subarray(MAGIC.length + 4, MAGIC.length + 4 + headLength))) as Header;
  const start = (MAGIC.length + 4 + headLength + 7) & ~7;
  const body = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  const where = (column: string) =>
    [body.buffer as ArrayBuffer, body.byteOffset + start + header.columns[column]![0], header.columns[column]![1]] as const;
  const latitude = new Int32Array(...where("latitude"));
  const longitude = new Int32Array(...where("longitude"));
  const geonames = new Uint32Array(...where("geonames"));
  const name = new Uint32Array(...where("name"));
  const table = new Uint32Array(...where("table"));
  const keyText = new Uint32Array(...where("keyText"));
  const keyPostings = new Uint32Array(...where("keyPostings"));
  const postings = new Uint32Array(...where("postings"));
  const population = new Uint16Array(...where("population"));
  const division = new Uint16Array(...where("division"));
  const country = new Uint8Array(...where("country"));
  const feature = new Uint8Array(...where("feature"));
  const text = new Uint8Array(...where("text"));
  const divisionNames = new Map(header.divisions.map((code, i) => [code, header.divisionNames[i]!]));
  const alpha3 = new Map(header.countries.map((code, i) => [code, header.alpha3[i]!]));
  const encoder = new TextEncoder();
  const scratch = new Uint8Array(512);
  const made = new Map<number, GazetteerPlace>();

  const find = (key: string): number => {
    if (key.length === 0 || key.length > 100) return -1;
    const length = encoder.encodeInto(key, scratch).written;
    let bucket = fnv(scratch, 0, length) % table.length;
    for (;;) {
      const k = table[bucket]!;
      if (k === 0) return -1;
      const offset = keyText[k - 1]!;
      if (text[offset] === length) {
        let same = 0;
        while (same < length && text[offset + 1 + same] === scratch[same]) same++;
        if (same === length) return k - 1;
      }
      bucket = (bucket + 1) % table.length;
    }
  };
  const place = (i: number): GazetteerPlace => {
    const known = made.get(i);
    if (known) return known;
    const id = geonames[i]!;
    const [code, ...admin1] = header.divisions[division[i]!]!.split(".");
    const entry: GazetteerPlace = {
      name: decoder.decode(text.subarray(name[i]! + 1, name[i]! + 1 + text[name[i]!]!)),
      country: header.countries[country[i]!] ?? code!,
      admin1: admin1.join("."),
      featureCode: header.features[feature[i]!]!,
      latitude: latitude[i]! / 1e5,
      longitude: longitude[i]! / 1e5,
      population: Math.round(2 ** (population[i]! / POPULATION_SCALE) - 1),
      ...(id === 0 ? {} : { geonames: id }),
    };
    made.set(i, entry);
    return entry;
  };
  return {
    lookup(key) {
      const k = find(key);
      if (k < 0) return [];
      const hits: GazetteerHit[] = [];
      for (let p = keyPostings[k]!; p < keyPostings[k + 1]!; p++)
        hits.push({ place: place(postings[p]! & ((1 << INDEX_BITS) - 1)), form: FORMS[postings[p]! >>> INDEX_BITS]! });
      return hits;
    },
    admin1Name: (code, admin1) => divisionNames.get(`${code}.${admin1}`) || undefined,
    alpha3: (alpha2) => alpha3.get(alpha2) || undefined,
  };
}
