import { type Command, Option } from "commander";
import type { Archive, Unit } from "../archive/index.ts";
import { CliError, EXIT } from "./exit.ts";

/** Adds --archive, which $DATELINE_ARCHIVE can give once for all. */
export function withArchiveOption(command: Command): Command {
  return command.addOption(new Option("--archive <file>", "the archive").env("DATELINE_ARCHIVE"));
}

/** Works with the archive that a command was given, and closes it. Only `ingest` makes one that is not there. */
export async function withArchive<T>(file: string | undefined, work: (archive: Archive) => Promise<T>, create = false): Promise<T> {
  if (file === undefined) throw new CliError("which archive? Give --archive FILE, or set DATELINE_ARCHIVE.", EXIT.usage);
  const { openArchive } = await import("../archive/index.ts");
  const archive = openArchive(file, { create });
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}

/** Events once merging has made some; what single reports tell until then, or when asked for. */
export async function unitOf(archive: Archive, mentions: boolean | undefined): Promise<Unit> {
  return !mentions && (await archive.count("events")) > 0 ? "events" : "mentions";
}
