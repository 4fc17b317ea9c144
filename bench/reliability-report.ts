import { join } from "node:path";
import type { CodedDocument } from "../src/code/index.ts";
import { codeRows } from "./code-rows.ts";
import { codedExamples } from "./examples-report.ts";
import { readRows } from "./rows.ts";
import type { Row } from "./task.ts";

interface Gold {
  readonly type: string;
  readonly quotes: readonly string[];
}

const TENTHS = 10;

/**
 * A reliability table, and how many events have a place and a time. The table: of the events that the coder is so sure of, how many are events that a person coded, `must` or not, by type and words.
 * The example articles were seen by no model; the cases were trained on, and only show that nothing is broken.
 */
export async function report(folder: string): Promise<string> {
  const cases = readRows(join(folder, "cases", "dev.jsonl"));
  const coded = codeRows(cases);
  const examples = codedExamples();
  return [
    table(
      "examples (seen by no model)",
      examples.flatMap(({ row, coded: document }) => judged(document, row)),
    ),
    table(
      "cases (seen: trained on)",
      coded.flatMap((document) => judged(document, cases.find(({ id }) => id === document.id) ?? {})),
    ),
    coverage(
      "examples",
      examples.map((example) => example.coded),
    ),
    coverage("cases", coded),
  ].join("\n\n");
}

/** Events on the ground: without a place and a time they are on no map and no timeline. */
const ON_THE_GROUND: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"]);

/** How many of the events that happened have a place with a point, a time, and both. */
function coverage(name: string, documents: readonly CodedDocument[]): string {
  const rows = documents.flatMap(({ events, places }) => {
    const located = new Set(places.filter(({ latitude }) => latitude !== undefined).map(({ id }) => id));
    return events
      .filter((event) => ON_THE_GROUND.has(event.type) && event.factuality.reality === "occurred")
      .map((event) => [event.place !== undefined && located.has(event.place.ref), event.time?.earliest !== undefined] as const);
  });
  const share = (of: (row: readonly [boolean, boolean]) => boolean) =>
    `${((100 * rows.filter(of).length) / rows.length).toFixed(0)} per cent`;
  return `${name}: of ${rows.length} events on the ground that occurred, ${share(([place]) => place)} have a point, ${share(([, time]) => time)} a time, ${share(([place, time]) => place && time)} both`;
}

type Judged = readonly [confidence: number, right: boolean];

function judged(document: CodedDocument, row: Row): readonly Judged[] {
  const gold = (row.events ?? []) as readonly Gold[];
  return document.events.map((event): Judged => {
    const spans = [event.trigger.span, ...event.mentions];
    const met = ({ type, quotes }: Gold) => type === event.type && quotes.some((quote) => occurs(document.text, quote, spans));
    return [event.confidence, gold.some(met)];
  });
}

/** Whether one of the spans overlaps a place where a quotation stands. */
function occurs(text: string, quote: string, spans: readonly (readonly [number, number])[]): boolean {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (spans.some(([from, to]) => from < at + quote.length && at < to)) return true;
  return false;
}

function table(name: string, rows: readonly Judged[]): string {
  const lines = [`${name}: ${rows.length} events`, "confidence   events   mean   right"];
  for (let tenth = 0; tenth < TENTHS; tenth++) {
    const here = rows.filter(([c]) => Math.min(TENTHS - 1, Math.floor(c * TENTHS)) === tenth);
    if (here.length === 0) continue;
    const mean = here.reduce((sum, [c]) => sum + c, 0) / here.length;
    const right = here.filter(([, ok]) => ok).length / here.length;
    lines.push(
      `${(tenth / TENTHS).toFixed(1)} to ${((tenth + 1) / TENTHS).toFixed(1)}   ${String(here.length).padStart(6)}   ${mean.toFixed(2)}   ${right.toFixed(2)}`,
    );
  }
  return lines.join("\n");
}
