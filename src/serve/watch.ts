import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isReadable, MAX_DOCUMENT_BYTES } from "../read/index.ts";
import { addArticles } from "./add-articles.ts";
import type { ServeContext } from "./context.ts";
import type { Watched } from "./watched.ts";

export interface WatchOptions {
  /** Milliseconds from one look to the next. */
  readonly every?: number;
}

const MOST_FAILURES = 20;

/**
 * Looks into a folder and those below it, again and again, and adds what is new or changed there: by looking, since not every disk and
 * network tells of changes. A file is read when it has stayed as it is from one look to the next, so not while it is being written.
 */
export class FolderWatch {
  readonly folder: string;
  readonly #context: ServeContext;
  readonly #every: number;
  /** Path → what it was like (size and time) at the last look, and when it was read. */
  readonly #seen = new Map<string, { readonly state: string; readonly read: boolean }>();
  readonly #stop = new AbortController();
  #files = 0;
  #articles = 0;
  #joined = 0;
  #failures: string[] = [];
  #problem: string | undefined;

  constructor(context: ServeContext, folder: string, { every = 2000 }: WatchOptions = {}) {
    this.#context = context;
    this.folder = folder;
    this.#every = every;
  }

  /** What came of it so far. */
  get watched(): Watched {
    const { folder } = this;
    return {
      folder,
      files: this.#files,
      articles: this.#articles,
      joined: this.#joined,
      failures: this.#failures,
      ...(this.#problem !== undefined && { problem: this.#problem }),
    };
  }

  /** Looks until it is closed. */
  async run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.look();
      await sleep(this.#every, undefined, { signal }).catch(() => {});
    }
  }

  close(): void {
    this.#stop.abort();
  }

  /** Looks once: reads what has not changed since the last look and was not read yet. */
  async look(): Promise<void> {
    let added = false;
    for (const { path, name, state } of await this.#list()) {
      if (this.#stop.signal.aborted) return;
      const before = this.#seen.get(path);
      const settled = before?.state === state;
      this.#seen.set(path, { state, read: settled });
      if (!settled || before.read) continue;
      added = (await this.#add(path, name)) || added;
    }
    if (!added) return;
    await this.#context.merging.merge().then(
      () => this.#joined++,
      (error: unknown) => this.#fail(this.folder, error),
    );
  }

  async #add(path: string, name: string): Promise<boolean> {
    try {
      const results = await addArticles(this.#context, await readFile(path), { name });
      this.#files++;
      for (const result of results) {
        if (result.ok) this.#articles++;
        else this.#fail(name, result.message);
      }
      return results.some((result) => result.ok && result.status !== "unchanged");
    } catch (error) {
      this.#fail(name, error);
      return false;
    }
  }

  async #list(): Promise<{ readonly path: string; readonly name: string; readonly state: string }[]> {
    try {
      const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
      this.#problem = undefined;
      const files = [];
      for (const entry of entries) {
        if (!entry.isFile() || !isReadable(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        // Gone since it was listed: the next look will not list it.
        const found = await stat(path).catch(() => undefined);
        if (!found) continue;
        if (found.size <= MAX_DOCUMENT_BYTES) files.push({ path, name: entry.name, state: `${found.size} ${found.mtimeMs}` });
        else if (!this.#seen.has(path)) {
          this.#seen.set(path, { state: "", read: true });
          this.#fail(entry.name, `larger than ${MAX_DOCUMENT_BYTES / 1024 / 1024} MiB, and left unread: split it into smaller files`);
        }
      }
      return files.sort((a, b) => (a.path < b.path ? -1 : 1));
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
      return [];
    }
  }

  #fail(name: string, why: unknown): void {
    const message = why instanceof Error ? why.message : String(why);
    this.#failures = [...this.#failures, message.includes(name) ? message : `${name}: ${message}`].slice(-MOST_FAILURES);
  }
}
