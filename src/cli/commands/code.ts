import type { CodedDocument } from "../../code/index.ts";
import { clean } from "../clean.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { batchExit, CliError, EXIT } from "../exit.ts";
import { type CodingFlags, coderOptions, withCodingOptions } from "../options.ts";

interface Flags extends CodingFlags {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly csv?: boolean;
  readonly geojson?: boolean;
}

const HELP = `
Examples:
  dateline code article.html                      a table of what it tells, with the words each event rests on
  dateline code --published 2024-08-14 wire.txt   “on Tuesday” needs to know when it was written
  cat article.txt | dateline code --json -        the coded document, whole
  dateline code --csv 'articles/*.html' > events.csv`;

/** `dateline code`: articles in, events out; nothing is kept. */
export const codeCommand: CliCommand = (program, context) => {
  const command = program
    .command("code")
    .description("code articles: who did what to whom, where, when, at what cost, on whose word")
    .argument("[inputs...]", "files, folders, patterns; - for standard input (the default)", ["-"])
    .option("--json", "coded documents as JSON: one object, or a list for several")
    .option("--jsonl", "coded documents, one a line")
    .option("--csv", "events as CSV")
    .option("--geojson", "events as GeoJSON");
  withCodingOptions(command)
    .addHelpText("after", HELP)
    .action((inputs: string[], flags: Flags) => run(inputs, flags, context));
};

async function run(inputs: readonly string[], flags: Flags, context: CliContext): Promise<void> {
  const chosen = (["json", "jsonl", "csv", "geojson"] as const).filter((name) => flags[name]);
  if (chosen.length > 1) throw new CliError(`choose one of --${chosen.join(", --")}`, EXIT.usage);
  const [{ codeMany }, { countDocuments, documentsOf }, { Progress }, { writeCoded }] = await Promise.all([
    import("../../code/index.ts"),
    import("../documents.ts"),
    import("../progress.ts"),
    import("../write-coded.ts"),
  ]);
  const { terminal } = context;
  const progress = new Progress(terminal, "articles");
  if (terminal.watched) progress.total = await countDocuments(inputs);
  const failed = (message: string) => {
    progress.end();
    progress.fail();
    terminal.complain(`dateline: ${clean(message)}`);
  };
  const documents = documentsOf(inputs, context, {
    hints: { ...(flags.published && { published: flags.published }), ...(flags.publisher && { publisher: flags.publisher }) },
    onFailed: ({ message }) => failed(message),
  });
  const options = { ...coderOptions(flags), ...(flags.workers && { workers: flags.workers }), signal: context.signal };
  async function* coded(): AsyncGenerator<CodedDocument> {
    for await (const coding of codeMany(documents, options)) {
      if (!coding.ok) {
        failed(coding.error.message);
        continue;
      }
      progress.step();
      progress.end();
      yield coding.coded;
    }
  }
  await writeCoded(coded(), chosen[0] ?? "table", context);
  progress.end();
  if (progress.failed > 0 && progress.done + progress.failed > 1)
    terminal.complain(`dateline: ${progress.failed} of ${progress.done + progress.failed} could not be coded; the reasons stand above.`);
  context.exit(batchExit(progress.done, progress.failed));
}
