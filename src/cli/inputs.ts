import { glob, stat } from "node:fs/promises";
import { join } from "node:path";
import { isReadable } from "../read/index.ts";

/** One input to read: a file, or "-" for standard input. */
export interface Input {
  readonly path: string;
}

export interface MissingInput {
  readonly path: string;
  readonly message: string;
}

/**
 * What the arguments of a command name: files as they are, folders with all the readable files below them, patterns with what they
 * match, "-" for standard input. In a stable order; nothing twice. What leads nowhere is said, not passed over.
 */
export async function* expandInputs(patterns: readonly string[]): AsyncGenerator<Input | MissingInput> {
  const seen = new Set<string>();
  for (const pattern of patterns) {
    let found = 0;
    for await (const input of expandOne(pattern)) {
      found++;
      if (seen.has(input.path)) continue;
      seen.add(input.path);
      yield input;
    }
    if (found === 0) yield { path: pattern, message: `${pattern}: there is no such file, and nothing matches it` };
  }
}

async function* expandOne(pattern: string): AsyncGenerator<Input | MissingInput> {
  if (pattern === "-") {
    yield { path: "-" };
    return;
  }
  const kind = await kindOf(pattern);
  if (kind === "file") yield { path: pattern };
  else if (kind === "folder") yield* filesBelow(pattern);
  else if (/[*?[{]/.test(pattern)) {
    const matches: string[] = [];
    for await (const match of glob(pattern)) matches.push(match);
    for (const match of matches.sort()) if ((await kindOf(match)) === "file") yield { path: match };
  }
}

async function* filesBelow(folder: string): AsyncGenerator<Input | MissingInput> {
  const names: string[] = [];
  try {
    for await (const name of glob("**/*", { cwd: folder })) names.push(name);
  } catch (error) {
    yield { path: folder, message: `${folder}: the folder cannot be read (${error instanceof Error ? error.message : String(error)})` };
    return;
  }
  let readable = 0;
  for (const name of names.sort()) {
    if (!isReadable(name)) continue;
    const path = join(folder, name);
    if ((await kindOf(path)) !== "file") continue;
    readable++;
    yield { path };
  }
  if (readable === 0) yield { path: folder, message: `${folder}: there is nothing in this folder that can be read` };
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}
