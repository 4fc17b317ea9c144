import { Argument } from "commander";
import type { Archive } from "../../archive/index.ts";
import type { Decision, DecisionKind, Json, NewDecision } from "../../merge/index.ts";
import { withArchive, withArchiveOption } from "../archive-option.ts";
import { clean } from "../clean.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { CliError, EXIT } from "../exit.ts";

interface Flags {
  readonly archive?: string;
  readonly by?: string;
  readonly why?: string;
  readonly field?: string;
  readonly value?: string;
}

const KINDS: readonly DecisionKind[] = ["same", "different", "unsure", "split", "accept", "reject", "correct", "add", "note", "undo"];
/** How many subjects a kind needs at least. */
const SUBJECTS: Readonly<Partial<Record<DecisionKind, number>>> = {
  same: 2,
  different: 2,
  unsure: 2,
  split: 2,
  accept: 1,
  reject: 1,
  correct: 1,
  note: 1,
  undo: 1,
};

const HELP = `
same, different, unsure EVENT EVENT…   whether they are one event
split EVENT REPORT…                    take reports out of an event; they stay together
accept, reject EVENT                   whether it is an event at all
correct EVENT --field F --value V      set a field: killed, injured, place, time, mode, actors, recipients; the value as JSON or words
add --value RECORD                     an event that the machine missed, as an event record in JSON
note EVENT --why WORDS                 words only
undo NUMBER                            take a decision back; an undo can be undone

Decisions are only ever added, and outrank the machine also after coding and merging again. “dateline merge” brings them to bear.

Examples:
  dateline decide same n1#e2 n7#e1 --by ana --why "both name the bridge"
  dateline decide correct n1#e2 --field killed --value 4 --by ana --why "the ministry's last count"`;

/** `dateline decide`: what people decide of events, kept for good. */
export const decideCommand: CliCommand = (program, context) => {
  withArchiveOption(program.command("decide").description("decide on events: same, different, right, wrong, corrected"))
    .addArgument(new Argument("<kind>", "what is decided").choices([...KINDS]))
    .argument("[subjects...]", "ids of events or reports, as lists show them; for undo the decision's number")
    .option("--by <name>", "who decides; else $DATELINE_PERSON")
    .option("--why <words>", "the reason")
    .option("--field <name>", "for correct: which field")
    .option("--value <json>", "for correct and add: what it is to be; null empties it")
    .addHelpText("after", HELP)
    .action((kind: DecisionKind, subjects: string[], flags: Flags) =>
      withArchive(flags.archive, (archive) => run(archive, kind, subjects, flags, context)),
    );
};

async function run(
  archive: Archive,
  kind: DecisionKind,
  subjects: readonly string[],
  flags: Flags,
  { terminal }: CliContext,
): Promise<void> {
  const by = flags.by ?? process.env.DATELINE_PERSON;
  if (by === undefined || by.trim() === "") throw new CliError("who decides? Give --by NAME, or set DATELINE_PERSON.", EXIT.usage);
  const least = SUBJECTS[kind] ?? 0;
  if (subjects.length < least) throw new CliError(`“${kind}” needs at least ${least} id${least === 1 ? "" : "s"}`, EXIT.usage);
  if (kind === "correct" && (flags.field === undefined || flags.value === undefined))
    throw new CliError("“correct” needs --field and --value", EXIT.usage);
  const made = kind === "undo" ? await undo(archive, subjects[0]!, by, flags) : await decide(archive, kind, subjects, by, flags);
  terminal.say(`Decision ${made.id}: ${clean(by)}, ${kind}. “dateline merge” brings it to bear.`);
}

async function decide(archive: Archive, kind: DecisionKind, subjects: readonly string[], by: string, flags: Flags): Promise<Decision> {
  const records = await Promise.all(subjects.map(async (id) => (await archive.record("events", id)) ?? archive.record("mentions", id)));
  const unknown = subjects.find((_, i) => records[i] === undefined);
  if (unknown !== undefined) throw new CliError(`there is no event or report “${clean(unknown)}” in ${flags.archive}`);
  const { withEvidence } = await import("../../merge/index.ts");
  const decision: NewDecision = {
    by,
    kind,
    subjects,
    ...(flags.why !== undefined && { why: flags.why }),
    ...(flags.field !== undefined && { field: flags.field }),
    ...(flags.value !== undefined && { value: parsedValue(flags.value) }),
  };
  return archive.decide(withEvidence(decision, records));
}

async function undo(archive: Archive, number: string, by: string, flags: Flags): Promise<Decision> {
  const decision = (await archive.decisions()).find(({ id }) => String(id) === number);
  if (!decision) throw new CliError(`there is no decision “${clean(number)}” in ${flags.archive}`);
  const { id, subjects } = decision;
  return archive.decide({ by, kind: "undo", subjects, undoes: id, ...(flags.why !== undefined && { why: flags.why }) });
}

/** JSON where it is JSON, else words. */
function parsedValue(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
