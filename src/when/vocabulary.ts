import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { type Day, dayFromIso } from "./calendar.ts";
import { Phrases } from "./phrases.ts";

/** What one word can mean in a time expression. A word may have several of these: "second", "may". */
export interface TimeWord {
  month?: number;
  weekday?: number;
  season?: string;
  unit?: Unit;
  daypart?: string;
  cardinal?: number;
  multiplier?: number;
  ordinal?: number;
  decade?: number;
  /** Also a common word: counts only with company. */
  ambiguous?: boolean;
  plural?: boolean;
  /** "last", "next", "this", "that": which way a unit lies from the point of reference. */
  direction?: "back" | "ahead" | "here" | "there";
  vague?: boolean;
  each?: boolean;
  frequency?: string;
  dayShift?: number;
}

export interface Unit {
  readonly name: string;
  /** ISO 8601 duration designator; "T…" stands after the T, "WE" is TIMEX3's weekend. */
  readonly code: string;
  readonly times: number;
}

export type Modifier = "START" | "MID" | "END" | "BEFORE" | "APPROX" | "LESS_THAN" | "MORE_THAN" | "EQUAL_OR_LESS";

/** A feast: how its days in a year are found. */
export type Holiday =
  | { readonly kind: "fixed"; readonly month: number; readonly day: number }
  | { readonly kind: "nth"; readonly month: number; readonly weekday: number; readonly nth: number }
  | { readonly kind: "easter"; readonly church: "western" | "orthodox"; readonly from: number; readonly to: number }
  | { readonly kind: "table"; readonly days: readonly { readonly earliest: Day; readonly latest: Day }[] };

/** What the program knows of times, read once from `lexicon/times`. */
export interface TimeLexicon {
  readonly words: ReadonlyMap<string, TimeWord>;
  readonly seasons: ReadonlyMap<string, readonly [first: number, last: number]>;
  readonly modifiers: Phrases<Modifier>;
  readonly references: Phrases<string>;
  readonly holidays: Phrases<Holiday>;
  /** Words that make an undated day or month one still to come. */
  readonly forward: ReadonlySet<string>;
  readonly aheadOf: ReadonlySet<string>;
  /** Nouns after which a four-digit number is a count: "2000 troops". */
  readonly counted: ReadonlySet<string>;
  /** Lemmas of verbs that tell of an event that came before. */
  readonly tellsOf: ReadonlySet<string>;
  /** Words after which a time is that of the page: "posted". */
  readonly stamps: ReadonlySet<string>;
}

interface CalendarFile {
  months: Record<string, string[]>;
  weekdays: Record<string, string[]>;
  seasons: Record<string, { names: string[]; months: [number, number] }>;
  ambiguous: string[];
  units: Record<string, { code: string; times?: number; names: string[] }>;
  dayparts: Record<string, string[]>;
}
interface NumbersFile {
  cardinals: Record<string, number>;
  multipliers: Record<string, number>;
  ordinals: Record<string, number>;
  decades: Record<string, number>;
}
interface WordsFile {
  references: Record<string, string[]>;
  days: Record<string, number>;
  vague: string[];
  frequency: Record<string, string[]>;
  each: string[];
  modifiers: Record<Modifier, string[]>;
  direction: Record<"back" | "ahead" | "here" | "there", string[]>;
  forward: string[];
  aheadOf: string[];
  counted: string[];
  tellsOf: string[];
  stamps: string[];
}
interface HolidaysFile {
  fixed: Record<string, string>;
  nth: Record<string, [number, number, number]>;
  easter: Record<string, number>;
  spans: Record<string, [number, number]>;
  orthodoxEaster: Record<string, number>;
  table: Record<string, string>;
}

const FOLDER = new URL("../../lexicon/times/", import.meta.url);
let known: TimeLexicon | undefined;

/** The time lexicon that ships with the program, read on first use. */
export function timeLexicon(): TimeLexicon {
  known ??= readTimeLexicon(FOLDER);
  return known;
}

/** Reads a lexicon folder. Throws when a file is missing or is not YAML. */
export function readTimeLexicon(folder: URL): TimeLexicon {
  const yaml = <T>(name: string) => load(readFileSync(new URL(`${name}.yaml`, folder), "utf8")) as T;
  const calendar = yaml<CalendarFile>("calendar");
  const numbers = yaml<NumbersFile>("numbers");
  const other = yaml<WordsFile>("words");
  const words = new Map<string, TimeWord>();
  const note = (word: string, what: TimeWord) => {
    words.set(word, Object.assign(words.get(word) ?? {}, what));
  };
  for (const [n, names] of Object.entries(calendar.months)) for (const name of names) note(name, { month: Number(n) });
  for (const [n, names] of Object.entries(calendar.weekdays))
    for (const name of names) note(name, { weekday: Number(n), plural: /days$/.test(name) });
  for (const [code, { names }] of Object.entries(calendar.seasons))
    for (const name of names) note(name, { season: code, plural: /[^s]s$/.test(name) });
  for (const [name, { code, times, names }] of Object.entries(calendar.units))
    for (const spelling of names) note(spelling, { unit: { name, code, times: times ?? 1 }, plural: spelling !== name });
  for (const [code, names] of Object.entries(calendar.dayparts))
    for (const name of names) note(name, { daypart: code, plural: name.endsWith("s") });
  for (const word of calendar.ambiguous) note(word, { ambiguous: true });
  for (const [word, n] of Object.entries(numbers.cardinals)) note(word, { cardinal: n });
  for (const [word, n] of Object.entries(numbers.multipliers)) note(word, { multiplier: n });
  for (const [word, n] of Object.entries(numbers.ordinals)) note(word, { ordinal: n });
  for (const [word, n] of Object.entries(numbers.decades)) note(word, { decade: n });
  for (const [word, shift] of Object.entries(other.days)) note(word, { dayShift: shift });
  for (const word of other.vague) note(word, { vague: true });
  for (const word of other.each) note(word, { each: true });
  for (const [value, names] of Object.entries(other.frequency)) for (const word of names) note(word, { frequency: value });
  for (const [way, names] of Object.entries(other.direction))
    for (const word of names) note(word, { direction: way as TimeWord["direction"] });
  return {
    words,
    seasons: new Map(Object.entries(calendar.seasons).map(([code, { months }]) => [code, months])),
    modifiers: new Phrases(pairs(other.modifiers)),
    references: new Phrases(pairs(other.references)),
    holidays: new Phrases(readHolidays(yaml<HolidaysFile>("holidays"), readFileSync(new URL("holidays.tsv", folder), "utf8"))),
    forward: new Set(other.forward),
    aheadOf: new Set(other.aheadOf),
    counted: new Set(other.counted),
    tellsOf: new Set(other.tellsOf),
    stamps: new Set(other.stamps),
  };
}

function pairs<K extends string>(table: Record<K, string[]>): [string, K][] {
  return (Object.entries(table) as [K, string[]][]).flatMap(([value, names]) => names.map((name): [string, K] => [name, value]));
}

function readHolidays(file: HolidaysFile, tsv: string): [string, Holiday][] {
  const table = new Map<string, { earliest: Day; latest: Day }[]>();
  for (const line of tsv.split("\n")) {
    const [name, earliest, latest] = line.split("\t");
    if (latest === undefined || name === "holiday" || earliest === undefined) continue;
    const days = table.get(name!) ?? [];
    table.set(name!, days);
    days.push({ earliest: dayFromIso(earliest), latest: dayFromIso(latest) });
  }
  const all: [string, Holiday][] = [];
  for (const [name, date] of Object.entries(file.fixed))
    all.push([name, { kind: "fixed", month: Number(date.slice(0, 2)), day: Number(date.slice(3)) }]);
  for (const [name, [month, weekday, nth]] of Object.entries(file.nth)) all.push([name, { kind: "nth", month, weekday, nth }]);
  for (const [name, n] of Object.entries(file.easter)) all.push([name, { kind: "easter", church: "western", from: n, to: n }]);
  for (const [name, [from, to]] of Object.entries(file.spans)) all.push([name, { kind: "easter", church: "western", from, to }]);
  for (const [name, n] of Object.entries(file.orthodoxEaster)) all.push([name, { kind: "easter", church: "orthodox", from: n, to: n }]);
  for (const [name, key] of Object.entries(file.table)) all.push([name, { kind: "table", days: table.get(key) ?? [] }]);
  return all;
}
