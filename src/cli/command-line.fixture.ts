import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { perform } from "./run.ts";
import { Terminal } from "./terminal.ts";

export const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

/** Runs the real command to its end. */
export async function dateline(args: readonly string[], { input = "", env = {} as Record<string, string> } = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env.PATH, NODE_NO_WARNINGS: "1", ...env } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

/** Runs a command in this process, which spares the start of another: for what does not hang on the process itself. */
export async function inProcess(
  args: readonly string[],
  { input = "" as string | Readable, signal = new AbortController().signal, env = {} as Record<string, string> } = {},
) {
  const [out, err] = [new Kept(), new Kept()];
  const stdin = typeof input === "string" ? Readable.from([Buffer.from(input)], { objectMode: false }) : input;
  const now = () => new Date("2024-02-01T12:00:00Z");
  const code = await perform(args, { terminal: new Terminal({ out, err, environment: env }), stdin, now, signal });
  return { code, out: out.text, err: err.text };
}

/** A stream that keeps what is written to it. */
class Kept extends Writable {
  text = "";

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
