// Builds the workbench into dist/workbench when there is none or a source is newer than it. Made in a folder beside it and put in place
// when it is whole, one build at a time, so that tests and servers which run at once never see half of one.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const built = join(root, "dist", "workbench");
const lock = join(root, "dist", ".building-workbench");
/** A build that takes longer than this has died. */
const LONGEST = 180_000;

/** Builds when there is need; throws when the build fails. */
export function buildWorkbench() {
  if (!outdated()) return;
  mkdirSync(join(root, "dist"), { recursive: true });
  while (!taken()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    if (!outdated()) return;
    const fresh = `${built}.new`;
    const vite = join(root, "node_modules", "vite", "bin", "vite.js");
    const args = [vite, "build", "--config", "workbench/vite.config.ts", "--logLevel", "error", "--outDir", fresh, "--emptyOutDir"];
    // A test's environment would make it a slow build for development.
    const { status, error } = spawnSync(process.execPath, args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: "production" },
    });
    if (error) throw error;
    if (status !== 0) throw new Error(`the workbench could not be built (vite ended with ${status})`);
    rmSync(built, { recursive: true, force: true });
    renameSync(fresh, built);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function taken() {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > LONGEST) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function outdated() {
  const page = join(built, "index.html");
  return !existsSync(page) || newest(join(root, "workbench")) > statSync(page).mtimeMs;
}

function newest(folder) {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === "testing" ? 0 : newest(path);
      return entry.name.includes(".test.") ? 0 : statSync(path).mtimeMs;
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildWorkbench();
