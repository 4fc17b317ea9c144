import { readFileSync } from "node:fs";
import type { Span } from "../../src/document/index.ts";
import { rows } from "../benchmarks.ts";

/** A participant, a source or a place: every wording of the text that names it, as spans. */
export type Wordings = readonly Span[];

interface Range {
  readonly low: number;
  readonly high: number;
}

/** What is said of an event beside its words, as the guidelines of the cases have it. */
interface Facts {
  readonly type: string;
  readonly mode: string | null;
  readonly time: { readonly earliest: string; readonly latest: string } | null;
  readonly killed: Range | null;
  readonly injured: Range | null;
  readonly abducted: Range | null;
  readonly detained: Range | null;
  readonly reality: string;
  readonly certainty: string;
  readonly polarity: string;
  readonly must: boolean;
}
interface Point {
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  readonly km: number;
}

/** An event of a coded article; everything that is text stands as spans. */
export interface CodedEvent extends Facts {
  /** Each place that tells of the event: what was quoted, and in it the word that tells. */
  readonly tellings: readonly { readonly quote: Span; readonly trigger: Span }[];
  readonly actors: readonly Wordings[];
  readonly recipients: readonly Wordings[];
  readonly instruments: readonly Wordings[];
  readonly sources: readonly Wordings[];
  readonly place: (Point & { readonly names: Wordings }) | null;
}

/** An article coded by hand: a line of articles.jsonl. No text is kept in it; the text is that of the row `id` in `file`. */
export interface CodedArticle {
  readonly file: string;
  readonly id: string;
  readonly published: string | null;
  readonly events: readonly CodedEvent[];
}

/** An event in the form of the cases, which the benchmark's scorer reads. */
export interface CaseEvent extends Facts {
  readonly quotes: readonly string[];
  /** In each quote the word that tells. */
  readonly triggers: readonly string[];
  readonly trigger: string;
  readonly actors: readonly (readonly string[])[];
  readonly recipients: readonly (readonly string[])[];
  readonly instruments: readonly (readonly string[])[];
  readonly sources: readonly (readonly string[])[];
  readonly place: (Point & { readonly names: readonly string[] }) | null;
}

/** A coded article with its text. */
export interface CaseRow {
  readonly id: string;
  readonly file?: string;
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly published: string | null;
  readonly url?: string | null;
  readonly text: string;
  readonly events: readonly CaseEvent[];
}

const ARTICLES = new URL("articles.jsonl", import.meta.url);

/** The articles coded by hand, with their texts, in the form of the cases. Titles that the texts do not begin with were not coded. */
export function codedRows(): readonly CaseRow[] {
  const texts = new Map<string, Map<string, CaseRow>>();
  const rowOf = (file: string, id: string): CaseRow => {
    const known = texts.get(file) ?? texts.set(file, new Map(rows<CaseRow>(file).map((r) => [r.id, r]))).get(file)!;
    const row = known.get(id);
    if (row === undefined) throw new Error(`${ARTICLES.pathname}: ${file} has no row ${id}`);
    return row;
  };
  return readFileSync(ARTICLES, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const article = JSON.parse(line) as CodedArticle;
      const { publisher, url, text } = rowOf(article.file, article.id);
      return {
        id: article.id,
        file: article.file,
        ...(publisher && { publisher }),
        ...(url && { url }),
        published: article.published,
        text,
        events: article.events.map((event) => written(event, text)),
      };
    });
}

function written({ tellings, ...event }: CodedEvent, text: string): CaseEvent {
  const words = ([start, end]: Span): string => text.slice(start, end);
  const each = (list: readonly Wordings[]): string[][] => list.map((wordings) => wordings.map(words));
  return {
    ...event,
    quotes: tellings.map((t) => words(t.quote)),
    triggers: tellings.map((t) => words(t.trigger)),
    trigger: words(tellings[0]!.trigger),
    actors: each(event.actors),
    recipients: each(event.recipients),
    instruments: each(event.instruments),
    sources: each(event.sources),
    place: event.place && { ...event.place, names: event.place.names.map(words) },
  };
}
