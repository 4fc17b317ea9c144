import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { serve } from "@hono/node-server";
import type { Archive } from "../archive/index.ts";
import { createApp } from "./app.ts";
import type { ArticleCoder, ArticleReader, ServeContext } from "./context.ts";
import { Merging } from "./merging.ts";
import { ReaderThread } from "./reader-thread.ts";
import { Session } from "./session.ts";
import { threadCoder } from "./thread-coder.ts";
import { Turns } from "./turns.ts";
import { FolderWatch } from "./watch.ts";

export interface ServeOptions {
  /** Default: 4747; 0 takes any that is free. */
  readonly port?: number;
  /** Default: 127.0.0.1, this computer only. Another address lets others in, as far as they hold the session's token. */
  readonly host?: string;
  /** What the archive is called, for people. */
  readonly name?: string;
  /** Default: the coder of this program, loaded when the first article is added. */
  readonly coder?: () => Promise<ArticleCoder>;
  /** Default: this program's reader, on a thread of its own. */
  readonly reader?: ArticleReader;
  /** A folder: what is put into it is added to the archive. */
  readonly watch?: string;
  readonly now?: () => Date;
  readonly files?: string;
  readonly onLaunched?: (url: string) => void;
}

export interface RunningServer {
  /** Opens the workbench in one browser, once. */
  readonly launchUrl: () => string;
  readonly url: string;
  /** For programs: `Authorization: Bearer …`. */
  readonly token: string;
  close(): Promise<void>;
}

/** Serves one archive. Resolves when it listens; rejects with the system's error when the port is taken. */
export async function startServer(archive: Archive, options: ServeOptions = {}): Promise<RunningServer> {
  const { port = 4747, host = "127.0.0.1", name = "archive", now = () => new Date(), onLaunched } = options;
  const session = new Session();
  let hosts: string[] = [];
  let url = "";
  const bare = contextOf(archive, { name, now, coder: options.coder ?? threadCoder(), ...(options.reader && { reader: options.reader }) });
  const watch = options.watch === undefined ? undefined : new FolderWatch(bare, options.watch);
  const context = { ...bare, ...(watch && { watch }) };
  const app = createApp(context, {
    session,
    hosts: () => hosts,
    ...(options.files !== undefined && { files: options.files }),
    onLaunched: () => onLaunched?.(launchUrl()),
  });
  const launchUrl = () => `${url}/open/${session.launch}`;
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, port, hostname: host }, () => resolve(starting));
    starting.once("error", reject);
  });
  const at = (server.address() as AddressInfo).port;
  const written = host.includes(":") ? `[${host}]` : host;
  hosts = [...new Set([written, ...namesOf(host)])].map((each) => `${each}:${at}`.toLowerCase());
  url = `http://${written}:${at}`;
  watch?.run();
  return {
    launchUrl,
    url,
    token: session.token,
    close: async () => {
      watch?.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      await context.close();
    },
  };
}

/** Under which names a server on this address may be called. */
function namesOf(host: string): string[] {
  const loopback = ["127.0.0.1", "localhost", "[::1]"];
  if (isLoopback(host)) return loopback;
  if (host !== "0.0.0.0" && host !== "::") return [];
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return [...loopback, ...own.map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address))];
}

/** Whether only this computer can reach the address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** What the routes work with, for an archive. */
export function contextOf(
  archive: Archive,
  options: Pick<ServeContext, "name" | "now" | "coder"> & { readonly reader?: ArticleReader },
): ServeContext {
  const writes = new Turns();
  const merging = new Merging(archive, writes);
  const reader = options.reader ?? new ReaderThread();
  // Loaded once, when it is first asked for.
  let loaded: Promise<ArticleCoder> | undefined;
  const coder = () => {
    loaded ??= options.coder();
    return loaded;
  };
  return {
    archive,
    survey: archive.survey(),
    version: programVersion(),
    writes,
    merging,
    ...options,
    coder,
    reader,
    close: async () => {
      const coderLoaded = await loaded?.catch(() => undefined);
      await Promise.all([merging.close(), reader.close(), coderLoaded?.close?.()]);
    },
  };
}

function programVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string };
  return version;
}
