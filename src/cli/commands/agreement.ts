import type { Archive } from "../../archive/index.ts";
import type { Decision } from "../../merge/index.ts";
import { withArchive, withArchiveOption } from "../archive-option.ts";
import { clean } from "../clean.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { piece } from "../rich.ts";

interface Flags {
  readonly archive?: string;
  readonly by?: readonly string[];
  readonly json?: boolean;
}

const HELP = `
alpha is Krippendorff's: 1 is perfect agreement, 0 what chance would give, below 0 worse than chance. What people differ on is listed, to be
talked about; a decision with --why adjudicated settles it without counting as a third opinion.

Example:
  dateline agreement --by ana --by ben --archive work.dateline`;

const WORDS = {
  event: "whether an event is one",
  "same event": "whether reports tell of one event",
  field: "what fields are to be",
} as const;

/** `dateline agreement`: how far the people who decided agree, and on what they differ. */
export const agreementCommand: CliCommand = (program, context) => {
  withArchiveOption(
    program.command("agreement").description("how far people's decisions agree (Krippendorff's alpha), and on what they differ"),
  )
    .option("--by <name...>", "only these people")
    .option("--json", "as JSON")
    .addHelpText("after", HELP)
    .action((flags: Flags) => withArchive(flags.archive, (archive) => run(archive, flags, context)));
};

async function run(archive: Archive, flags: Flags, { terminal }: CliContext): Promise<void> {
  const { agreement, QUESTIONS, ratingsOf } = await import("../../merge/index.ts");
  const all = await archive.decisions({ standing: true });
  const decisions = all.filter(({ by }) => flags.by === undefined || flags.by.includes(by));
  const events = await eventsOf(archive, decisions);
  const ratings = ratingsOf(decisions, (subject) => events.get(subject) ?? subject);
  const answers = QUESTIONS.map((question) => ({ question, ...agreement(ratings[question]) }));
  if (flags.json) return terminal.line(JSON.stringify(answers, null, 2));
  for (const { question, alpha, items, disputed } of answers) {
    await terminal.line([
      piece(WORDS[question], "strong"),
      piece(
        alpha === undefined ? ": nothing that two people decided" : `: alpha ${alpha.toFixed(3)} on ${items}, ${disputed.length} disputed`,
      ),
    ]);
    for (const { item, said } of disputed)
      await terminal.line(`  ${clean(item)}: ${said.map(({ by, value }) => `${clean(by)} ${clean(value)}`).join(", ")}`);
  }
}

/** What each subject is called by now: the event that it is, or that holds it. */
async function eventsOf(archive: Archive, decisions: readonly Decision[]): Promise<Map<string, string>> {
  const events = new Map<string, string>();
  for (const { subjects } of decisions)
    for (const subject of subjects) {
      if (events.has(subject)) continue;
      const event = (await archive.record("events", subject))?.id ?? (await archive.eventOf(subject));
      if (event !== undefined) events.set(subject, event);
    }
  return events;
}
