import { existsSync, readFileSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { ActorKind, Directory, DirectoryEntry, NewActor } from "../../who/index.ts";
import { ACTOR_KINDS } from "../../who/layers.ts";
import { clean } from "../clean.ts";
import type { CliContext } from "../command.ts";
import { CliError } from "../exit.ts";
import { collect, parseCount, parseDate } from "../options.ts";
import { piece } from "../rich.ts";
import type { Terminal } from "../terminal.ts";
import { pad } from "../width.ts";

interface ListFlags {
  readonly actors?: readonly string[];
  readonly kind?: ActorKind;
  readonly country?: string;
  readonly date?: string;
  readonly limit?: number;
  readonly jsonl?: boolean;
}

interface AddFlags {
  readonly to: string;
  readonly id?: string;
  readonly alias?: readonly string[];
  readonly kind: ActorKind;
  readonly country?: readonly string[];
  readonly years?: string;
  readonly relation?: readonly string[];
  readonly wikidata?: string;
  readonly note?: string;
}

const ADD_HELP = `
Example:
  dateline actors add "Liwa al-Wadi" --kind "armed group" --country IRQ --alias "Valley Brigade" --to my-actors.csv
  dateline code article.html --actors my-actors.csv`;

/** `dateline actors list | search | add | import`: the directory of actors, and a file of one's own beside it. */
export function actorDirectoryCommands(actors: Command, { terminal }: CliContext): void {
  const own = () => new Option("--actors <file>", "your own actors beside the program's (repeatable)").argParser(collect);
  const kind = () => new Option("--kind <kind>", "what kind of actor").choices(ACTOR_KINDS);
  actors
    .command("list")
    .description("list the actors that the coder knows")
    .addOption(kind())
    .option("--country <code>", "ISO 3166-1 alpha-3: IRQ", parseCountry)
    .addOption(own())
    .option("--limit <n>", "how many; default: all", parseCount)
    .option("--jsonl", "one a line, as JSON")
    .action((flags: ListFlags) => list(flags, terminal));
  actors
    .command("search")
    .description("who a name can mean, with a score and the reason")
    .argument("<name...>", "a name, an acronym, or part of one")
    .option("--country <code>", "where the name was used, ISO 3166-1 alpha-3", parseCountry)
    .option("--date <date>", "when it was used", parseDate)
    .addOption(own())
    .option("--jsonl", "one a line, as JSON")
    .action((words: string[], flags: ListFlags) => search(words.join(" "), flags, terminal));
  actors
    .command("add")
    .description("add an actor to a file of your own, for --actors; one of the same id is replaced")
    .argument("<name>", "its name")
    .requiredOption("--to <file>", "your CSV file; it is made when it is not there")
    .addOption(kind().makeOptionMandatory())
    .option("--id <id>", "its id; default: made of the name")
    .addOption(new Option("--alias <name>", "another name, spelling or acronym (repeatable)").argParser(collect))
    .addOption(
      new Option("--country <code>", "ISO 3166-1, two or three letters; the first is the main one (repeatable)").argParser(collect),
    )
    .option("--years <span>", "when it was active: 2003-2014, 2021-")
    .addOption(new Option("--relation <relation>", "“part of: islamic-state” (repeatable)").argParser(collect))
    .option("--wikidata <id>", "its Wikidata item: Q42")
    .option("--note <words>", "for people")
    .addHelpText("after", ADD_HELP)
    .action((name: string, flags: AddFlags) => add(name, flags, terminal));
  actors
    .command("import")
    .description("read a list of actors (CSV, or FollowTheMoney entities as OpenSanctions publishes them) into a file of your own")
    .argument("<file>", "the list")
    .requiredOption("--to <file>", "your CSV file; it is made when it is not there, and those of the same ids are replaced")
    .action((file: string, { to }: { to: string }) => importList(file, to, terminal));
}

async function directoryOf({ actors = [] }: ListFlags, terminal: Terminal): Promise<Directory> {
  const { loadDirectory } = await import("../../who/index.ts");
  const directory = loadDirectory({ extra: actors.map((name) => ({ name, text: textOf(name) })) });
  for (const warning of directory.warnings) terminal.complain(`dateline: ${clean(warning)}`);
  return directory;
}

async function list(flags: ListFlags, terminal: Terminal): Promise<void> {
  const [{ listActors }, directory] = [await import("../../who/index.ts"), await directoryOf(flags, terminal)];
  const found = listActors(directory, { ...(flags.kind && { kind: flags.kind }), ...(flags.country && { country: flags.country }) });
  for (const entry of found.slice(0, flags.limit)) await terminal.line(flags.jsonl ? JSON.stringify(entry) : entryLine(entry, terminal));
  terminal.say(`${found.length.toLocaleString("en")} actors`);
}

async function search(query: string, flags: ListFlags, terminal: Terminal): Promise<void> {
  const [{ searchActors }, directory] = [await import("../../who/index.ts"), await directoryOf(flags, terminal)];
  const asked = { ...(flags.date && { date: flags.date }), ...(flags.country && { country: flags.country }) };
  const found = searchActors(directory, query, asked);
  for (const { entry, score, reason } of found) {
    if (flags.jsonl) await terminal.line(JSON.stringify({ score, reason, ...entry }));
    else {
      await terminal.line(entryLine(entry, terminal));
      await terminal.line([piece(`  ${score.toFixed(2)}  ${clean(reason)}`, "dim")]);
    }
  }
  if (found.length === 0) terminal.say(`nobody is known by “${clean(query)}”; “dateline actors add” makes it known`);
}

async function add(name: string, { to, alias, country, relation, ...rest }: AddFlags, terminal: Terminal): Promise<void> {
  const { addActor } = await import("../../who/index.ts");
  const actor: NewActor = {
    name,
    ...rest,
    ...(alias && { aliases: alias }),
    ...(country && { countries: country }),
    ...(relation && { relations: relation }),
  };
  const { id } = inWords(() => addActor(to, actor));
  terminal.say(`${clean(id)} is in ${to}; code with --actors ${to}`);
}

async function importList(file: string, to: string, terminal: Terminal): Promise<void> {
  const { importActors, keepActors } = await import("../../who/index.ts");
  const { entries, warnings } = importActors(textOf(file), { name: file });
  for (const warning of warnings) terminal.complain(`dateline: ${clean(warning)}`);
  if (entries.length === 0) throw new CliError(`there is no actor in ${file}`);
  const all = inWords(() => keepActors(to, entries));
  const count = (n: number) => n.toLocaleString("en");
  terminal.say(`${count(entries.length)} actors of ${file} are in ${to}, which now holds ${count(all)}; code with --actors ${to}`);
}

/** What is wrong with an actor or a file is a person's to mend, not a programmer's. */
function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error));
  }
}

function textOf(file: string): string {
  if (!existsSync(file)) throw new CliError(`there is no file ${file}`);
  return inWords(() => readFileSync(file, "utf8"));
}

function parseCountry(value: string): string {
  if (!/^[A-Za-z]{3}$/.test(value)) throw new InvalidArgumentError("a code of three letters is wanted: IRQ.");
  return value.toUpperCase();
}

/** "hezbollah  Hezbollah [LBN]  armed group, 1982-  part of: …" */
function entryLine(entry: DirectoryEntry, terminal: Terminal): string {
  const { id, name, kind, countries, from, to, relations } = entry;
  const years = from === undefined && to === undefined ? "" : `, ${from ?? ""}-${to ?? ""}`;
  const about = `${name}${countries.length > 0 ? ` [${countries.join(" ")}]` : ""}, ${kind}${years}`;
  const more = relations.map((r) => `${r.kind} ${r.target}`).join("; ");
  return terminal.paint([
    piece(pad(clean(id), 32), "strong"),
    piece(` ${clean(about)}`),
    piece(more === "" ? "" : ` · ${clean(more)}`, "dim"),
  ]);
}
