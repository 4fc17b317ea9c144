import type { Archive } from "../../archive/index.ts";
import type { CodedDocument, Coder, EventMention } from "../../code/index.ts";
import { Document, overlaps, type Span } from "../../document/index.ts";
import type { RejectedTrigger } from "../../what/index.ts";
import { withArchive, withArchiveOption } from "../archive-option.ts";
import { clean } from "../clean.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { CliError } from "../exit.ts";
import { type CodingFlags, coderOptions, withCodingOptions } from "../options.ts";
import { piece } from "../rich.ts";
import type { Terminal } from "../terminal.ts";

interface Flags extends CodingFlags {
  readonly archive?: string;
}

const HELP = `
Examples:
  dateline explain 'a1b2c3#e4' --archive work.dateline      one event of an archive
  dateline explain article.html                             every event of an article, and what was turned down`;

/** `dateline explain`: why this event, and why not others. */
export const explainCommand: CliCommand = (program, context) => {
  const command = program
    .command("explain")
    .description("why an event was coded as it was: trigger, rules, scores, and what was turned down")
    .argument("<what>", "an event's id, with --archive; else an article");
  withCodingOptions(withArchiveOption(command))
    .addHelpText("after", HELP)
    .action((what: string, flags: Flags) => run(what, flags, context));
};

async function run(what: string, flags: Flags, context: CliContext): Promise<void> {
  const { loadCoder, annotate } = await import("../../code/index.ts");
  const file = flags.archive;
  const found = file === undefined ? undefined : await withArchive(file, (archive) => inArchive(archive, what, file));
  const coder = loadCoder(coderOptions(flags));
  if (found) {
    const document = annotate(Document.from(found.source), coder);
    return explainEvents(document, found.coded, found.event, coder, context.terminal);
  }
  const [{ documentsOf }, { code }] = await Promise.all([import("../documents.ts"), import("../../code/index.ts")]);
  let read = 0;
  const onFailed = ({ message }: { message: string }) => context.terminal.complain(`dateline: ${clean(message)}`);
  const hints = { ...(flags.published && { published: flags.published }), ...(flags.publisher && { publisher: flags.publisher }) };
  for await (const document of documentsOf([what], context, { hints, onFailed })) {
    read++;
    const coded = code(document, coder);
    const annotated = annotate(Document.from(document.source, document.warnings), coder);
    for (const event of coded.events) await explainEvents(annotated, coded, event, coder, context.terminal);
    await turnedDownElsewhere(annotated, coded, context.terminal);
  }
  if (read === 0) throw new CliError(`there was nothing to explain in ${clean(what)}`);
}

async function inArchive(archive: Archive, id: string, file: string) {
  const record = (await archive.record("mentions", id)) ?? (await archive.record("events", id));
  const mention = record?.reports[0]?.mention;
  const cut = mention?.lastIndexOf("#") ?? -1;
  if (mention === undefined || cut < 0) throw new CliError(`there is no event “${clean(id)}” in ${file}`);
  const version = await archive.document(mention.slice(0, cut));
  const coded = await archive.coded(mention.slice(0, cut));
  const event = coded?.events.find((e) => e.id === mention.slice(cut + 1));
  if (!version || !coded || !event) throw new CliError(`the article of “${clean(id)}” is not in ${file}`);
  return { source: version.source, coded, event };
}

async function explainEvents(
  document: Document,
  coded: CodedDocument,
  event: EventMention,
  coder: Coder,
  terminal: Terminal,
): Promise<void> {
  const { REJECTED_TRIGGERS } = await import("../../what/index.ts");
  const sentence = coded.sentences.find((span) => overlaps(span, event.trigger.span)) ?? event.trigger.span;
  await terminal.line([
    piece(`${event.type}${event.mode ? ` ${event.mode}` : ""}`, "what"),
    piece(`  ${clean(coded.id)}#${event.id}`, "dim"),
  ]);
  await terminal.line(`  “${clean(document.slice(sentence))}”`);
  await terminal.line([piece("  trigger        ", "dim"), piece(clean(event.trigger.text), "what")]);
  for (const [part, reasons] of Object.entries(event.why ?? {}))
    for (const [i, reason] of reasons.entries())
      await terminal.line([piece(`  ${(i === 0 ? part : "").padEnd(15)}`, "dim"), piece(clean(reason))]);
  for (const [role, list] of [
    ["actor", event.actors],
    ["recipient", event.recipients],
    ["instrument", event.instruments],
  ] as const)
    for (const { text, confidence } of list)
      await terminal.line([piece(`  ${role.padEnd(15)}`, "dim"), piece(clean(text)), piece(`  ${confidence.toFixed(2)}`, "dim")]);
  await terminal.line([piece("  confidence     ", "dim"), piece(event.confidence.toFixed(2))]);
  const rejected = document.has(REJECTED_TRIGGERS) ? document.get(REJECTED_TRIGGERS).filter((r) => overlaps(r.span, sentence as Span)) : [];
  for (const one of rejected) await terminal.line(turnedDown(document, one));
  const { version, models, lexicon } = coder.identity;
  await terminal.line([piece(`  coder          ${version}, models ${models}, lexicon ${lexicon}`, "dim")]);
  await terminal.line();
}

const turnedDown = (document: Document, { span, type, reason }: RejectedTrigger) => [
  piece("  turned down    ", "dim"),
  piece(`“${clean(document.slice(span))}” as ${type}: ${clean(reason)}`),
];

/** What was turned down in sentences that tell of no event. */
async function turnedDownElsewhere(document: Document, coded: CodedDocument, terminal: Terminal): Promise<void> {
  const { REJECTED_TRIGGERS } = await import("../../what/index.ts");
  if (!document.has(REJECTED_TRIGGERS)) return;
  const told = coded.events.map(({ trigger }) => coded.sentences.find((span) => overlaps(span, trigger.span)) ?? trigger.span);
  for (const rejected of document.get(REJECTED_TRIGGERS)) {
    if (told.some((sentence) => overlaps(sentence, rejected.span))) continue;
    const sentence = coded.sentences.find((span) => overlaps(span, rejected.span)) ?? rejected.span;
    await terminal.line(`“${clean(document.slice(sentence))}”`);
    await terminal.line(turnedDown(document, rejected));
  }
}
