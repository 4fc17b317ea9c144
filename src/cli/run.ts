import { Command, CommanderError } from "commander";
import type { CliContext } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { CliError, EXIT, type ExitCode } from "./exit.ts";
import { Terminal } from "./terminal.ts";
import { programVersion } from "./version.ts";

const HELP = `
Exit codes: 0 all right, 1 failed, 2 wrong usage, 3 some documents failed.
Data goes to standard output, messages to standard error. NO_COLOR switches colours off.`;

/** The program with all its commands. */
export function createProgram(context: CliContext): Command {
  const program = new Command("dateline")
    .description("Reads conflict reporting and answers with evidence: who did what to whom, where, when, and on whose word.")
    .version(programVersion(), "-V, --version", "the program's version")
    .option("-q, --quiet", "no messages and no progress, errors only")
    .showHelpAfterError("(dateline --help, or dateline help COMMAND, says what is possible)")
    .addHelpText("after", HELP)
    .hook("preAction", (_, action) => {
      context.terminal.quiet = action.optsWithGlobals<{ quiet?: boolean }>().quiet === true;
    });
  for (const command of COMMANDS) command(program, context);
  for (const each of [program, ...program.commands.flatMap((c) => [c, ...c.commands])]) each.exitOverride().allowExcessArguments(false);
  return program;
}

/** Runs one command line and gives the code for the shell. Never throws for what a person or a document can do. */
export async function perform(args: readonly string[], context: Omit<CliContext, "exit">): Promise<ExitCode> {
  let exit: ExitCode = EXIT.ok;
  const setExit = (code: ExitCode) => {
    exit = code;
  };
  try {
    await createProgram({ ...context, exit: setExit }).parseAsync(args, { from: "user" });
    return exit;
  } catch (error) {
    return explain(error, context.terminal);
  }
}

/** The program as the shell calls it: standard streams, the clock, and an interruption that stops long work. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const terminal = new Terminal({ out: process.stdout, err: process.stderr, environment: process.env });
  const interrupt = new AbortController();
  process.once("SIGINT", () =>
    interrupt.abort(new CliError("interrupted; what was done is kept, and the same command goes on from there")),
  );
  leaveWhenNobodyReads();
  return perform(args, { terminal, stdin: process.stdin, now: () => new Date(), signal: interrupt.signal });
}

/** `dateline … | head` closes the pipe early: that is no failure of ours. */
function leaveWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(EXIT.ok);
      throw error;
    });
}

/** Says what went wrong in a sentence; a programmer's mistake keeps its stack. */
function explain(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof CliError) {
    terminal.complain(`dateline: ${error.message}`);
    return error.exit;
  }
  if (error instanceof Error && error.name === "ArchiveError") terminal.complain(`dateline: ${error.message}`);
  else if (error instanceof Error && process.env.DATELINE_DEBUG === undefined)
    terminal.complain(`dateline: ${error.message}\n(DATELINE_DEBUG=1 shows where)`);
  else terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failed;
}
