import type { Analysis } from "../../src/what/analysis.ts";
import { VIOLENT } from "../../src/what/traps.ts";
import { rows } from "../benchmarks.ts";
import { type CaseRow, codedRows } from "../coded/article.ts";
import { everydayRows } from "../coded/everyday.ts";
import { type LabelledText, label } from "./labelled.ts";

type Analyse = (id: string, text: string) => Analysis;

const places = (text: string, quote: string): [number, number][] => {
  const found: [number, number][] = [];
  for (let i = text.indexOf(quote); i >= 0; i = text.indexOf(quote, i + 1)) found.push([i, i + quote.length]);
  return found;
};
const within = (span: readonly [number, number], quotes: readonly (readonly [number, number])[]): boolean =>
  quotes.some(([a, b]) => span[0] >= a && span[1] <= b);

/** Whole conflict articles: what lies in a quote of an event of its type is that event, all else is none. */
export function fromCases(analyse: Analyse): LabelledText[] {
  return rows<CaseRow>("cases/dev.jsonl").map((row) => ofCase(analyse, row, "cases"));
}

/** Whole articles coded by hand for training. */
export function fromCoded(analyse: Analyse): LabelledText[] {
  return codedRows().map((row) => ofCase(analyse, row, "coded"));
}

/** Beside the word that a coder named as telling of the event, another word of its quote tells of it less surely. */
const IN_QUOTE = 0.5;

function ofCase(analyse: Analyse, row: CaseRow, source: "cases" | "coded"): LabelledText {
  const quotes = row.events.map((e) => ({
    type: e.type,
    mode: e.mode,
    must: e.must,
    at: e.quotes.flatMap((q) => places(row.text, q)),
    // The cases name the telling word of the first quote only.
    told: e.quotes.flatMap((q, i) => {
      const trigger = e.triggers?.[i];
      return trigger === undefined
        ? []
        : places(row.text, q).flatMap(([a]) => places(row.text.slice(a, a + q.length), trigger).map(([x, y]) => [a + x, a + y] as const));
    }),
  }));
  const candidates = label(analyse(row.id, row.text), row.text, (span, reading, _text, others) => {
    const types = quotes.filter((q) => within(span, q.at));
    const same = types.filter((q) => q.type === reading.type);
    if (same.length > 0) {
      const named = source === "cases" || same.some((q) => q.told.some(([a, b]) => span[0] < b && a < span[1]));
      return { event: true, weight: (same.some((q) => q.must) ? 1 : 0.5) * (named ? 1 : IN_QUOTE) };
    }
    // A conviction is SANCTION/convict to some coders and COERCE/arrest to others; the lexicon keeps death sentences for the first.
    if (reading.type === "COERCE" && types.some((q) => q.type === "SANCTION" && q.mode === "convict")) return undefined;
    const instead = others.some((o) => types.some((q) => q.type === o.type));
    return { event: false, weight: instead ? 0.7 : 1 };
  });
  return { id: row.id, source, candidates };
}

interface QuietRow {
  readonly id: string;
  readonly text: string;
  readonly violence: readonly { readonly quote: string; readonly type: string }[];
  readonly traps: readonly string[];
}

/** Everyday articles: only the violent types are annotated there. */
export function fromQuiet(analyse: Analyse): LabelledText[] {
  return rows<QuietRow>("quiet/dev.jsonl").map((row) => ofQuiet(analyse, row, "quiet"));
}

/** Everyday articles judged by hand for training. */
export function fromEveryday(analyse: Analyse): LabelledText[] {
  return everydayRows().map((row) => ofQuiet(analyse, row, "everyday"));
}

function ofQuiet(analyse: Analyse, row: QuietRow, source: "quiet" | "everyday"): LabelledText {
  const quotes = row.violence.map((v) => ({ type: v.type, at: places(row.text, v.quote) }));
  const traps = row.traps.flatMap((trap) => places(row.text, trap));
  const candidates = label(analyse(row.id, row.text), row.text, (span, reading) => {
    if (!VIOLENT.has(reading.type)) return undefined;
    const same = quotes.filter((q) => q.type === reading.type);
    if (same.some((q) => within(span, q.at))) return { event: true, weight: 1 };
    // `quiet` names one place for each event: another word of its type may tell of it again, unless it is said to be a trap.
    if (source === "quiet" && same.length > 0 && !within(span, traps)) return undefined;
    return { event: false, weight: 1 };
  });
  return { id: row.id, source, candidates };
}

interface RelationRow {
  readonly id: string;
  readonly sentence: string;
  readonly source: string;
  readonly target: string;
  readonly type: string;
}

/** Single sentences with one coded relation: a candidate of its type is an event; of the others nothing is known. */
export function fromRelations(analyse: Analyse): LabelledText[] {
  return rows<RelationRow>("relations/train.jsonl").map((row) => {
    const same = (type: string): boolean => type === row.type || (row.type === "YIELD" && (type === "RETREAT" || type === "CONCEDE"));
    const candidates = label(analyse(row.id, row.sentence), row.sentence, (_span, reading, _text, others) => {
      if (same(reading.type)) return { event: true, weight: 0.4 };
      return others.some((o) => same(o.type)) ? { event: false, weight: 0.3 } : undefined;
    });
    return { id: row.id, source: "relations", candidates };
  });
}

interface PlainRow {
  readonly id: string;
  readonly text: string;
}

/**
 * Political and local news that nobody coded: most violent words in articles with little vocabulary of conflict and crime are figures of
 * speech, so they are weak evidence against.
 */
export function fromUncoded(analyse: Analyse, most: number, weight: number): LabelledText[] {
  const coded = new Set(rows<PlainRow>("quiet/dev.jsonl").map((r) => r.text.slice(0, 60)));
  return rows<PlainRow>("attribution/train.jsonl")
    .filter((row) => !coded.has(row.text.slice(0, 60)))
    .slice(0, most)
    .map((row) => {
      const candidates = label(analyse(`uncoded:${row.id}`, row.text), row.text, (_span, reading) => {
        const serious = reading.here.conflict > 0.12 || reading.here.crime > 0.12;
        return VIOLENT.has(reading.type) && !serious && reading.candidate.sense.doubt > 0 ? { event: false, weight } : undefined;
      });
      return { id: `uncoded:${row.id}`, source: "other", candidates };
    });
}
