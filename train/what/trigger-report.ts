import { isTrap } from "../../src/what/trigger-stage.ts";
import { rows } from "../benchmarks.ts";
import type { LabelledText } from "./labelled.ts";

type Score = (features: readonly string[]) => number;

interface Accepted {
  readonly span: readonly [number, number];
  readonly type: string;
  readonly p: number;
  readonly group: string;
  readonly sentence: number;
}

/** The likeliest reading of each place that reaches the threshold. */
function accept(text: LabelledText, score: Score, threshold: number): Accepted[] {
  const best = new Map<number, Accepted>();
  for (const c of text.candidates) {
    const p = isTrap(c.reading) ? 0 : score(c.reading.features);
    const head = c.reading.candidate.words[0];
    const known = best.get(head);
    if (p < threshold || (known !== undefined && known.p >= p)) continue;
    best.set(head, { span: c.span, type: c.reading.type, p, group: c.reading.candidate.sense.group, sentence: c.sentence });
  }
  return [...best.values()];
}

/** Triggers that likely tell of one event: of one type, in one sentence or of one semantic class. A stand-in for joining tellings. */
function tellings(accepted: readonly Accepted[]): Accepted[][] {
  const events: Accepted[][] = [];
  for (const a of accepted) {
    const same = events.find((e) => e.some((b) => b.type === a.type && (b.sentence === a.sentence || b.group === a.group)));
    if (same) same.push(a);
    else events.push([a]);
  }
  return events;
}

interface CaseRow {
  readonly id: string;
  readonly text: string;
  readonly events: readonly {
    readonly type: string;
    readonly quotes: readonly string[];
    readonly must: boolean;
    readonly trigger: string;
  }[];
}
interface QuietRow {
  readonly id: string;
  readonly text: string;
  readonly violence: readonly { readonly quote: string; readonly type: string }[];
}
const VIOLENT = new Set(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "THREATEN"]);

const around = (text: string, [a, b]: readonly [number, number]): string =>
  `${text.slice(Math.max(0, a - 50), a)}[${text.slice(a, b)}]${text.slice(b, b + 40)}`.replace(/\s+/g, " ");
const lies = (text: string, quote: string, span: readonly [number, number]): boolean => {
  for (let i = text.indexOf(quote); i >= 0; i = text.indexOf(quote, i + 1)) if (span[0] < i + quote.length && i < span[1]) return true;
  return false;
};

/** Prints what held-out articles give at several thresholds, and at 0.5 how well probabilities are calibrated. */
export function report(texts: readonly LabelledText[], judged: ReadonlyMap<string, Score>, show: boolean): void {
  const byId = new Map(texts.map((t) => [t.id, t]));
  const cases = rows<CaseRow>("cases/dev.jsonl");
  const quiet = rows<QuietRow>("quiet/dev.jsonl");
  for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const verbose = show && threshold === 0.4;
    console.log(
      `threshold ${threshold}  ${caseLine(cases, byId, judged, threshold, verbose)}  | ${quietLine(quiet, byId, judged, threshold, verbose)}`,
    );
  }
  const own = texts.filter((t) => t.source === "examples");
  let right = 0;
  let total = 0;
  for (const text of own)
    for (const c of text.candidates) {
      const p = judged.get(text.id)?.(c.reading.features) ?? 0;
      total++;
      if (p >= 0.5 === c.event) right++;
      else if (show)
        console.log(`OWN ${c.event ? "missed" : "extra"} ${text.id} ${c.reading.candidate.sense.id}:${c.reading.type} ${p.toFixed(2)}`);
    }
  console.log(`own sentences: candidates right ${((100 * right) / total).toFixed(1)} of ${total}`);
  const bins = Array.from({ length: 10 }, () => [0, 0]);
  for (const text of texts.filter((t) => t.source === "cases" || t.source === "quiet")) {
    for (const c of text.candidates) {
      const bin = bins[Math.min(9, Math.floor(10 * (judged.get(text.id)?.(c.reading.features) ?? 0)))]!;
      bin[0]!++;
      if (c.event) bin[1]!++;
    }
  }
  console.log(`calibration: ${bins.map(([n, k], i) => `${i / 10}: ${((100 * k!) / Math.max(1, n!)).toFixed(0)}% of ${n}`).join("  ")}`);
}

/** Musts that some trigger tells of, and triggers that tell of nothing; joining tellings is another's work. */
function caseLine(
  cases: readonly CaseRow[],
  byId: ReadonlyMap<string, LabelledText>,
  judged: ReadonlyMap<string, Score>,
  threshold: number,
  show: boolean,
): string {
  let must = 0;
  let found = 0;
  let extra = 0;
  let good = 0;
  for (const row of cases) {
    const accepted = accept(byId.get(row.id)!, judged.get(row.id)!, threshold);
    for (const event of row.events) {
      if (!event.must) continue;
      must++;
      if (accepted.some((a) => a.type === event.type && event.quotes.some((q) => lies(row.text, q, a.span)))) found++;
      else if (show) console.log(`MISSED ${row.id} ${event.type} “${event.quotes[0]?.slice(0, 100)}”`);
    }
    for (const a of accepted) {
      const ok = row.events.some((e) => e.type === a.type && e.quotes.some((q) => lies(row.text, q, a.span)));
      if (ok) good++;
      else {
        extra++;
        if (show) console.log(`EXTRA ${row.id} ${a.type} ${a.p.toFixed(2)} ${around(row.text, a.span)}`);
      }
    }
  }
  return `cases: musts found ${found}/${must}, triggers right ${good}, extra ${extra}`;
}

function quietLine(
  quiet: readonly QuietRow[],
  byId: ReadonlyMap<string, LabelledText>,
  judged: ReadonlyMap<string, Score>,
  threshold: number,
  show: boolean,
): string {
  let coded = 0;
  let real = 0;
  let gold = 0;
  let found = 0;
  let calm = 0;
  let alarmed = 0;
  for (const row of quiet) {
    const accepted = accept(byId.get(row.id)!, judged.get(row.id)!, threshold).filter((a) => VIOLENT.has(a.type));
    for (const event of tellings(accepted)) {
      coded++;
      const ok = event.some((a) => row.violence.some((v) => v.type === a.type && lies(row.text, v.quote, a.span)));
      if (ok) real++;
      else if (show)
        console.log(`FALSE ${row.id} ${event.map((a) => `${a.type} ${a.p.toFixed(2)} ${around(row.text, a.span)}`).join(" + ")}`);
    }
    for (const v of row.violence) {
      gold++;
      if (accepted.some((a) => v.type === a.type && lies(row.text, v.quote, a.span))) found++;
      else if (show) console.log(`UNSEEN ${row.id} ${v.type} “${v.quote.slice(0, 100)}”`);
    }
    if (row.violence.length === 0) {
      calm++;
      if (accepted.length > 0) alarmed++;
    }
  }
  return `quiet: P ${((100 * real) / Math.max(1, coded)).toFixed(1)} (${real}/${coded}) R ${((100 * found) / gold).toFixed(1)} calm alarmed ${alarmed}/${calm}`;
}
