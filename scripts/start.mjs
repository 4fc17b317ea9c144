// `npm start`: codes the articles in examples/ into a fresh archive, prints what they tell, says what to try next, and ends. Runs on
// whatever Node the system has (18 or later); the program itself runs on the Node that the dependencies bring.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const own = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const node = existsSync(own) ? own : process.execPath;
const folder = join(root, ".dateline");
const archive = join(folder, "examples.dateline");
mkdirSync(folder, { recursive: true });
for (const suffix of ["", "-wal", "-shm"]) rmSync(archive + suffix, { force: true });

/** Runs one command of the program, in front of the reader. */
function dateline(...args) {
  const { status, error } = spawnSync(node, [join(root, "src", "cli", "main.ts"), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

console.log("Coding the articles in examples/ …\n");
dateline("ingest", "examples/*.{html,jsonl,txt}", "--archive", archive, "--quiet");
dateline("events", "--archive", archive, "--sort", "killed", "--limit", "15");

const short = join(".dateline", "examples.dateline");
console.log(`
Each is an event as one article tells it, the deadliest first, with the sentence that it rests on. Try next:

  npm run dateline -- code examples/tower-22-claim.html
      one article, as a table (--json, --csv, --geojson for programs)
  npm run dateline -- events --archive ${short} --type PROTEST --type ACCUSE
      ask the archive for what you want; --actor, --place, --words, --from, --source, --cursor and more
  npm run dateline -- explain examples/tower-22-denial.html
      why each event was coded, and what was turned down
  npm run dateline -- ingest YOUR-ARTICLES --archive work.dateline
      your own articles: pages, text, PDF, JSONL, feeds, web archives
  npm run dateline -- help
      all the rest; docs/tutorial.md leads through a first hour`);
