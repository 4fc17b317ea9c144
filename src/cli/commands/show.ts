import type { Archive } from "../../archive/index.ts";
import { withArchive, withArchiveOption } from "../archive-option.ts";
import { clean } from "../clean.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { CliError } from "../exit.ts";

interface Flags {
  readonly archive?: string;
  readonly json?: boolean;
}

/** `dateline show`: one event, every field with its quotation. */
export const showCommand: CliCommand = (program, context) => {
  withArchiveOption(program.command("show").description("show one event: every field with the words it rests on, highlighted"))
    .argument("<event>", "its id, as lists show it")
    .option("--json", "the event record as JSON")
    .action((id: string, flags: Flags) => withArchive(flags.archive, (archive) => run(archive, id, flags, context)));
};

async function run(archive: Archive, id: string, flags: Flags, context: CliContext): Promise<void> {
  const record = (await archive.record("events", id)) ?? (await archive.record("mentions", id));
  if (!record) throw new CliError(`there is no event “${clean(id)}” in ${flags.archive}`);
  const { terminal } = context;
  if (flags.json) return terminal.line(JSON.stringify(record, null, 2));
  const { fullLines } = await import("../full-event.ts");
  if (record.id !== id) terminal.say(`${clean(id)} is now part of ${clean(record.id)}`);
  for (const line of fullLines(record, terminal)) await terminal.line(line);
}
