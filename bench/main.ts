// `npm run bench`: predicts and scores every task on its development half and prints one table.
//   bench                       every task            bench TASK…              some of them
//   bench predict TASK IN OUT   predictions only      bench speed              documents and words per second, against peers
//   bench REPORT                a measurement that is no task: see REPORTS below
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readRows, writeRows } from "./rows.ts";
import { scoreTask } from "./score.ts";
import { loadTask, TASKS } from "./tasks/index.ts";

/** Where the benchmarks are: `$DATELINE_BENCH`, else the folder beside the checkout. */
export const benchFolder = (): string => resolve(process.env.DATELINE_BENCH ?? new URL("../../shared/bench", import.meta.url).pathname);

const REPORTS: Readonly<Record<string, () => Promise<{ report(folder: string): Promise<string> }>>> = {
  speed: () => import("./speed-report.ts"),
  smoke: () => import("./smoke-report.ts"),
  merge: () => import("./merge-report.ts"),
  kill: () => import("./kill-report.ts"),
  stream: () => import("./stream-report.ts"),
  parser: () => import("./parse-report.ts"),
  workbench: async () => {
    const { report } = await import("./workbench-report.ts");
    return { report: async () => JSON.stringify(await report(), null, 2) };
  },
  gazetteer: () => import("./gazetteer-report.ts"),
  examples: () => import("./examples-report.ts"),
  reliability: () => import("./reliability-report.ts"),
};

const [command, ...rest] = process.argv.slice(2);

if (command === "predict") {
  const [name, input, output] = rest;
  if (!name || !input || !output) fail(`usage: npm run bench -- predict TASK IN OUT   (TASK is one of ${TASKS.join(", ")})`, 2);
  if (!TASKS.includes(name)) fail(`bench: no task is called “${name}”. Tasks: ${TASKS.join(", ")}`, 2);
  if (!existsSync(input)) fail(`bench: there is no file ${input}`, 1);
  const task = await loadTask(name);
  await writeRows(output, await task.predict(readRows(input), input));
} else if (command !== undefined && command in REPORTS) {
  console.log(await (await REPORTS[command]!()).report(benchFolder()));
} else {
  const names = command === undefined ? TASKS : [command, ...rest];
  const unknown = names.filter((n) => !TASKS.includes(n));
  if (unknown.length > 0)
    fail(`bench: unknown: ${unknown.join(", ")}. Tasks: ${TASKS.join(", ")}; reports: ${Object.keys(REPORTS).join(", ")}`, 2);
  if (!existsSync(benchFolder())) fail(`bench: no benchmarks at ${benchFolder()}; set DATELINE_BENCH to the folder that holds them`, 1);
  for (const name of names) console.log(await scoreTask(await loadTask(name), benchFolder()));
  // The scorer knows trees; the rest of what the parser promises is measured beside it.
  if (command === "parse") console.log(await (await REPORTS.parser!()).report(benchFolder()));
}

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}
