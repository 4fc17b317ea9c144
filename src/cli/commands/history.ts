import type { Archive } from "../../archive/index.ts";
import type { Decision } from "../../merge/index.ts";
import { withArchive, withArchiveOption } from "../archive-option.ts";
import { clean } from "../clean.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { CliError } from "../exit.ts";

interface Flags {
  readonly archive?: string;
  readonly json?: boolean;
}

/** `dateline history`: how an event came to be what it is: its reports, why they were joined, what people decided. */
export const historyCommand: CliCommand = (program, context) => {
  withArchiveOption(program.command("history").description("how an event changed as reports came in, and what people decided"))
    .argument("<event>", "its id, as lists show it")
    .option("--json", "as JSON")
    .action((id: string, flags: Flags) => withArchive(flags.archive, (archive) => run(archive, id, flags, context)));
};

async function run(archive: Archive, id: string, flags: Flags, { terminal }: CliContext): Promise<void> {
  const record = (await archive.record("events", id)) ?? (await archive.record("mentions", id));
  if (!record) throw new CliError(`there is no event “${clean(id)}” in ${flags.archive}`);
  const { historyOf } = await import("../../merge/index.ts");
  const steps = historyOf(record);
  const decisions = await archive.decisions({ subjects: [record.id, id, ...record.reports.map(({ mention }) => mention)] });
  const moves = await archive.forwarding(id);
  if (flags.json) return terminal.line(JSON.stringify({ event: record.id, moves, steps, why: record.why ?? [], decisions }, null, 2));
  for (const { to, why } of moves) await terminal.line(`${clean(id)} ${why} into ${clean(to)}`);
  await terminal.line([{ text: clean(record.id), tone: "strong" }]);
  for (const { report, says, killed } of steps) {
    const range =
      killed && (killed.low === killed.high ? ` [killed so far: ${killed.low}]` : ` [killed so far: ${killed.low} to ${killed.high}]`);
    const who = clean(report.publisher ?? report.document);
    await terminal.line(`${report.published ?? "undated"}  ${who}: ${clean(says.join("; ") || report.quote)}${range ?? ""}`);
  }
  for (const sentence of record.why ?? []) await terminal.line([{ text: `why: ${clean(sentence)}`, tone: "dim" }]);
  for (const decision of decisions) await terminal.line(decisionLine(decision));
}

function decisionLine({ id, at, by, kind, subjects, field, value, why, undoes }: Decision): string {
  const about = kind === "undo" ? `undo ${undoes}` : `${kind} ${subjects.join(" ")}`;
  const set = field === undefined ? "" : ` ${field} = ${JSON.stringify(value)}`;
  return clean(`decision ${id}  ${at.slice(0, 10)}  ${by}: ${about}${set}${why === undefined ? "" : ` (${why})`}`);
}
