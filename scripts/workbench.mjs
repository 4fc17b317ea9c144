// `npm run workbench`: opens the examples, or the archive that is named (`npm run workbench -- work.dateline`), in the browser. Builds
// the workbench and codes the examples when they are not there yet. Runs on whatever Node the system has (18 or later); the program
// itself runs on the Node that the dependencies bring.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const own = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const node = existsSync(own) ? own : process.execPath;

function run(...args) {
  const { status, error } = spawnSync(node, args, { cwd: root, stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const dateline = (...args) => run(join(root, "src", "cli", "main.ts"), ...args);

console.log("Building the workbench, if it is not built yet…");
run(join(root, "scripts", "build-workbench.mjs"));
const [given, ...options] = process.argv.slice(2);
const named = given !== undefined && !given.startsWith("-");
const archive = named ? given : join(root, ".dateline", "examples.dateline");
if (!named && !existsSync(archive)) {
  mkdirSync(join(root, ".dateline"), { recursive: true });
  console.log("Coding the articles in examples/ …");
  dateline("ingest", "examples/*.{html,jsonl,txt}", "--archive", archive, "--quiet");
}
if (existsSync(archive)) dateline("merge", "--archive", archive, "--quiet");
dateline("serve", "--archive", archive, "--open", ...(named ? options : process.argv.slice(2)));
