import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { Archive } from "../../src/archive/index.ts";
import type { CodedDocument } from "../../src/code/index.ts";
import type { Document } from "../../src/document/index.ts";
import { type RunningServer, startServer } from "../../src/serve/index.ts";
import { settled } from "./browser.fixture.ts";
import { ARTICLES, codedOf } from "./made-archive.fixture.ts";

/** Codes by hand what is known by its title: the tests do not depend on how well the coder reads. */
function byHand({ source }: Document): CodedDocument {
  const article = ARTICLES.find(({ title }) => title === source.title && source.text.includes(title));
  if (!article) throw new Error(`nobody has coded “${source.title}” by hand`);
  return codedOf({ ...article, ...(source.publisher !== undefined && { publisher: source.publisher }), id: source.id }, source.text);
}

const coder = async () => ({ identity: { version: "0.1.0", models: "made", lexicon: "made" }, code: byHand });

/** A person before an archive that is served: the page, and whatever should not have happened on it. */
export interface Analyst {
  readonly page: Page;
  readonly archive: Archive;
  readonly server: RunningServer;
  /** Closes all of it; fails when a script failed, or another host was asked. */
  leave(): Promise<void>;
}

/** Opens an archive in the browser, as its address from the terminal does. */
export async function sitDown(
  browser: Browser,
  archive: Archive,
  options: { readonly dark?: boolean; readonly watch?: string } = {},
): Promise<Analyst> {
  const server = await startServer(archive, {
    port: 0,
    name: "day.dateline",
    coder,
    ...(options.watch !== undefined && { watch: options.watch }),
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    reducedMotion: "reduce",
    colorScheme: options.dark ? "dark" : "light",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on(
    "console",
    (message) => message.type() === "error" && !/status of 4\d\d|WebGL|GPU/.test(message.text()) && faults.push(message.text()),
  );
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && !server.url.endsWith(host)) faults.push(`a request to another host: ${request.url()}`);
  });
  await page.goto(server.launchUrl());
  return {
    page,
    archive,
    server,
    leave: async () => {
      expect(faults).toEqual([]);
      await context.close();
      await server.close();
      await archive.close();
    },
  };
}

/** Nothing that axe finds, in any of WCAG 2.2's levels A and AA. */
export async function accessible(page: Page, screen: string): Promise<void> {
  await settled(page);
  // Through the protocol: the page's own policy lets no foreign script in.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: typeof axe };
    const found = await run.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  });
  expect(violations, screen).toEqual([]);
}
