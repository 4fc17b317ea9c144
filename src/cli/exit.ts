/** What the shell is told. */
export const EXIT = { ok: 0, failed: 1, usage: 2, someFailed: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with a message for the person and a code for the shell: no stack, it is not a programmer's mistake. */
export class CliError extends Error {
  readonly exit: ExitCode;

  constructor(message: string, exit: ExitCode = EXIT.failed) {
    super(message);
    this.name = "CliError";
    this.exit = exit;
  }
}

/** The code for a batch of which so many were done and so many failed. */
export function batchExit(done: number, failed: number): ExitCode {
  if (failed === 0) return EXIT.ok;
  return done === 0 ? EXIT.failed : EXIT.someFailed;
}
