import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRows, writeRows } from "./rows.ts";
import type { BenchTask } from "./task.ts";

const predictions = fileURLToPath(new URL("../.bench", import.meta.url));

/** Predicts each development file of a task and gives what the task's own scorer prints of it. */
export async function scoreTask(task: BenchTask, folder: string): Promise<string> {
  mkdirSync(predictions, { recursive: true });
  const lines: string[] = [];
  for (const file of task.dev) {
    const gold = join(folder, file);
    const out = join(predictions, `${task.name}-${basename(file)}`);
    const began = performance.now();
    writeRows(out, await task.predict(readRows(gold), gold));
    const seconds = (performance.now() - began) / 1000;
    const args = task.scorerArguments?.(gold, out) ?? [gold, out];
    const printed = execFileSync(process.execPath, [join(folder, "score", task.scorer), ...args], { encoding: "utf8" });
    lines.push(
      `${task.name}  ${file}  (${seconds.toFixed(1)} s)`,
      ...printed
        .trimEnd()
        .split("\n")
        .map((l) => `  ${l}`),
    );
  }
  return lines.join("\n");
}
