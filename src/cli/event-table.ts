import type { EventRecord } from "../merge/index.ts";
import { cellsOf, type EventCell } from "./event-cells.ts";
import { quotation } from "./quotation.ts";
import { type Piece, piece, type Rich, wrap } from "./rich.ts";
import type { Terminal } from "./terminal.ts";

/** Narrower than this, seven columns cannot be read: each event becomes a list of questions and answers. */
const TABLE_WIDTH = 110;
const GAP = "  ";
const SHARES: Readonly<Record<EventCell["question"], number>> = {
  what: 16,
  who: 17,
  "to whom": 19,
  where: 15,
  when: 12,
  "how many": 12,
  "on whose word": 15,
};
const UNKNOWN: Rich = [piece("—", "dim")];

/** Events as people read them: a row each, under it the words that it rests on. Plain text where there are no colours. */
export function eventLines(records: readonly EventRecord[], terminal: Terminal): string[] {
  if (records.length === 0) return [];
  return terminal.width >= TABLE_WIDTH ? tableLines(records, terminal) : listLines(records, terminal);
}

function tableLines(records: readonly EventRecord[], terminal: Terminal): string[] {
  const widths = columnWidths(terminal.width);
  const questions = Object.keys(SHARES) as EventCell["question"][];
  const row = (cells: readonly Rich[]) => rowLines(cells, widths, terminal);
  const lines = row(questions.map((question) => [piece(question.toUpperCase(), "strong")]));
  lines.push(terminal.paint([piece(widths.map((width) => "─".repeat(width)).join(GAP), "dim")]));
  for (const record of records) {
    lines.push(...row(cellsOf(record).map(({ answer }) => (answer.length > 0 ? answer : UNKNOWN))));
    lines.push(...wordsLines(record, terminal, "  "), "");
  }
  return lines;
}

function columnWidths(total: number): number[] {
  const shares = Object.values(SHARES);
  const free = total - GAP.length * (shares.length - 1);
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => Math.floor((free * share) / sum));
}

function rowLines(cells: readonly Rich[], widths: readonly number[], terminal: Terminal): string[] {
  const columns = cells.map((cell, i) => wrap(cell, widths[i]!));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, y) =>
    columns
      .map((lines, x) => terminal.paint(lines[y] ?? [], widths[x]))
      .join(GAP)
      .trimEnd(),
  );
}

const LABEL = 15;

function listLines(records: readonly EventRecord[], terminal: Terminal): string[] {
  return records.flatMap((record) => {
    const [what, ...rest] = cellsOf(record);
    const lines = wrap(what!.answer, terminal.width).map((line) => terminal.paint(line));
    for (const { question, answer } of rest) {
      if (answer.length === 0) continue;
      lines.push(...labelled(question, answer, terminal));
    }
    return [...lines, ...wordsLines(record, terminal, "  "), ""];
  });
}

/** A line, or several, with its label before the first. */
export function labelled(label: string, answer: Rich, terminal: Terminal): string[] {
  return wrap(answer, terminal.width - LABEL - 2).map((line, i) => {
    const head: Piece = piece(`  ${(i === 0 ? label : "").padEnd(LABEL)}`, "dim");
    return terminal.paint([head, ...line]);
  });
}

/** Reports told in the table; the rest are counted. */
const SHOWN = 3;

function wordsLines(record: EventRecord, terminal: Terminal, indent: string): string[] {
  const lines = record.reports
    .slice(0, SHOWN)
    .flatMap((_, index) =>
      wrap(quotation(record, index), terminal.width - indent.length - 2).map(
        (line) => `${indent}${terminal.paint([piece("│ ", "dim"), ...line])}`,
      ),
    );
  const more = record.reports.length - SHOWN;
  const id = `${record.id} · confidence ${record.confidence.toFixed(2)}${more > 0 ? ` · and ${more} more reports` : ""}`;
  return [...lines, `${indent}${terminal.paint([piece(`└ ${id}`, "dim")])}`];
}
