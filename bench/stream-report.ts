import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const LIMIT_MIB = 1024;

/** Sentences of our own, varied by number, so that no two articles are the same. */
function article(n: number): string {
  const day = 1 + (n % 28);
  const text =
    `Gunmen attacked a police post near Garissa on Sunday, killing ${2 + (n % 7)} officers, officials said. ` +
    `The group claimed responsibility for the attack on post ${n}. The government condemned it and promised an inquiry.`;
  return `${JSON.stringify({ id: `n${n}`, title: `Attack on post ${n}`, published: `2019-03-${String(day).padStart(2, "0")}`, text })}\n`;
}

/**
 * Streams articles (`$STREAM_DOCUMENTS`, 100,000 unless told) through `dateline code --jsonl -` and gives the peak of its resident
 * memory (Linux's VmHWM: all threads, models included) and its speed. Throws when the peak passes 1 GiB.
 */
export async function report(): Promise<string> {
  const total = Number(process.env.STREAM_DOCUMENTS ?? 100_000);
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, "code", "--jsonl", "--quiet", "-"], { stdio: ["pipe", "pipe", "inherit"] });
  let lines = 0;
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, peakMiB(child.pid));
  }, 500);
  child.stdout.on("data", (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  });
  const ended = once(child, "close");
  for (let n = 0; n < total; n++) if (!child.stdin.write(article(n))) await once(child.stdin, "drain");
  peak = Math.max(peak, peakMiB(child.pid));
  child.stdin.end();
  const [code] = (await ended) as [number | null];
  clearInterval(look);
  if (code !== 0 || lines !== total) throw new Error(`stream: ended with ${code} after ${lines} of ${total} documents`);
  const seconds = (performance.now() - began) / 1000;
  if (peak > LIMIT_MIB) throw new Error(`stream: ${Math.round(peak)} MiB at the peak; at most ${LIMIT_MIB} are allowed`);
  return `stream: ${total.toLocaleString("en")} documents, peak memory ${Math.round(peak)} MiB (limit ${LIMIT_MIB}), ${(total / seconds).toFixed(0)} documents/s`;
}

function peakMiB(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

if (import.meta.main) console.log(await report());
