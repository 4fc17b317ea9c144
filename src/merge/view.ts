import type { PloverType } from "../what/layers.ts";
import { unpackSignature } from "./article-print.ts";
import type { EventRecord, Participant, RecordCount } from "./event-record.ts";
import { loadRarity, wordsOf } from "./rarity.ts";
import { loadTypeLexicon } from "./type-lexicon.ts";
import { NO_WORDS, VectorPool, type WordVector } from "./word-vector.ts";

/** A count as it is compared. */
export interface Range {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

/** A place as it is compared. */
export interface Spot {
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly radiusKm: number | undefined;
  readonly country: string | undefined;
  readonly admin1: string | undefined;
}

/**
 * What is compared of a report, read once into numbers, small lists and pooled vectors; the record itself need not be kept. Every field
 * is always there, so that all views have one shape. Days count from 1970-01-01.
 */
export interface View {
  readonly id: string;
  readonly document: string;
  readonly type: PloverType;
  readonly family: string;
  readonly mode: string | undefined;
  readonly published: number | undefined;
  /** First and last possible day, both inclusive. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly place: Spot | undefined;
  readonly killed: Range | undefined;
  readonly injured: Range | undefined;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly instruments: readonly string[];
  readonly words: WordVector;
  readonly title: WordVector;
  readonly people: readonly string[];
  readonly copy: Uint16Array;
  /** The day that the report points back to: "Sunday's attack". */
  readonly pointsTo: number | undefined;
  /** Whether it sums events up: "attacks since October". */
  readonly series: boolean;
}

/** A view with the record that it was read from: what reasons are told from. */
export interface ReadView extends View {
  readonly record: EventRecord;
}

const DAY = 86_400_000;
const NO_COPY = new Uint16Array(0);
const NOBODY: readonly string[] = [];

type Print = NonNullable<EventRecord["reports"][number]["print"]>;
type ArticleView = Pick<View, "words" | "title" | "people" | "copy">;
const NO_ARTICLE: ArticleView = { words: NO_WORDS, title: NO_WORDS, people: NOBODY, copy: NO_COPY };

/** Reads records into views that share what they can: vectors in pools, an article's words among its mentions, names of countries and divisions. */
export class Viewer {
  readonly #pool: VectorPool;
  readonly #names = new Map<string, string>();
  #article: { readonly document: string; readonly print: Print; readonly view: ArticleView } | undefined;

  /** `pool`: how many words an array of the pool holds. */
  constructor(pool?: number) {
    this.#pool = new VectorPool(pool);
  }

  view(record: EventRecord): View {
    const report = record.reports[0]!;
    const first = dayNumber(record.time?.earliest);
    const last = dayNumber(record.time?.latest);
    const { words, title, people, copy } = this.#articleOf(report.document, report.print);
    return {
      id: report.mention,
      document: report.document,
      type: record.type,
      family: loadTypeLexicon().familyOf(record.type),
      mode: this.#shared(record.mode),
      published: dayNumber(report.published),
      first,
      last,
      place: record.place && {
        latitude: record.place.latitude,
        longitude: record.place.longitude,
        radiusKm: record.place.radiusKm,
        country: this.#shared(record.place.country),
        admin1: this.#shared(record.place.admin1),
      },
      killed: rangeOf(record.casualties?.killed),
      injured: rangeOf(record.casualties?.injured),
      actors: namesOf(record.actors),
      recipients: namesOf(record.recipients),
      instruments: meansOf(record.instruments),
      words,
      title,
      people,
      copy,
      pointsTo: record.time ? pointedTo(record) : undefined,
      series: sumsUp(record, first, last),
    };
  }

  #articleOf(document: string, print: Print | undefined): ArticleView {
    if (!print) return NO_ARTICLE;
    const known = this.#article;
    if (known && (known.print === print || (known.document === document && sameWords(known.print, print)))) return known.view;
    const rarity = loadRarity();
    const view = {
      words: this.#pool.vectorOf(print.words, (i) => print.weights[i] ?? 0),
      title: this.#pool.vectorOf(print.title, (i) => rarity.of(print.title[i]!)),
      people: print.people,
      copy: print.copy === "" ? NO_COPY : unpackSignature(print.copy),
    };
    this.#article = { document, print, view };
    return view;
  }

  #shared(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    const known = this.#names.get(name);
    if (known === undefined) this.#names.set(name, name);
    return known ?? name;
  }
}

/** The view of a record with one report, and the record. A pure function. */
export function viewOf(record: EventRecord): ReadView {
  return { ...new Viewer(64).view(record), record };
}

/** An article's mentions each bring a print of their own when they are read from a file. */
function sameWords(a: Print, b: Print): boolean {
  const same = (x: readonly (string | number)[], y: readonly (string | number)[]) => x.length === y.length && x.every((v, i) => v === y[i]);
  return a.copy === b.copy && same(a.words, b.words) && same(a.weights, b.weights) && same(a.title, b.title) && same(a.people, b.people);
}

function rangeOf(count: RecordCount | undefined): Range | undefined {
  return count && { low: count.low, best: count.best, high: count.high };
}

/** An ISO date (a year or a month is its first day) as days since 1970-01-01. */
export function dayNumber(date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const time = Date.parse(date.length > 10 ? date.slice(0, 10) : date);
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY);
}

/** Directory ids where known; else the telling words of each name, so that "the Kirkuk base" meets "a base in Kirkuk". */
function namesOf(participants: readonly Participant[]): readonly string[] {
  if (participants.length === 0) return NOBODY;
  const names = new Set<string>();
  const rarity = loadRarity();
  for (const { known, name } of participants) {
    if (known !== undefined) names.add(`@${known}`);
    else for (const word of wordsOf(name)) if (rarity.of(word) >= 2) names.add(word);
  }
  return [...names].sort();
}

function meansOf(instruments: readonly Participant[]): readonly string[] {
  if (instruments.length === 0) return NOBODY;
  return [...new Set(instruments.map((i) => i.known ?? wordsOf(i.name).at(-1) ?? i.name))].sort();
}

/** "Sunday's attack", "the 7 October attack": a day right before the trigger presumes that readers know of it. */
function pointedTo(record: EventRecord): number | undefined {
  const { trigger } = record.reports[0]!;
  for (const { span, text } of record.time?.evidence ?? []) {
    const gap = trigger.span[0] - span[1];
    if (gap >= 0 && gap <= 24 && (/['’]s$/u.test(text) || gap <= 3)) return dayNumber(record.time?.earliest);
  }
  return undefined;
}

/** From so many days on, a stretch of time holds more than one event. */
const LONG = 10;

/** Whether a report sums events up: "attacks since October". A plural noun over a long stretch of time, of which the first and last day are given. */
function sumsUp(record: EventRecord, first: number | undefined, last: number | undefined): boolean {
  if (first === undefined || last === undefined || last - first < LONG) return false;
  return /(?:attacks|strikes|raids|bombings|killings|shootings|clashes|protests|arrests|operations|abductions|assaults)$/iu.test(
    record.reports[0]!.trigger.text,
  );
}
