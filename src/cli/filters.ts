import { type Command, InvalidArgumentError, Option } from "commander";
import type { EventFilter } from "../archive/index.ts";
import { PLOVER_TYPES, type PloverType } from "../what/layers.ts";
import { collect, parseDate, parseNumber } from "./options.ts";

export interface FilterFlags {
  readonly type?: readonly PloverType[];
  readonly mode?: readonly string[];
  readonly actor?: readonly string[];
  readonly source?: readonly string[];
  readonly place?: readonly string[];
  readonly country?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly words?: string;
  readonly certainty?: readonly NonNullable<EventFilter["certainty"]>[number][];
  readonly reality?: readonly NonNullable<EventFilter["reality"]>[number][];
  readonly denied?: boolean;
  readonly killed?: number;
  readonly confidence?: number;
  readonly document?: readonly string[];
}

/** Adds the options by which events are chosen. Repeated ones are alternatives; different ones must all hold. */
export function withFilterOptions(command: Command): Command {
  const many = (flags: string, description: string) => new Option(flags, `${description} (repeatable)`).argParser(collect);
  return command
    .addOption(new Option("--type <type>", "PLOVER type: ASSAULT, PROTEST, … (repeatable)").argParser(parseType))
    .addOption(many("--mode <mode>", "PLOVER mode: aerial, arrest, …"))
    .addOption(many("--actor <name>", "who acts or is acted upon: part of a name, or an id of the directory"))
    .addOption(many("--source <name>", "on whose word, or the outlet: part of a name"))
    .addOption(many("--place <name>", "part of the name of the place or its province"))
    .addOption(many("--country <code>", "ISO 3166-1 alpha-3: SYR"))
    .option("--from <date>", "not before this day, month or year", parseDate)
    .option("--to <date>", "not after it", parseDate)
    .option("--words <words>", "in the telling sentence; “quoted phrases” and a final * are understood")
    .addOption(many("--certainty <value>", "certain, probable, possible or unknown").argParser(collect))
    .addOption(many("--reality <value>", "occurred, ongoing, planned, threatened, hypothetical or demanded"))
    .option("--denied", "only what is said not to have happened")
    .option("--killed <n>", "at least so many killed", parseNumber)
    .option("--confidence <n>", "at least this confidence, 0 to 1", parseNumber)
    .addOption(many("--document <id>", "told in this document"));
}

export function filterOf(flags: FilterFlags): EventFilter {
  return {
    ...(flags.type && { types: flags.type }),
    ...(flags.mode && { modes: flags.mode }),
    ...(flags.actor && { actors: flags.actor }),
    ...(flags.source && { sources: flags.source }),
    ...(flags.place && { places: flags.place }),
    ...(flags.country && { countries: flags.country.map((code) => code.toUpperCase()) }),
    ...(flags.from && { from: flags.from }),
    ...(flags.to && { to: flags.to }),
    ...(flags.words !== undefined && { words: flags.words }),
    ...(flags.certainty && { certainty: flags.certainty }),
    ...(flags.reality && { reality: flags.reality }),
    ...(flags.denied && { polarity: ["negative"] as const }),
    ...(flags.killed !== undefined && { harm: { killed: { min: flags.killed } } }),
    ...(flags.confidence !== undefined && { confidence: { min: flags.confidence } }),
    ...(flags.document && { documents: flags.document }),
  };
}

function parseType(value: string, before: readonly PloverType[] = []): PloverType[] {
  const type = PLOVER_TYPES.find((known) => known === value.toUpperCase());
  if (!type) throw new InvalidArgumentError(`PLOVER's types are ${PLOVER_TYPES.join(", ")}.`);
  return [...before, type];
}
