// Sets up what a fresh clone lacks: the dependencies, Node 24 among them. Runs on whatever Node the system has (18 or later),
// does nothing when nothing is missing, and says what to do when it cannot.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "node_modules", ".dateline-setup");
const lock = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  console.error("Installing dependencies (once)…");
  const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ["npm", []];
  // Not `npm ci`: it refuses a lock file in which a registry's optional packages for other platforms are missing. With --no-save the
  // versions are still those of the lock file, and the lock file stays as it is.
  const install = spawnSync(npm[0], [...npm[1], "install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (install.status !== 0) {
    console.error("dateline: `npm install` failed, so the program cannot run. Check that the npm registry can be reached, then try again.");
    process.exit(1);
  }
}
const node = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
try {
  const version = execFileSync(existsSync(node) ? node : process.execPath, ["--version"], { encoding: "utf8" }).trim();
  if (Number(/^v(\d+)/.exec(version)?.[1]) < 24) throw new Error(`found Node ${version}`);
} catch (error) {
  console.error(
    `dateline: needs Node 24 or later (${error.message}). Allow the install script of the package “node”, or install Node 24, and try again.`,
  );
  process.exit(1);
}
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) writeFileSync(stamp, lock);
