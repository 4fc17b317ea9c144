import { Argument } from "commander";
import type { CliCommand } from "../command.ts";
import { bash, fish, tree, zsh } from "../completion.ts";

const SHELLS = { bash, zsh, fish } as const;

const HELP = `
  bash:  dateline completion bash > ~/.local/share/bash-completion/completions/dateline
  zsh:   dateline completion zsh > "\${fpath[1]}/_dateline"
  fish:  dateline completion fish > ~/.config/fish/completions/dateline.fish`;

/** `dateline completion`: what a shell needs to complete commands and options. */
export const completionCommand: CliCommand = (program, { terminal }) => {
  program
    .command("completion")
    .description("print the completion script for a shell")
    .addArgument(new Argument("<shell>", "your shell").choices(Object.keys(SHELLS)))
    .addHelpText("after", HELP)
    .action((shell: keyof typeof SHELLS) => terminal.write(SHELLS[shell](tree(program))));
};
