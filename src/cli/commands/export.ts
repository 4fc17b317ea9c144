import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { Argument } from "commander";
import type { Archive } from "../../archive/index.ts";
import type { ExportFormat } from "../../export/index.ts";
import { unitOf, withArchive, withArchiveOption } from "../archive-option.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { CliError, EXIT } from "../exit.ts";
import { type FilterFlags, filterOf, withFilterOptions } from "../filters.ts";

interface Flags extends FilterFlags {
  readonly archive?: string;
  readonly output?: string;
  readonly mentions?: boolean;
}

/** Names are known before the formats are loaded, so that help and completion are quick; a test holds the two together. */
export const FORMAT_NAMES = [
  "csv",
  "jsonl",
  "geojson",
  "parquet",
  "acled",
  "ucdp",
  "polecat",
  "gdelt",
  "gdelt-mentions",
  "hxl",
  "stix",
  "ftm",
  "timemap",
  "annotation",
];

/** `dateline export`: an archive's events, or some of them, in a format that other tools read. */
export const exportCommand: CliCommand = (program, context) => {
  const command = program.command("export").description("write an archive's events for other tools");
  withFilterOptions(withArchiveOption(command))
    .addArgument(new Argument("<format>", "what to write; docs/reference/formats.md describes each").choices(FORMAT_NAMES))
    .option("-o, --output <file>", "where to; default: standard output. A description for machines is saved beside it where there is one")
    .option("--mentions", "what single reports tell, even where they have been merged")
    .action((format: string, flags: Flags) => withArchive(flags.archive, (archive) => run(archive, format, flags, context)));
};

async function run(archive: Archive, name: string, flags: Flags, context: CliContext): Promise<void> {
  const [{ formatNamed, writeRecords }, { programVersion }] = await Promise.all([import("../../export/index.ts"), import("../version.ts")]);
  const format = formatNamed(name);
  if (!format) throw new CliError(`no format is called “${name}”`, EXIT.usage);
  const { terminal } = context;
  const about = {
    at: context.now().toISOString(),
    version: programVersion(),
    ...(flags.output !== undefined && { file: basename(flags.output) }),
  };
  const counts = { written: 0, leftOut: 0 };
  const chunks = writeRecords(format, archive.records(await unitOf(archive, flags.mentions), filterOf(flags)), about, counts);
  if (flags.output === undefined) for await (const chunk of chunks) await terminal.write(chunk);
  else {
    await pipeline(chunks, createWriteStream(flags.output));
    await writeBeside(format, flags.output, about);
  }
  terminal.say(`${counts.written.toLocaleString("en")} events written`);
  if (counts.leftOut > 0) terminal.say(`${counts.leftOut.toLocaleString("en")} left out, because this format has no place for them`);
}

async function writeBeside(format: ExportFormat, output: string, about: Parameters<NonNullable<ExportFormat["beside"]>>[0]): Promise<void> {
  const beside = format.beside?.(about);
  if (beside) await writeFile(`${output.replace(/\.[^./\\]*$/, "")}.${beside.extension}`, beside.content);
}
