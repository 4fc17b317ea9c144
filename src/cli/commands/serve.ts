import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { withArchive, withArchiveOption } from "../archive-option.ts";
import type { CliCommand, CliContext } from "../command.ts";
import { CliError, EXIT } from "../exit.ts";
import { parseCount } from "../options.ts";

interface Flags {
  readonly archive?: string;
  readonly port: number;
  readonly host: string;
  readonly open?: boolean;
  readonly watch?: string;
}

const HELP = `
Only this computer can reach it, and only who has the address that is printed. The address works once; another is printed then.

Examples:
  dateline serve --archive work.dateline --open
  dateline serve --archive work.dateline --watch incoming/`;

/** `dateline serve`: an archive in the browser. */
export const serveCommand: CliCommand = (program, context) => {
  const command = program
    .command("serve")
    .description("open an archive in the browser: read, review, add, export; makes one that is not there");
  withArchiveOption(command)
    .option("--port <n>", "where to listen", parseCount, 4747)
    .option("--host <address>", "which address to listen on; another than this computer's own lets others in", "127.0.0.1")
    .option("--open", "open the browser")
    .option("--watch <folder>", "add the articles that are put into this folder, as they come")
    .addHelpText("after", HELP)
    .action((flags: Flags) => withArchive(flags.archive, (archive) => run(archive, flags, context), true));
};

async function run(archive: Parameters<Parameters<typeof withArchive>[1]>[0], flags: Flags, { terminal, signal }: CliContext) {
  if (flags.watch !== undefined && !statSync(flags.watch, { throwIfNoEntry: false })?.isDirectory())
    throw new CliError(`${flags.watch} is no folder`, EXIT.usage);
  const { isLoopback, startServer } = await import("../../serve/index.ts");
  const start = () =>
    startServer(archive, {
      port: flags.port,
      host: flags.host,
      name: basename(flags.archive ?? ""),
      ...(flags.watch !== undefined && { watch: resolve(flags.watch) }),
      onLaunched: (url) => terminal.say(`Opened. For another browser: ${url}`),
    });
  const server = await start().catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "EADDRINUSE") throw new CliError(`port ${flags.port} is taken: choose another with --port`, EXIT.failed);
    if (code === "EADDRNOTAVAIL") throw new CliError(`${flags.host} is not an address of this computer`, EXIT.usage);
    throw error;
  });
  if (!isLoopback(flags.host))
    terminal.complain("dateline: others on the network can reach this. They need the address below; it is sent unencrypted.");
  await terminal.line(server.launchUrl());
  terminal.say("Open this address in your browser. Stop with Ctrl+C.");
  if (flags.open) openBrowser(server.launchUrl());
  await new Promise<void>((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
  await server.close();
}

/** Asks the system to open an address; the address is printed anyway, so a system without a browser is no error. */
function openBrowser(url: string): void {
  const [program, ...args] =
    process.platform === "darwin" ? ["open"] : process.platform === "win32" ? ["cmd", "/c", "start", '""'] : ["xdg-open"];
  const child = spawn(program!, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
