import { type Command, Option } from "commander";
import type { Archive, Unit } from "../archive/index.ts";
import { CliError, EXIT } from "./exit.ts";

/** Adds --archive, which $DATELINE_ARCHIVE can give once for all. */
export function withArchiveOption(command: Command): Command {
  return command.addOption(new Option("--archive <file>", "the archive").env("DATELINE_ARCHIVE"));
}

/** Opens the archive that a command was given. Only `ingest` makes one that is not there. */
export async function openGiven(file: string | undefined, create = false): Promise<Archive> {
  if (file === undefined) throw new CliError("which archive? Give --archive FILE, or set DATELINE_ARCHIVE.", EXIT.usage);
  const { openArchive } = await import("../archive/index.ts");
  return openArchive(file, { create });
}

/** Events once merging has made some; what single reports tell until then, or when asked for. */
export async function unitOf(archive: Archive, mentions: boolean | undefined): Promise<Unit> {
  return !mentions && (await archive.count("events")) > 0 ? "events" : "mentions";
}
