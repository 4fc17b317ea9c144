// `npm run docs`: writes docs/reference/cli.md from the program itself, then checks all Markdown of the repository: every relative link
// leads to a file (and to a heading in it), every documented command and option of `dateline` exists. With --check nothing is written,
// and an outdated page fails.
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createProgram } from "../src/cli/run.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = createProgram({ terminal: {}, stdin: process.stdin, now: () => new Date(0), signal: AbortSignal.abort(), exit: () => {} });
const faults = [];

const page = join(root, "docs/reference/cli.md");
const text = reference(program);
if (!process.argv.includes("--check")) writeFileSync(page, text);
else if (!existsSync(page) || readFileSync(page, "utf8") !== text)
  faults.push("docs/reference/cli.md is not what the program says: npm run docs");

for (const file of globSync(["*.md", "docs/**/*.md", "examples/**/*.md", "lexicon/**/*.md", "models/**/*.md"], { cwd: root }).sort())
  check(join(root, file));
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/** The reference page: each command with its usage, arguments and options, as the program has them. */
function reference(root) {
  const lines = [
    "# The `dateline` command",
    "",
    "<!-- Written by `npm run docs` from the program. Do not edit. -->",
    "",
    root.description(),
    "",
  ];
  lines.push("Options of every command:", "", ...optionTable(root), "");
  lines.push(
    "Exit codes: 0 all right, 1 failed, 2 wrong usage, 3 some documents failed. Data goes to standard output, messages and progress to",
    "standard error. `NO_COLOR` switches colours off, `DATELINE_ARCHIVE` names the archive once for all.",
    "",
  );
  const commands = root.commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command]));
  for (const command of commands) {
    const name = pathOf(command);
    const args = command.registeredArguments.map((a) =>
      a.required ? `<${a.name()}${a.variadic ? "..." : ""}>` : `[${a.name()}${a.variadic ? "..." : ""}]`,
    );
    lines.push(
      `## dateline ${name}`,
      "",
      `${sentence(command.description())}`,
      "",
      "```",
      ["dateline", name, "[options]", ...args].join(" "),
      "```",
      "",
    );
    for (const a of command.registeredArguments)
      lines.push(`- \`${a.name()}\`: ${a.description}${a.argChoices ? ` (${a.argChoices.join(", ")})` : ""}`);
    if (command.registeredArguments.length > 0) lines.push("");
    if (command.options.length > 0) lines.push(...optionTable(command), "");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function optionTable(command) {
  const rows = command.options.map((option) => {
    const more = [
      option.argChoices ? `one of ${option.argChoices.join(", ")}` : "",
      option.defaultValue !== undefined && option.defaultValue !== false ? `default ${option.defaultValue}` : "",
      option.envVar ? `or \`${option.envVar}\`` : "",
    ].filter(Boolean);
    return `| \`${option.flags}\` | ${[option.description, ...more].join("; ").replaceAll("|", "\\|")} |`;
  });
  return ["| option | |", "|---|---|", ...rows];
}

function pathOf(command) {
  return command.parent?.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

function sentence(description) {
  return `${description[0].toUpperCase()}${description.slice(1)}.`;
}

function check(file) {
  const markdown = readFileSync(file, "utf8");
  const name = relative(root, file);
  const prose = markdown.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");
  for (const [, target] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/i.test(target)) continue;
    const [path, anchor] = target.split("#");
    const to = path === "" ? file : resolve(dirname(file), decodeURIComponent(path));
    if (!existsSync(to)) faults.push(`${name}: the link ${target} leads nowhere`);
    else if (anchor && to.endsWith(".md") && !headings(to).has(anchor)) faults.push(`${name}: there is no heading for ${target}`);
  }
  const code = [...markdown.matchAll(/```[a-z]*\n([\s\S]*?)```/g), ...markdown.matchAll(/`([^`\n]+)`/g)].map(([, inside]) => inside);
  for (const snippet of code) for (const line of snippet.replace(/\\\n/g, " ").split("\n")) checkCommand(line, name);
}

/** A line that calls dateline: its command and its options must exist. */
function checkCommand(line, name) {
  for (const [, call] of line.matchAll(/(?:^|[|;(]|&&|\$)\s*(?:npx |npm run )?dateline(?: --)? ((?:[^|;#>]|--)+)/g)) {
    let command = program;
    for (const word of call.trim().split(/\s+/)) {
      const sub = command.commands.find((c) => c.name() === word);
      if (sub) command = sub;
      else if (command === program && /^[a-z]+$/.test(word) && word !== "help")
        faults.push(`${name}: there is no command “dateline ${word}”`);
      const option = /^(--?[a-zA-Z][\w-]*)/.exec(word)?.[1];
      const known = [...command.options, ...program.options].some((o) => o.long === option || o.short === option);
      if (option && option !== "--help" && option !== "-h" && !known)
        faults.push(`${name}: “dateline ${command.name()}” has no option ${option}`);
    }
  }
}

/** Anchors as GitHub makes them. */
function headings(file) {
  const titles = readFileSync(file, "utf8").matchAll(/^#+\s+(.+)$/gm);
  return new Set(
    [...titles].map(([, title]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replace(/\s/g, "-"),
    ),
  );
}
