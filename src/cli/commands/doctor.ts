import type { Archive } from "../../archive/index.ts";
import { withArchive, withArchiveOption } from "../archive-option.ts";
import { clean } from "../clean.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { EXIT } from "../exit.ts";
import { piece } from "../rich.ts";
import type { Terminal } from "../terminal.ts";
import { programVersion } from "../version.ts";

interface Flags {
  readonly archive?: string;
  readonly failures?: boolean;
  readonly backup?: string;
}

/** `dateline doctor`: whether everything that is needed is there and sound. */
export const doctorCommand: CliCommand = (program, context) => {
  withArchiveOption(program.command("doctor").description("check versions, models and the health of an archive"))
    .option("--failures", "list what failed in the archive's last run, and why")
    .option("--backup <file>", "copy the archive, while it may be in use")
    .action((flags: Flags) => run(flags, context));
};

async function run(flags: Flags, context: CliContext): Promise<void> {
  const { terminal } = context;
  let sound = await checkProgram(terminal);
  if (flags.archive !== undefined) sound = (await withArchive(flags.archive, (archive) => checkArchive(archive, flags, terminal))) && sound;
  await terminal.line(sound ? "All is well." : "Something needs attention: see above.");
  if (!sound) context.exit(EXIT.failed);
}

async function report(terminal: Terminal, good: boolean, what: string, answer: string): Promise<boolean> {
  await terminal.line([piece(good ? "ok   " : "BAD  ", good ? "dim" : "warning"), piece(what.padEnd(16)), piece(clean(answer))]);
  return good;
}

async function checkProgram(terminal: Terminal): Promise<boolean> {
  const results = [
    await report(terminal, true, "dateline", programVersion()),
    await report(terminal, Number(process.versions.node.split(".")[0]) >= 24, "node", `${process.version} (24 or later is needed)`),
    await report(terminal, process.versions.sqlite !== undefined, "sqlite", process.versions.sqlite ?? "this Node has none"),
  ];
  try {
    const { fingerprint, loadCoder } = await import("../../code/index.ts");
    const { models, lexicon } = fingerprint({});
    const began = performance.now();
    loadCoder();
    results.push(
      await report(terminal, true, "coder", `models ${models}, lexicon ${lexicon}, loaded in ${Math.round(performance.now() - began)} ms`),
    );
  } catch (error) {
    results.push(await report(terminal, false, "coder", error instanceof Error ? error.message : String(error)));
  }
  return results.every(Boolean);
}

async function checkArchive(archive: Archive, flags: Flags, terminal: Terminal): Promise<boolean> {
  const { problems, schema, documents, versions, mentions, events, decisions, size } = await archive.check();
  const n = (count: number) => count.toLocaleString("en");
  const runs = await archive.runs();
  const last = runs.at(-1);
  await report(terminal, true, "archive", `${flags.archive}, schema ${schema}, ${(size / 1024 / 1024).toFixed(1)} MiB`);
  await report(
    terminal,
    true,
    "holds",
    `${n(documents)} documents in ${n(versions)} versions, ${n(mentions)} mentions, ${n(events)} events, ${n(decisions)} decisions`,
  );
  if (last) {
    const ended = last.endedAt === undefined ? "has not ended (the same command goes on from there)" : `ended ${last.endedAt}`;
    await report(
      terminal,
      true,
      "last run",
      `${last.command}: ${n(last.added)} added, ${n(last.unchanged)} known already, ${n(last.failed)} failed; ${ended}`,
    );
  }
  await report(
    terminal,
    problems.length === 0,
    "integrity",
    problems.length === 0 ? "every page and reference read, all sound" : problems.join("; "),
  );
  if (flags.failures && last)
    for (const { name, code, message } of await archive.failures(last.id))
      await terminal.line(`${clean(name)}\t${code}\t${clean(message)}`);
  if (flags.backup !== undefined) {
    await archive.backup(flags.backup);
    terminal.say(`copied to ${flags.backup}`);
  }
  return problems.length === 0;
}
