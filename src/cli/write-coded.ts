import type { CodedDocument } from "../code/index.ts";
import { formatNamed, writeRecords } from "../export/index.ts";
import type { EventRecord } from "../merge/index.ts";
import { recordsOf } from "../merge/index.ts";
import { clean } from "./clean.ts";
import type { CliContext } from "./command.ts";
import { eventLines } from "./event-table.ts";
import { piece } from "./rich.ts";
import type { Terminal } from "./terminal.ts";
import { programVersion } from "./version.ts";

export type CodedForm = "table" | "json" | "jsonl" | "csv" | "geojson";

/** Writes coded documents as they come, in one of the forms of `dateline code`. */
export async function writeCoded(documents: AsyncIterable<CodedDocument>, form: CodedForm, context: CliContext): Promise<void> {
  const { terminal } = context;
  switch (form) {
    case "table":
      for await (const document of documents) for (const line of articleLines(document, terminal)) await terminal.line(line);
      return;
    case "json":
      return writeJson(documents, terminal);
    case "jsonl":
      for await (const document of documents) await terminal.line(JSON.stringify(document));
      return;
    case "csv":
    case "geojson": {
      const at = { at: context.now().toISOString(), version: programVersion() };
      for await (const chunk of writeRecords(formatNamed(form)!, records(documents), at)) await terminal.write(chunk);
    }
  }
}

async function* records(documents: AsyncIterable<CodedDocument>): AsyncGenerator<EventRecord> {
  for await (const document of documents) yield* recordsOf(document);
}

/** One document is one object; several are a list. Only the first is held back, to know which. */
async function writeJson(documents: AsyncIterable<CodedDocument>, terminal: Terminal): Promise<void> {
  let first: CodedDocument | undefined;
  let count = 0;
  for await (const document of documents) {
    if (++count === 1) first = document;
    else {
      if (count === 2) await terminal.write(`[\n${JSON.stringify(first)}`);
      await terminal.write(`,\n${JSON.stringify(document)}`);
    }
  }
  if (count === 1) await terminal.line(JSON.stringify(first, null, 2));
  else await terminal.line(count === 0 ? "[]" : "\n]");
}

/** An article's head, its events, and what could not be read or resolved. */
export function articleLines(document: CodedDocument, terminal: Terminal): string[] {
  const { title, publisher, published, url, events } = document;
  const date = published ?? "date of publication not known";
  const head = [publisher, date, url].filter((part) => part !== undefined).map(clean);
  const lines = [terminal.paint([piece(clean(title ?? document.id), "strong")]), terminal.paint([piece(head.join(" · "), "dim")]), ""];
  if (events.length === 0) lines.push("  No events found in this article.", "");
  lines.push(...eventLines(recordsOf(document), terminal));
  for (const { message } of document.warnings) lines.push(terminal.paint([piece(`  note: ${clean(message)}`, "warning")]));
  return document.warnings.length > 0 ? [...lines, ""] : lines;
}
