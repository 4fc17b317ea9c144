// `npm run workbench`: opens the examples, or the archive that is named (`npm run workbench -- work.dateline`), in the browser. Builds
// the workbench and codes the examples when they are not there yet. Runs on whatever Node the system has (18 or later); the program
// itself runs on the Node that the dependencies bring.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
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

if (outdated()) {
  console.log("Building the workbench (once)…");
  run(join(root, "node_modules", "vite", "bin", "vite.js"), "build", "--config", "workbench/vite.config.ts", "--logLevel", "error");
}
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

/** Whether there is no built workbench, or a source is newer than it. */
function outdated() {
  const built = join(root, "dist", "workbench", "index.html");
  return !existsSync(built) || newest(join(root, "workbench")) > statSync(built).mtimeMs;
}

function newest(folder) {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    }),
  );
}
