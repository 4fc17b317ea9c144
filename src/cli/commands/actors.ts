import type { Archive } from "../../archive/index.ts";
import { unitOf, withArchive, withArchiveOption } from "../archive-option.ts";
import { clean } from "../clean.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { type FilterFlags, filterOf, withFilterOptions } from "../filters.ts";
import { parseCount } from "../options.ts";
import { piece } from "../rich.ts";
import { pad } from "../width.ts";
import { actorDirectoryCommands } from "./actor-directory.ts";

interface Flags extends FilterFlags {
  readonly archive?: string;
  readonly limit: number;
  readonly jsonl?: boolean;
}

/** `dateline actors`: who acts and who is acted upon in an archive; and the directory of actors that the coder knows. */
export const actorsCommand: CliCommand = (program, context) => {
  const actors = program.command("actors").description("who acts in an archive's events; list, search and extend the directory of actors");
  const command = actors
    .command("acting", { isDefault: true })
    .description("list who acts and who is acted upon in an archive's events, and how often (the default)");
  withFilterOptions(withArchiveOption(command))
    .option("--limit <n>", "how many", parseCount, 30)
    .option("--jsonl", "one a line, as JSON")
    .action((flags: Flags) => withArchive(flags.archive, (archive) => run(archive, flags, context)));
  actorDirectoryCommands(actors, context);
};

async function run(archive: Archive, flags: Flags, context: CliContext): Promise<void> {
  const { terminal } = context;
  const actors = await archive.actors(await unitOf(archive, false), filterOf(flags), flags.limit);
  if (flags.jsonl) {
    for (const actor of actors) await terminal.line(JSON.stringify(actor));
    return;
  }
  const room = Math.max(20, terminal.width - 50);
  await terminal.line([piece(`${pad("ACTOR", room)}  ${pad("KIND", 22)}  ${"ACTS".padStart(8)}  ${"RECEIVES".padStart(8)}`, "strong")]);
  for (const { name, kind, country, known, acts, receives } of actors) {
    const label = clean(`${name}${country ? ` [${country}]` : ""}${known ? ` (${known})` : ""}`);
    const cut = label.length > room ? `${label.slice(0, room - 1)}…` : label;
    await terminal.line(`${pad(cut, room)}  ${pad(kind, 22)}  ${String(acts).padStart(8)}  ${String(receives).padStart(8)}`);
  }
}
