import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodedDocument } from "./coded-document.ts";
import type { CoderOptions } from "./options.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Who coded: the program's version and content hashes of its models and its lexicon, a user's own files included. */
export function fingerprint(options: CoderOptions): CodedDocument["coder"] {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return {
    version,
    models: hashOf(filesBelow(join(root, "models"))),
    lexicon: hashOf([
      ...filesBelow(join(root, "lexicon")),
      ...(options.lexicon ?? []),
      ...(options.actors ?? []),
      ...(options.gazetteer !== undefined ? [options.gazetteer] : []),
    ]),
  };
}

/** A hash of names and contents. A gazetteer database can be gigabytes: of files over 64 MiB only the size counts. */
function hashOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(`${relative(root, file)}\0`);
    const { size } = statSync(file);
    if (size <= 64 * 1024 * 1024) hash.update(readFileSync(file));
    else hash.update(String(size));
  }
  return hash.digest("hex").slice(0, 16);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
