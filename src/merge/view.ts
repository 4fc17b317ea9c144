import { unpackSignature } from "./article-print.ts";
import type { EventRecord, Participant } from "./event-record.ts";
import { hashWord, loadRarity, wordsOf } from "./rarity.ts";
import { loadTypeLexicon } from "./type-lexicon.ts";

/** Weighted words, sorted by their hash, scaled to length 1: two of them are compared by one walk. */
export interface WordVector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
  /** Inverse document frequency of each. */
  readonly rarity: Float32Array;
}

/** What is compared of a report: its record, read once into numbers and sets. Days count from 1970-01-01. */
export interface View {
  readonly record: EventRecord;
  readonly id: string;
  readonly document: string;
  readonly family: string;
  readonly published?: number;
  /** First and last possible day, both inclusive. */
  readonly first?: number;
  readonly last?: number;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly instruments: readonly string[];
  readonly words: WordVector;
  readonly title: WordVector;
  readonly people: readonly string[];
  readonly copy: Uint16Array;
  /** The day that the report points back to: "Sunday's attack". */
  readonly pointsTo?: number;
}

const DAY = 86_400_000;
const NO_WORDS: WordVector = { ids: new Uint32Array(0), weights: new Float32Array(0), rarity: new Float32Array(0) };
const NO_COPY = new Uint16Array(0);

/** What of an article its mentions share; kept by the print, so that an article of fifty mentions is read once. */
interface ArticleView {
  readonly words: WordVector;
  readonly title: WordVector;
  readonly copy: Uint16Array;
}
const articles = new WeakMap<object, ArticleView>();

/** The view of a record with one report. A pure function. */
export function viewOf(record: EventRecord): View {
  const report = record.reports[0]!;
  const article = report.print ? articleView(report.print) : { words: NO_WORDS, title: NO_WORDS, copy: NO_COPY };
  const published = dayNumber(report.published);
  const first = dayNumber(record.time?.earliest);
  const last = dayNumber(record.time?.latest);
  const pointsTo = record.time ? pointedTo(record) : undefined;
  return {
    record,
    id: report.mention,
    document: report.document,
    family: loadTypeLexicon().familyOf(record.type),
    ...(published !== undefined && { published }),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    actors: namesOf(record.actors),
    recipients: namesOf(record.recipients),
    instruments: [...new Set(record.instruments.flatMap((i) => i.known ?? headOf(i.name)))].sort(),
    ...article,
    people: report.print?.people ?? [],
    ...(pointsTo !== undefined && { pointsTo }),
  };
}

function articleView(print: NonNullable<EventRecord["reports"][number]["print"]>): ArticleView {
  const known = articles.get(print);
  if (known) return known;
  const rarity = loadRarity();
  const view = {
    words: vectorOf(print.words.map((word, i) => [word, print.weights[i] ?? 0])),
    title: vectorOf(print.title.map((word) => [word, rarity.of(word)])),
    copy: unpackSignature(print.copy),
  };
  articles.set(print, view);
  return view;
}

function vectorOf(words: readonly (readonly [string, number])[]): WordVector {
  const rarity = loadRarity();
  const byId = new Map<number, { weight: number; rare: number }>();
  let square = 0;
  for (const [word, weight] of words) {
    byId.set(hashWord(word), { weight, rare: rarity.of(word) });
    square += weight * weight;
  }
  const ids = Uint32Array.from(byId.keys()).sort();
  const length = Math.sqrt(square) || 1;
  return {
    ids,
    weights: Float32Array.from(ids, (id) => byId.get(id)!.weight / length),
    rarity: Float32Array.from(ids, (id) => byId.get(id)!.rare),
  };
}

/** An ISO date (a year or a month is its first day) as days since 1970-01-01. */
export function dayNumber(date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const time = Date.parse(date.length > 10 ? date.slice(0, 10) : date);
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY);
}

/** Directory ids where known; else the telling words of each name, so that "the Kirkuk base" meets "a base in Kirkuk". */
function namesOf(participants: readonly Participant[]): string[] {
  const names = new Set<string>();
  const rarity = loadRarity();
  for (const { known, name } of participants) {
    if (known !== undefined) names.add(`@${known}`);
    else for (const word of wordsOf(name)) if (rarity.of(word) >= 2) names.add(word);
  }
  return [...names].sort();
}

function headOf(name: string): string {
  return wordsOf(name).at(-1) ?? name;
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
