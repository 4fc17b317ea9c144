import { type Command, InvalidArgumentError, Option } from "commander";
import type { CoderOptions } from "../code/index.ts";

/** Options of all commands that code articles. */
export interface CodingFlags {
  readonly published?: string;
  readonly publisher?: string;
  readonly lexicon?: readonly string[];
  readonly actors?: readonly string[];
  readonly gazetteer?: string;
  readonly workers?: number;
}

/** Adds what says how articles are read and coded. */
export function withCodingOptions(command: Command): Command {
  return command
    .option("--published <date>", "date of publication (2024-08-14); outranks what the input says", parseDate)
    .option("--publisher <name>", "who published it; outranks what the input says")
    .addOption(new Option("--lexicon <file>", "your own event words, added to the program's (repeatable)").argParser(collect))
    .addOption(new Option("--actors <file>", "your own actors, added to the program's (repeatable)").argParser(collect))
    .option("--gazetteer <file>", "a gazetteer made by “dateline gazetteer import”")
    .option("--workers <n>", "threads; default: one for each core", parseCount);
}

export function coderOptions(flags: CodingFlags): CoderOptions {
  return {
    ...(flags.lexicon && { lexicon: flags.lexicon }),
    ...(flags.actors && { actors: flags.actors }),
    ...(flags.gazetteer !== undefined && { gazetteer: flags.gazetteer }),
  };
}

export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** A whole number from 1. */
export function parseCount(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("a whole number from 1 is wanted.");
  return number;
}

export function parseNumber(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || Number.isNaN(number)) throw new InvalidArgumentError("a number is wanted.");
  return number;
}

/** A day, a month or a year, as ISO 8601 writes them. */
export function parseDate(value: string): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  const [, year, month = "01", day = "01"] = match ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (!match || Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day))
    throw new InvalidArgumentError("a date like 2024-08-14, 2024-08 or 2024 is wanted.");
  return value;
}
