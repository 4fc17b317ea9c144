import type { PloverType } from "../../what/layers.ts";
import type { ActorCount, Bin, Facet, FacetCounts, Pair, PlaceCount } from "../query.ts";
import { type Columns, ROLE, type TextColumn } from "./columns.ts";
import { NONE } from "./dictionary.ts";
import type { Rows } from "./select.ts";

const COLUMN: Readonly<Record<Exclude<Facet, "actor" | "source">, TextColumn>> = {
  type: "type",
  mode: "mode",
  acled: "acled_event",
  country: "country",
  place: "place",
  publisher: "publisher",
  certainty: "certainty",
  reality: "reality",
  polarity: "polarity",
  voice: "voice",
};

/** Counts per value of each facet, the most frequent first, equal counts by name. */
export function facetsOf(columns: Columns, rows: Rows, facets: readonly Facet[], top: number): FacetCounts {
  const counts: { -readonly [facet in Facet]?: FacetCounts[facet] } = {};
  for (const facet of facets) {
    if (facet === "actor" || facet === "source") {
      const counted = countNames(columns, rows, facet);
      counts[facet] = greatest(counted, top, columns.nameDictionary.values).map((id) => ({
        value: columns.nameShown[id]!,
        count: counted[id]!,
      }));
    } else {
      const { values } = columns.dictionaries[COLUMN[facet]];
      const counted = countTexts(columns, rows, COLUMN[facet]);
      counts[facet] = greatest(counted, top, values).map((id) => ({ value: values[id]!, count: counted[id]! }));
    }
  }
  return counts;
}

function countTexts(columns: Columns, rows: Rows, name: TextColumn): Int32Array {
  const column = columns.texts[name];
  const counts = new Int32Array(columns.dictionaries[name].values.length);
  for (const row of rows) {
    const id = column[row]!;
    if (id !== NONE) counts[id]!++;
  }
  return counts;
}

/** Events that name somebody in a role of the facet; an event counts once for a name, however often it has it. */
function countNames(columns: Columns, rows: Rows, facet: "actor" | "source"): Int32Array {
  const [one, other] = facet === "actor" ? [ROLE.actor, ROLE.recipient] : [ROLE.source, ROLE.publisher];
  const { nameStart, names, roles } = columns;
  const counts = new Int32Array(columns.nameShown.length);
  const last = new Int32Array(columns.nameShown.length).fill(NONE);
  for (const row of rows) {
    const end = nameStart[row + 1]!;
    for (let i = nameStart[row]!; i < end; i++) {
      const role = roles[i]!;
      const name = names[i]!;
      if ((role !== one && role !== other) || last[name] === row) continue;
      last[name] = row;
      counts[name]!++;
    }
  }
  return counts;
}

/** The indices of the greatest counts above zero, equal ones in the order of their values (of names: whatever their case). */
function greatest(counts: Int32Array, top: number, values: readonly string[]): number[] {
  const ids: number[] = [];
  counts.forEach((count, id) => {
    if (count > 0) ids.push(id);
  });
  return ids.sort((a, b) => counts[b]! - counts[a]! || (values[a]! < values[b]! ? -1 : 1)).slice(0, top);
}

const DAY = 86_400_000;

/** The first day of the stretch that a date lies in; weeks begin on Monday (ISO 8601). */
function startOf(date: string, by: "day" | "week" | "month" | "year"): string {
  if (by === "month") return `${date.slice(0, 7)}-01`;
  if (by === "year") return `${date.slice(0, 4)}-01-01`;
  const day = date.slice(0, 10);
  if (by === "day") return day;
  const at = Date.parse(day);
  return Number.isNaN(at) ? day : new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
}

/** How many events of each type begin in each stretch of the calendar. */
export function binsOf(columns: Columns, rows: Rows, by: "day" | "week" | "month" | "year"): Bin[] {
  const { earliest, type } = columns.texts;
  const types = columns.dictionaries.type.values;
  const starts: string[] = [];
  const startIds = new Map<string, number>();
  const startOfDate = Int32Array.from(columns.dictionaries.earliest.values, (date) => {
    const start = startOf(date, by);
    const known = startIds.get(start) ?? starts.push(start) - 1;
    startIds.set(start, known);
    return known;
  });
  const counts = new Int32Array(starts.length * types.length);
  const killed = new Float64Array(counts.length);
  for (const row of rows) {
    const date = earliest[row]!;
    if (date === NONE) continue;
    const bin = startOfDate[date]! * types.length + type[row]!;
    counts[bin]!++;
    const died = columns.numbers.killed[row]!;
    if (died > 0) killed[bin]! += died;
  }
  const bins: Bin[] = [];
  counts.forEach((count, bin) => {
    if (count === 0) return;
    const [start, name] = [starts[Math.floor(bin / types.length)]!, types[bin % types.length] as PloverType];
    bins.push({ start, type: name, count, killed: killed[bin]! });
  });
  return bins.sort((a, b) => (a.start !== b.start ? (a.start < b.start ? -1 : 1) : a.type < b.type ? -1 : 1));
}

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

/** Who acts upon whom, the most frequent pairs first. */
export function pairsOf(columns: Columns, rows: Rows, top: number): Pair[] {
  const many = columns.nameShown.length;
  const counts = new Map<number, number>();
  const { nameStart, names, roles } = columns;
  const { actor, recipient } = ROLE;
  for (const row of rows) {
    const from = nameStart[row]!;
    const to = nameStart[row + 1]!;
    for (let a = from; a < to; a++) {
      if (roles[a] !== actor) continue;
      for (let r = from; r < to; r++) {
        if (roles[r] !== recipient) continue;
        const pair = names[a]! * many + names[r]!;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
  }
  const least = leastOf([...counts.values()], top);
  const name = (id: number) => columns.nameShown[id]!;
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([pair, count]) => ({ actor: name(Math.floor(pair / many)), recipient: name(pair % many), count }))
    .sort((a, b) => b.count - a.count || (a.actor !== b.actor ? (a.actor < b.actor ? -1 : 1) : a.recipient < b.recipient ? -1 : 1))
    .slice(0, top);
}

/** The `top`th greatest count: what is below it need not be named and sorted. */
function leastOf(counts: readonly number[], top: number): number {
  return Int32Array.from(counts).sort().at(-top) ?? 0;
}

/** Who acts and is acted upon, the most often named first. */
export function actorsOf(columns: Columns, rows: Rows, top: number): ActorCount[] {
  const acts = new Int32Array(columns.nameShown.length);
  const receives = new Int32Array(columns.nameShown.length);
  const both = new Int32Array(columns.nameShown.length);
  eachParticipant(columns, rows, (name, role) => {
    (role === ROLE.actor ? acts : receives)[name]!++;
    both[name]!++;
  });
  const shown = greatest(both, top, columns.nameDictionary.values);
  const wanted = new Map(shown.map((name) => [name, new Set<number>()]));
  eachParticipant(columns, rows, (name, _, who) => wanted.get(name)?.add(who));
  return shown.map((name) => {
    const all = [...wanted.get(name)!].map((who) => columns.somebodies[who]!);
    const most = (values: readonly (string | undefined)[]) =>
      values.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);
    const [known, country] = [most(all.map((one) => one.known)), most(all.map((one) => one.country))];
    return {
      name: columns.nameShown[name]!,
      ...(known !== undefined && { known }),
      kind: most(all.map((one) => one.kind)) ?? "null",
      ...(country !== undefined && { country }),
      acts: acts[name]!,
      receives: receives[name]!,
    };
  });
}

function eachParticipant(columns: Columns, rows: Rows, see: (name: number, role: number, who: number) => void): void {
  const { nameStart, names, roles, whos } = columns;
  for (const row of rows) {
    const end = nameStart[row + 1]!;
    for (let i = nameStart[row]!; i < end; i++) {
      const role = roles[i]!;
      if (role === ROLE.actor || role === ROLE.recipient) see(names[i]!, role, whos[i]!);
    }
  }
}
