import { Option } from "commander";
import type { Archive } from "../../archive/index.ts";
import type { Policy } from "../../merge/index.ts";
import { withArchive, withArchiveOption } from "../archive-option.ts";
import type { CliCommand, CliContext } from "../command.ts";

interface Flags {
  readonly archive?: string;
  readonly policy: Policy;
  readonly source?: readonly string[];
  readonly all?: boolean;
}

const HELP = `
What is new since the last time is compared with what the archive holds; events keep their ids, and people's decisions outrank the
machine. Every report and every rival figure stays: a policy only says which is called the best.

Examples:
  dateline merge --archive work.dateline
  dateline merge --policy by-source --source "Example Wire" --source "The Daily Example"`;

/** `dateline merge`: one event from many reports. */
export const mergeCommand: CliCommand = (program, context) => {
  withArchiveOption(program.command("merge").description("join the reports of one event, in all articles of an archive"))
    .addOption(
      new Option("--policy <name>", "which of rival values is the best one")
        .choices(["latest", "most-independent", "most-conservative", "by-source"] satisfies readonly Policy[])
        .default("most-independent"),
    )
    .option("--source <publisher...>", "for by-source: publishers, the most trusted first")
    .option("--all", "compare everything again")
    .addHelpText("after", HELP)
    .action((flags: Flags) => withArchive(flags.archive, (archive) => run(archive, flags, context)));
};

async function run(archive: Archive, flags: Flags, { terminal, signal }: CliContext): Promise<void> {
  const [{ mergeArchive }, { Progress }] = await Promise.all([import("../../merge/index.ts"), import("../progress.ts")]);
  const progress = new Progress(terminal, "reports");
  const outcome = await mergeArchive(archive, {
    policy: flags.policy,
    ...(flags.source && { sources: flags.source }),
    ...(flags.all && { all: true }),
    signal,
    onProgress(done, total) {
      progress.total = total;
      progress.done = done;
      progress.draw();
    },
  });
  progress.end();
  const events = await archive.count("events");
  const count = (n: number) => n.toLocaleString("en");
  terminal.say(
    `${count(await archive.count("mentions"))} reports tell of ${count(events)} events; ${count(outcome.compared)} were compared, ` +
      `${count(outcome.put)} events are new or changed, ${count(outcome.removed)} went into others.`,
  );
}
