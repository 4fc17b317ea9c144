import { Option } from "commander";
import { clean } from "../clean.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { batchExit } from "../exit.ts";

interface Flags {
  readonly tree?: boolean;
  readonly conllu?: boolean;
}

/** `dateline parse`: sentences, words, tags and dependency trees. */
export const parseCommand: CliCommand = (program, context) => {
  program
    .command("parse")
    .description("show how a text is parsed: words, tags and dependency trees")
    .argument("[inputs...]", "files, folders, patterns; - for standard input (the default)", ["-"])
    .addOption(new Option("--tree", "trees for people (the default)").conflicts("conllu"))
    .option("--conllu", "CoNLL-U, as Universal Dependencies' tools read it")
    .action((inputs: string[], flags: Flags) => run(inputs, flags, context));
};

async function run(inputs: readonly string[], flags: Flags, context: CliContext): Promise<void> {
  const [{ drawTree, loadParser, SENTENCES, toConllu, wordsStage }, { documentsOf }] = await Promise.all([
    import("../../parse/index.ts"),
    import("../documents.ts"),
  ]);
  const { terminal } = context;
  const stage = wordsStage(loadParser());
  let done = 0;
  let failed = 0;
  const onFailed = ({ message }: { message: string }) => {
    failed++;
    terminal.complain(`dateline: ${clean(message)}`);
  };
  for await (const document of documentsOf(inputs, context, { hints: {}, onFailed })) {
    done++;
    const parsed = stage.run(document);
    if (flags.conllu) await terminal.write(toConllu(parsed));
    else
      for (const index of parsed.get(SENTENCES).keys())
        for (const line of drawTree(parsed, index).split("\n")) await terminal.line(clean(line));
  }
  context.exit(batchExit(done, failed));
}
