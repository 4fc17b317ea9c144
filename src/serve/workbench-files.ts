import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MiddlewareHandler } from "hono";
import { Problem } from "./problem.ts";

/** Where `npm run build` puts the workbench; the same folder seen from the sources and from the package. */
export const WORKBENCH = fileURLToPath(new URL("../../dist/workbench", import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** Paths that are files; all others are screens of the workbench, which its one page shows. */
const FILE = /^\/(?:assets\/[\w.-]+|favicon\.svg)$/;

/** Serves the built workbench. */
export function workbenchFiles(folder: string = WORKBENCH): MiddlewareHandler {
  return async (c) => {
    const { path } = c.req;
    if (path.startsWith("/api/")) throw new Problem(404, "Not there", "There is nothing at this address.");
    const file = FILE.test(path) ? path.slice(1) : "index.html";
    let bytes: Buffer;
    try {
      bytes = await readFile(join(folder, file));
    } catch {
      throw new Problem(404, "Not there", file === "index.html" ? "The workbench is not built: npm run build" : "There is no such file.");
    }
    const forever = file.startsWith("assets/");
    return c.body(new Uint8Array(bytes), 200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "cache-control": forever ? "private, max-age=31536000, immutable" : "no-store",
    });
  };
}
