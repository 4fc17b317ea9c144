import type { EventRecord } from "../merge/index.ts";
import { clean } from "./clean.ts";
import { cellsOf } from "./event-cells.ts";
import { labelled } from "./event-table.ts";
import { quotation } from "./quotation.ts";
import { piece, type Rich, wrap } from "./rich.ts";
import type { Terminal } from "./terminal.ts";

/** One event, whole: each question with its answer and words, then every report with its sentence. What is not known is said to be. */
export function fullLines(record: EventRecord, terminal: Terminal): string[] {
  const field = (label: string, answer: Rich) => labelled(label, answer.length > 0 ? answer : [piece("not known", "dim")], terminal);
  const { acled, contexts = [], factuality, reports, independent, policy, rivals = [], links = [], why = [] } = record;
  const lines = [terminal.paint([piece(clean(record.id), "strong")]), ""];
  for (const { question, answer } of cellsOf(record)) lines.push(...field(question, answer));
  lines.push(
    ...field("certainty", [
      piece(`${factuality.certainty}, ${factuality.reality}${factuality.polarity === "negative" ? ", negated" : ""}`),
    ]),
    ...field("ACLED", acled ? [piece(`${acled.event} / ${acled.subEvent}`)] : []),
    ...(contexts.length > 0 ? field("contexts", [piece(contexts.join(", "))]) : []),
    ...field("confidence", [piece(record.confidence.toFixed(2))]),
    ...rivals.flatMap(({ field: of, value, reports: by }) =>
      field(`or ${of}`, [
        piece(clean(value), "warning"),
        piece(` (${by.map((i) => clean(reports[i]?.publisher ?? reports[i]?.document ?? "")).join(", ")})`),
      ]),
    ),
    ...(policy ? field("chosen by", [piece(policy)]) : []),
    ...links.flatMap(({ kind, event }) => field(kind, [piece(clean(event))])),
    ...why.flatMap((sentence, i) => field(i === 0 ? "why one event" : "", [piece(clean(sentence))])),
    "",
    terminal.paint([
      piece(
        `${reports.length} ${reports.length === 1 ? "report" : "reports"}${reports.length > 1 ? `, ${independent} independent` : ""}`,
        "strong",
      ),
    ]),
  );
  for (const [index, report] of reports.entries()) {
    const head = [report.publisher, report.published, report.title, report.url].filter((part) => part !== undefined).map(clean);
    lines.push("");
    for (const line of wrap([piece(head.join(" · ") || clean(report.document))], terminal.width - 2))
      lines.push(`  ${terminal.paint(line)}`);
    if (report.copyOf) lines.push(terminal.paint([piece(`  a copy of ${clean(report.copyOf)}`, "dim")]));
    for (const line of wrap(quotation(record, index), terminal.width - 4)) lines.push(`  ${terminal.paint([piece("│ ", "dim"), ...line])}`);
    lines.push(
      terminal.paint([
        piece(`  └ ${clean(report.mention)}, characters ${report.span[0]} to ${report.span[1]}, coder ${report.coder}`, "dim"),
      ]),
    );
  }
  return lines;
}
