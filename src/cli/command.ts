import type { Readable } from "node:stream";
import type { Command } from "commander";
import type { ExitCode } from "./exit.ts";
import type { Terminal } from "./terminal.ts";

/** What a command works with. */
export interface CliContext {
  readonly terminal: Terminal;
  readonly stdin: Readable;
  /** The clock, for what must be dated. */
  readonly now: () => Date;
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal;
  /** Called by a command that did its work with another outcome than “all right”. */
  readonly exit: (code: ExitCode) => void;
}

/** One command: it adds itself, with its options and help, to the program. Heavy modules are imported when it runs, not before. */
export type CliCommand = (program: Command, context: CliContext) => void;
