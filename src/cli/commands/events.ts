import { Option } from "commander";
import type { Archive, Sort } from "../../archive/index.ts";
import { unitOf, withArchive, withArchiveOption } from "../archive-option.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { type FilterFlags, filterOf, withFilterOptions } from "../filters.ts";
import { parseCount } from "../options.ts";

interface Flags extends FilterFlags {
  readonly archive?: string;
  readonly sort: Sort;
  readonly ascending?: boolean;
  readonly limit: number;
  readonly cursor?: string;
  readonly mentions?: boolean;
  readonly count?: boolean;
  readonly jsonl?: boolean;
  readonly csv?: boolean;
}

const SORTS: readonly Sort[] = ["time", "published", "killed", "confidence", "reports", "added"];

const HELP = `
Examples:
  dateline events --type ASSAULT --country SYR --from 2024-01 --killed 10
  dateline events --actor Hezbollah --words "drone strike" --sort killed
  dateline events --count --denied`;

/** `dateline events`: what an archive holds, filtered, sorted, a page at a time. */
export const eventsCommand: CliCommand = (program, context) => {
  const command = program.command("events").description("list an archive's events: filter, sort, page");
  withFilterOptions(withArchiveOption(command))
    .addOption(new Option("--sort <by>", "what comes first").choices(SORTS).default("time"))
    .option("--ascending", "the other way round: earliest or least first")
    .option("--limit <n>", "events a page", parseCount, 20)
    .option("--cursor <cursor>", "the next page, as the page before says")
    .option("--mentions", "what single reports tell, even where they have been merged")
    .option("--count", "only how many there are")
    .option("--jsonl", "event records, one a line")
    .option("--csv", "as CSV")
    .addHelpText("after", HELP)
    .action((flags: Flags) => withArchive(flags.archive, (archive) => run(archive, flags, context)));
};

async function run(archive: Archive, flags: Flags, context: CliContext): Promise<void> {
  const { terminal } = context;
  const of = await unitOf(archive, flags.mentions);
  const filter = filterOf(flags);
  if (flags.count) return terminal.line(String(await archive.count(of, filter)));
  const page = await archive.find(of, {
    filter,
    sort: flags.sort,
    limit: Math.min(flags.limit, 1000),
    ...(flags.ascending && { ascending: true }),
    ...(flags.cursor && { cursor: flags.cursor }),
  });
  if (flags.jsonl) for (const record of page.items) await terminal.line(JSON.stringify(record));
  else if (flags.csv) {
    const [{ formatNamed, writeRecords }, { programVersion }] = await Promise.all([
      import("../../export/index.ts"),
      import("../version.ts"),
    ]);
    const about = { at: context.now().toISOString(), version: programVersion() };
    for await (const chunk of writeRecords(formatNamed("csv")!, page.items, about)) await terminal.write(chunk);
  } else {
    const { eventLines } = await import("../event-table.ts");
    for (const line of eventLines(page.items, terminal)) await terminal.line(line);
  }
  const what = of === "events" ? "events" : "event mentions";
  terminal.say(`${page.items.length.toLocaleString("en")} of ${page.total.toLocaleString("en")} ${what}`);
  if (page.next) terminal.say(`next page: the same command with --cursor ${page.next}`);
}
