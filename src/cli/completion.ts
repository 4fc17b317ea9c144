import type { Command, Option } from "commander";

/** A command as completion knows it. */
export interface CommandTree {
  readonly name: string;
  readonly description: string;
  readonly options: readonly {
    readonly flag: string;
    readonly description: string;
    readonly takesValue: boolean;
    readonly choices: readonly string[];
  }[];
  /** Choices of its first argument. */
  readonly choices: readonly string[];
  readonly commands: readonly CommandTree[];
}

/** What there is to complete, read off the program itself so that it is never out of date. */
export function tree(command: Command): CommandTree {
  return {
    name: command.name(),
    description: command.description(),
    options: command.options.filter((option) => !option.hidden).map(optionOf),
    choices: command.registeredArguments[0]?.argChoices ?? [],
    commands: command.commands.filter((sub) => sub.name() !== "help").map(tree),
  };
}

function optionOf(option: Option) {
  return {
    flag: option.long ?? option.short ?? "",
    description: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? [],
  };
}

/** First words of a command line below the program's name: "code", "gazetteer import". */
function paths(root: CommandTree, before = ""): readonly (readonly [path: string, command: CommandTree])[] {
  return root.commands.flatMap((command) => {
    const path = `${before}${command.name}`;
    return [[path, command] as const, ...paths(command, `${path} `)];
  });
}

const words = (command: CommandTree) =>
  [...command.commands.map((c) => c.name), ...command.choices, ...command.options.map((o) => o.flag)].join(" ");

export function bash(root: CommandTree): string {
  const cases = paths(root)
    .map(([path, command]) => `    "${path}") words="${words(command)}" ;;`)
    .join("\n");
  return `# bash completion for dateline
_dateline() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" words="${words(root)}" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ "\${COMP_WORDS[i]}" == -* ]] && continue
    case "\${path:+$path }\${COMP_WORDS[i]}" in
${paths(root)
  .map(([path]) => `      "${path}") path="${path}" ;;`)
  .join("\n")}
    esac
  done
  case "$path" in
${cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ -n "$path" && "$current" != -* ]] && COMPREPLY+=($(compgen -f -- "$current"))
}
complete -o filenames -F _dateline dateline
`;
}

/** A command's options with those of the commands below it, which zsh and fish complete at one level. */
function optionsBelow(command: CommandTree): CommandTree["options"] {
  const byFlag = new Map([...command.commands.flatMap(optionsBelow), ...command.options].map((option) => [option.flag, option]));
  return [...byFlag.values()];
}

const quoted = (text: string) => text.replace(/'/g, "'\\''");

export function zsh(root: CommandTree): string {
  const spec = ({ flag, description, takesValue, choices }: CommandTree["options"][number]) => {
    const value = choices.length > 0 ? `:value:(${choices.join(" ")})` : takesValue ? ":value:_files" : "";
    return `'*${flag}[${quoted(description).replace(/[[\]:]/g, "\\$&")}]${value}'`;
  };
  const body = (command: CommandTree) => {
    const first = [...command.commands.map((sub) => sub.name), ...command.choices];
    const argument = first.length > 0 ? `'1:what:(${first.join(" ")})' '*:file:_files'` : "'*:file:_files'";
    return `_arguments ${[...optionsBelow(command).map(spec), argument].join(" ")}`;
  };
  const cases = root.commands.map((command) => `    ${command.name}) shift words; (( CURRENT-- )); ${body(command)} ;;`).join("\n");
  const list = root.commands.map((c) => `'${c.name}:${quoted(c.description).replace(/:/g, "\\:")}'`).join(" ");
  return `#compdef dateline
_dateline() {
  if (( CURRENT == 2 )); then
    local -a commands=(${list})
    _describe command commands
    return
  fi
  case "$words[2]" in
${cases}
  esac
}
_dateline "$@"
`;
}

export function fish(root: CommandTree): string {
  const lines = ["# fish completion for dateline"];
  for (const command of root.commands) {
    lines.push(`complete -c dateline -f -n __fish_use_subcommand -a ${command.name} -d '${quoted(command.description)}'`);
    const when = `-n '__fish_seen_subcommand_from ${command.name}'`;
    for (const sub of command.commands) lines.push(`complete -c dateline ${when} -f -a ${sub.name} -d '${quoted(sub.description)}'`);
    for (const choice of command.choices) lines.push(`complete -c dateline ${when} -f -a ${choice}`);
    for (const { flag, description, takesValue, choices } of optionsBelow(command)) {
      const value = choices.length > 0 ? ` -x -a '${choices.join(" ")}'` : takesValue ? " -r" : "";
      lines.push(`complete -c dateline ${when} -l ${flag.replace(/^--/, "")}${value} -d '${quoted(description)}'`);
    }
  }
  return `${lines.join("\n")}\n`;
}
