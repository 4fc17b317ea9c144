import type { Archive, NewDocument } from "../../archive/index.ts";
import type { CodedDocument } from "../../code/index.ts";
import type { Document } from "../../document/index.ts";
import { withArchive, withArchiveOption } from "../archive-option.ts";
import { clean } from "../clean.ts";
import type { CliCommand, CliContext } from "../command.ts";
import type { Failed } from "../documents.ts";
import { batchExit } from "../exit.ts";
import { type CodingFlags, coderOptions, withCodingOptions } from "../options.ts";

interface Flags extends CodingFlags {
  readonly archive?: string;
}

const HELP = `
What the archive has, coded by this very coder, is passed over: the same command goes on where it was stopped.
A changed article is kept beside its older version.

Examples:
  dateline ingest articles/ --archive work.dateline
  dateline ingest feed.jsonl 'pages/**/*.html' --archive work.dateline`;

/** Documents written in one transaction: a sync to the disk costs more than a document. */
const BATCH = 32;

/** `dateline ingest`: articles into an archive. */
export const ingestCommand: CliCommand = (program, context) => {
  const command = program
    .command("ingest")
    .description("code articles and keep them, with their events, in an archive; resumes where it was stopped")
    .argument("<inputs...>", "files, folders, patterns; - for standard input");
  withCodingOptions(withArchiveOption(command))
    .addHelpText("after", HELP)
    .action((inputs: string[], flags: Flags) => withArchive(flags.archive, (archive) => run(archive, inputs, flags, context), true));
};

async function run(archive: Archive, inputs: readonly string[], flags: Flags, context: CliContext): Promise<void> {
  const [{ codeMany, fingerprint }, { countDocuments, documentsOf }, { Progress }] = await Promise.all([
    import("../../code/index.ts"),
    import("../documents.ts"),
    import("../progress.ts"),
  ]);
  const { terminal } = context;
  const options = coderOptions(flags);
  const coder = fingerprint(options);
  const run = await archive.beginRun(coder, `ingest ${inputs.join(" ")}`);
  const progress = new Progress(terminal, "articles");
  if (terminal.watched) progress.total = await countDocuments(inputs);
  const originals = new WeakMap<Document, Uint8Array>();
  const counts = { new: 0, "new version": 0, unchanged: 0 };
  const failures: Failed[] = [];
  const onFailed = async (failed: Failed) => {
    failures.push(failed);
    await archive.fail(run, failed);
    progress.end();
    progress.fail();
    terminal.complain(`dateline: ${clean(failed.message)}`);
  };

  async function* fresh(): AsyncGenerator<Document> {
    const documents = documentsOf(inputs, context, {
      hints: { ...(flags.published && { published: flags.published }), ...(flags.publisher && { publisher: flags.publisher }) },
      onFailed,
      onOriginal: (document, bytes) => originals.set(document, bytes),
    });
    for await (const document of documents) {
      if (await archive.isCoded(document.source, coder)) {
        counts.unchanged++;
        progress.step();
      } else yield document;
    }
  }

  let batch: { document: NewDocument; coded: CodedDocument }[] = [];
  const flush = async () => {
    for (const { status } of await keep(archive, batch, run)) counts[status]++;
    batch = [];
  };
  try {
    for await (const coding of codeMany(fresh(), {
      ...options,
      ...(flags.workers && { workers: flags.workers }),
      signal: context.signal,
    })) {
      if (!coding.ok) {
        await onFailed({ name: coding.error.document, code: "coder-failed", message: coding.error.message });
        continue;
      }
      const { source, warnings } = coding.document;
      const original = originals.get(coding.document);
      batch.push({ document: { source, warnings, ...(original && { original }) }, coded: coding.coded });
      progress.step();
      if (batch.length >= BATCH) await flush();
    }
  } finally {
    await flush();
    progress.end();
  }
  await archive.endRun(run);
  const done = counts.new + counts["new version"] + counts.unchanged;
  const mentions = await archive.count("mentions");
  terminal.say(
    `${counts.new} new, ${counts["new version"]} changed, ${counts.unchanged} known already, ${failures.length} failed; ` +
      `the archive holds ${mentions.toLocaleString("en")} event mentions.`,
  );
  if (failures.length > 0) terminal.say(`What failed, and why: dateline doctor --archive ${flags.archive} --failures`);
  context.exit(batchExit(done, failures.length));
}

async function keep(archive: Archive, batch: readonly { document: NewDocument; coded: CodedDocument }[], run: number) {
  return batch.length === 0 ? [] : archive.ingest(batch, run);
}
